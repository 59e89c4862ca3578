/**
 * How the meeting stands in turn. `unsettled` is booked too, with a pair marked of which no manager has decided yet; `shared` is private
 * family time too: one room has shared its plan.
 */
export const moments = ['preparing', 'booked', 'unsettled', 'welcome', 'information', 'privateTime', 'shared', 'agreeing', 'ended'] as const
export type Moment = (typeof moments)[number]

/** When somebody has something, in words. */
const whens = {
  always: moments,
  'before the day': ['preparing', 'booked', 'unsettled'],
  'before the day, once safety is settled': ['preparing', 'booked'],
  'once safety is settled': ['preparing', 'booked', 'welcome', 'information', 'privateTime', 'shared', 'agreeing', 'ended'],
  'until it has ended': ['preparing', 'booked', 'unsettled', 'welcome', 'information', 'privateTime', 'shared', 'agreeing'],
  'until it has ended, once safety is settled': ['preparing', 'booked', 'welcome', 'information', 'privateTime', 'shared', 'agreeing'],
  'until the welcome is over, once it is booked': ['booked', 'unsettled', 'welcome'],
  'while it is booked, once safety is settled': ['booked'],
  'except while it is booked, once safety is settled': [
    'preparing',
    'unsettled',
    'welcome',
    'information',
    'privateTime',
    'shared',
    'agreeing',
    'ended',
  ],
  'while it is booked': ['booked', 'unsettled'],
  'once it is booked': ['booked', 'unsettled', 'welcome', 'information', 'privateTime', 'shared', 'agreeing', 'ended'],
  'from the booking until it has ended': ['booked', 'unsettled', 'welcome', 'information', 'privateTime', 'shared', 'agreeing'],
  'on the day': ['welcome', 'information', 'privateTime', 'shared', 'agreeing'],
  'from information on': ['information', 'privateTime', 'shared', 'agreeing', 'ended'],
  'in private family time': ['privateTime', 'shared'],
  'until the plan is shared': ['privateTime'],
  'except in private family time': ['preparing', 'booked', 'unsettled', 'welcome', 'information', 'agreeing', 'ended'],
  'when nothing is searched for': ['unsettled', 'welcome', 'information', 'privateTime', 'shared', 'agreeing', 'ended'],
  'from private family time on': ['privateTime', 'shared', 'agreeing', 'ended'],
  'while agreeing': ['agreeing'],
  'once there is a plan': ['shared', 'agreeing', 'ended'],
  'from agreeing on': ['agreeing', 'ended'],
  'once it has ended': ['ended'],
} as const satisfies Record<string, readonly Moment[]>

/** When somebody who never has it is refused with the reason, because they may know of the thing. */
const whys = {
  'never, and is told why': moments,
  'never, and is told why on the day': ['privateTime', 'shared'],
  'never, and is told why while agreeing': ['agreeing'],
  'never, and is told why from agreeing on': ['agreeing', 'ended'],
} as const satisfies Record<string, readonly Moment[]>

export type When = keyof typeof whens | keyof typeof whys

export function isThen(when: When, moment: Moment): boolean {
  return when in whens && (whens[when as keyof typeof whens] as readonly Moment[]).includes(moment)
}

/** Whether they have to be told why they do not get it. */
export function isToldWhy(when: When, moment: Moment): boolean {
  return when in whys && (whys[when as keyof typeof whys] as readonly Moment[]).includes(moment)
}
