import { asksAfter, asksOfTheCouncil } from './asks-after'
import { asksBefore } from './asks-before'
import { asksOnTheDay } from './asks-on-the-day'
import type { Asks } from './ask'

/** Every root field, in each way in which it is asked. */
export const allAsks: Asks = { ...asksBefore, ...asksOnTheDay, ...asksAfter, ...asksOfTheCouncil }
