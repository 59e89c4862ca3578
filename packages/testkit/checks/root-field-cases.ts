import { accountCases, endAccessCases } from './account-cases'
import { bookingCases, timesCases } from './booking-cases'
import { breakGlassCases } from './break-glass-cases'
import { dayCases } from './day-cases'
import { familyCases } from './family-cases'
import type { RootFieldCase, StoryServer } from './field-case'
import { meetingCases, withdrawalCases } from './meeting-cases'
import { placeAndCalendarCases } from './place-and-calendar-cases'
import { paperCases } from './paper-cases'
import { actionCases, planCases } from './plan-cases'
import { privateTimeCases } from './private-time-cases'
import { readingCases } from './reading-cases'

/**
 * Every root field in an order in which the story can go on: each case is built when its turn comes, because what it names
 * may have been made by the one before.
 */
export async function* rootFieldCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  yield* readingCases(server)
  yield* timesCases(server)
  yield* accountCases(server)
  yield* familyCases(server)
  yield* meetingCases(server)
  yield* bookingCases(server)
  yield* breakGlassCases(server)
  yield* withdrawalCases(server)
  yield* placeAndCalendarCases(server)
  yield* dayCases(server)
  yield* privateTimeCases(server)
  yield* planCases(server)
  yield* paperCases(server)
  yield* actionCases(server)
  yield* endAccessCases(server)
}
