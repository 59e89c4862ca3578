import { createContext, use } from 'react'
import type { CurrentUserQuery, MyMeetingFactsFragment, MyActionFactsFragment } from '../generated/graphql'

export type Meeting = MyMeetingFactsFragment
export type Promised = MyActionFactsFragment
type Helper = Meeting['coordinator']

/** Who is here, and everything that is theirs but the plan and the private room. */
export interface CurrentUser {
  readonly person: NonNullable<CurrentUserQuery['me']['person']>
  readonly council: CurrentUserQuery['me']['council']
  readonly signIns: CurrentUserQuery['me']['signIns']
  readonly storyPage: boolean
  /** 'YYYY-MM-DD' */
  readonly today: string
  readonly meetings: readonly Meeting[]
  readonly hours: NonNullable<CurrentUserQuery['myAvailability']>
  readonly actions: readonly Promised[]
  /** Who answers when somebody would rather ring; null while nobody has been named. */
  readonly coordinator: Helper | null
}

export const CurrentUserContext = createContext<CurrentUser | null>(null)

export function useCurrentUser(): CurrentUser {
  const user = use(CurrentUserContext)
  if (user === null) throw new Error('Nobody is signed in')
  return user
}

/** From the server's answer; null when nobody of a family is signed in. */
export function currentUserFrom({ me, myMeetings, myAvailability, myActions }: CurrentUserQuery): CurrentUser | null {
  if (me.person === null) return null
  const meetings = myMeetings ?? []
  const actions = myActions ?? []
  return {
    person: me.person,
    council: me.council,
    signIns: me.signIns,
    storyPage: me.storyPage,
    today: me.today,
    meetings,
    hours: myAvailability ?? { zone: me.person.zone, saidWhen: false, version: 0, rules: [], today: me.today },
    actions,
    coordinator: meetings[0]?.coordinator ?? actions[0]?.coordinator ?? null,
  }
}

/** "Ellie", "Ellie and Sam", "Ellie, Sam and Jo" */
export function namesInWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}
