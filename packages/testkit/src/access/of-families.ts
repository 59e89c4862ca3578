import { asksAfter } from './asks-after'
import { asksBefore } from './asks-before'
import { asksOnTheDay } from './asks-on-the-day'
import { whoSeesTheFamily } from './who-sees-the-family'
import { whoSeesTheMeeting } from './who-sees-the-meeting'
import { whoSeesThePlan } from './who-sees-the-plan'

const { openFamily: _everyWorkerOpensOne, ...ofTheFamily } = asksBefore
const asks = new Set(Object.keys({ ...ofTheFamily, ...asksOnTheDay, ...asksAfter }))
const types = new Set(Object.keys({ ...whoSeesTheFamily, ...whoSeesTheMeeting, ...whoSeesThePlan }))

/**
 * Whether an ask, or a 'Type.field', is about a family, so that the wall behind the lock stands before it. What is the council's own, and
 * what is the asker's own, has no wall.
 */
export const isOfAFamily = (what: string): boolean => asks.has(what) || types.has(what.split('.')[0] ?? '')
