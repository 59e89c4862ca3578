import { Arg, Ctx, Resolver } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { bookReview } from './book-review'
import { BookReviewInput, BookReviewResult } from './review.graphql'

@Resolver()
export class ReviewResolver {
  @mutationOf(BookReviewResult)
  bookReview(@Ctx() op: Operation, @Arg('input', () => BookReviewInput) input: BookReviewInput) {
    return mutate(
      op,
      async () => bookReview(await permit(op, 'review:book', { kind: 'plan', id: input.planId }), input),
      (id) => ({ meeting: seen(showMeeting(op, id)) }),
    )
  }
}
