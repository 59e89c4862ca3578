import { whoSeesTheCouncil } from './who-sees-the-council'
import { whoSeesTheFamily } from './who-sees-the-family'
import { whoSeesTheMeeting } from './who-sees-the-meeting'
import { whoSeesTheirOwn } from './who-sees-their-own'
import { whoSeesThePlan } from './who-sees-the-plan'
import type { TypeRow } from './row'

/** Reviewed by hand: who is shown what, in a social worker's words. */
export const whoSees: Record<string, TypeRow> = {
  ...whoSeesTheFamily,
  ...whoSeesTheMeeting,
  ...whoSeesThePlan,
  ...whoSeesTheirOwn,
  ...whoSeesTheCouncil,
}
