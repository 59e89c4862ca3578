import { InputType } from 'type-graphql'
import { fields, id } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { booking } from './hold.graphql'
import { Meeting } from '../meeting/meeting.graphql'

@InputType()
export class BookReviewInput extends fields({ planId: id, ...booking }) {}

export const BookReviewResult = resultOf('BookReview', { meeting: Meeting })
