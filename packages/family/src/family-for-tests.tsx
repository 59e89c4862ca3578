import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { forgetHours } from './availability/hours-kept'
import { forgetAnswers } from './connection/asked'
import { FamilyApp } from './family-app'
import { ClosedSocket, FakeNetwork, currentUserAs } from './fake-network-for-tests'
import { CurrentUserDocument, SayWhenDocument, type CurrentUserQuery, type RuleInput, type SayWhenMutation } from './generated/graphql'
import { forgetKeptWords } from './page/kept-words'

export type MyRule = NonNullable<CurrentUserQuery['myAvailability']>['rules'][number]

const zone = 'Europe/London'
export const blank: MyRule = {
  kind: 'cannot',
  zone,
  weekdays: [],
  start: null,
  end: null,
  from: null,
  until: null,
  how: [],
  preference: null,
  timeOffDays: null,
  sleepUntil: null,
  cycle: [],
  shifts: [],
  busy: [],
  enteredBy: null,
}
const offered = { start: '09:00', end: '20:00', how: ['inRoom'], preference: 'possible' } as const
/** Four nights on and four off, the next four from Thursday 26 November 2026; today is Saturday 21 November. */
export const fourNights: MyRule = {
  ...blank,
  ...offered,
  kind: 'shiftCycle',
  from: '2026-11-26',
  cycle: ['18:00-06:00', '18:00-06:00', '18:00-06:00', '18:00-06:00', '', '', '', ''],
  sleepUntil: '14:00',
}
export const weekdayMornings: MyRule = { ...blank, ...offered, kind: 'ordinaryWeek', weekdays: [1, 2, 3, 4, 5], end: '12:00' }

/** The family's app with a server that keeps the rules it is sent; made anew for each test of the file that calls this. */
class Family {
  network = new FakeNetwork()
  rules: readonly MyRule[] = []
  /** Of the rules; with another one nothing is kept. */
  version = 0
  /** What a page asks for first, when it is not the usual meeting. */
  currentUser: () => CurrentUserQuery = () => currentUserAs()
  readonly user = userEvent.setup()

  async open(path: string): Promise<void> {
    history.replaceState(null, '', `/f${path}`)
    render(<FamilyApp qrCode={undefined} />)
    await waitFor(() => void screen.getByRole('heading', { level: 1, name: (name) => name !== 'One moment' }))
  }

  press(name: string | RegExp): Promise<void> {
    return this.user.click(screen.getByRole('button', { name }))
  }

  follow(name: string | RegExp): Promise<void> {
    return this.user.click(screen.getByRole('link', { name }))
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    const field = screen.getByLabelText(label)
    await this.user.clear(field)
    if (text !== '') await this.user.type(field, text)
  }

  title(): string | null {
    return screen.getByRole('heading', { level: 1 }).textContent
  }

  /** The rules that were sent last. */
  sent(): RuleInput[] | undefined {
    return (this.network.sentFor(SayWhenDocument).at(-1)?.variables as { input: { rules: RuleInput[] } } | undefined)?.input.rules
  }

  startAnew(): void {
    this.network = new FakeNetwork()
    this.rules = []
    this.version = 0
    this.currentUser = () => currentUserAs()
    this.network.answer(CurrentUserDocument, () => ({
      ...this.currentUser(),
      myAvailability: { zone, saidWhen: this.rules.length > 0, version: this.version, today: '2026-11-21', rules: this.rules },
    }))
    this.network.answer(SayWhenDocument, ({ input }): SayWhenMutation => {
      if (input.version !== this.version)
        return { sayWhenICanCome: { __typename: 'Refused' as const, code: 'changedMeanwhile' as const, field: null } }
      this.rules = input.rules.map(asStored)
      this.version += 1
      return { sayWhenICanCome: { __typename: 'SayWhenICanComeDone' as const, version: this.version } }
    })
    vi.stubGlobal('fetch', this.network.fetch)
    vi.stubGlobal('WebSocket', ClosedSocket)
    window.scrollTo = () => undefined
    forgetAnswers()
    forgetHours()
    forgetKeptWords()
  }
}

function asStored(rule: RuleInput): MyRule {
  return { ...blank, ...(Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as typeof rule) } as MyRule
}

/**
 * For a file of tests: the family's app before each of them, and nothing of it after. Files of one worker are on one phone: what a file
 * keeps there is of a person of its own.
 */
export function familyForTests(): Family {
  // The code of some pages comes when they are opened, and the computer may be busy.
  configure({ asyncUtilTimeout: 15_000 })
  const family = new Family()
  beforeEach(() => family.startAnew())
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })
  return family
}
