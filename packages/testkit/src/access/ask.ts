import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Facts } from './facts'
import type { Moment } from './moments'
import type { Person } from './people'
import type { World } from './world'

/** What is known when a request is made. */
export interface Asking {
  world: World
  facts: Facts
  moment: Moment
  person: Person
}

/** One way to ask a root field, so that whoever may would get it: its variables by the names of its arguments. */
export interface Ask {
  variables(asking: Asking): Record<string, unknown>
  /** The thing itself may refuse with these whom the lock let in: a yes of the lock, without a change. */
  met?: RefusalCode[]
  /** Comes from somewhere else than this computer, where no page lets anybody choose who to be. */
  fromAfar?: true
}

/** By 'field', or by 'field, of what' where one field is asked in several ways. */
export type Asks = Record<string, Ask>

/** Variables that are one input. */
export const input = (of: (asking: Asking) => Record<string, unknown>, more: Omit<Ask, 'variables'> = {}): Ask => ({
  variables: (asking) => ({ input: of(asking) }),
  ...more,
})
export const none: Ask = { variables: () => ({}) }
export const meetingOf: Ask['variables'] = ({ world }) => ({ meetingId: world.meetingId })

/** The root field of an ask. */
export const fieldOf = (ask: string): string => ask.split(',')[0] ?? ask
