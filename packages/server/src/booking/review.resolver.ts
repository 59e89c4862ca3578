import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { showMeeting } from '../meeting/meeting.resolver'
import { bookReview } from './book-review'
import { BookReviewInput, BookReviewResult } from './review.graphql'

@Resolver()
export class ReviewResolver {
  @Mutation(() => BookReviewResult)
  bookReview(@Ctx() op: Operation, @Arg('input', () => BookReviewInput) input: BookReviewInput) {
    return mutate(
      op,
      async () => bookReview(await permit(op, 'review:book', { kind: 'plan', id: input.planId }), input),
      (id) => ({ meeting: showMeeting(op, id) }),
    )
  }
}
