// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { currentUserAs, meetingOfEllie } from '../fake-network-for-tests'
import { AskAnotherDayDocument, CurrentUserDocument, ReplyDocument } from '../generated/graphql'
import type { Meeting } from '../page/current-user'

const family = familyForTests()
const coming: Meeting['mine'] = { ...meetingOfEllie.mine, state: 'coming', how: 'inRoom' }

function meetingIs(meeting: Partial<Meeting>): void {
  family.currentUser = () => currentUserAs(meeting)
}

describe('the answer to the invitation', () => {
  it('offers only the ways that are open', async () => {
    meetingIs({ ways: ['inRoom', 'phone', 'spokenFor', 'letter'], mine: { ...coming, how: 'video' } })
    await family.open('/meeting/m1/reply')
    const ways = within(screen.getByRole('group', { name: 'How will you join?' })).getAllByRole<HTMLInputElement>('radio')
    expect(ways.map(({ value }) => value)).toEqual(['inRoom', 'phone'])
    expect(ways.some(({ checked }) => checked)).toBe(false)
  })

  it('does not offer to come when no way to come is open', async () => {
    meetingIs({ ways: ['spokenFor', 'letter'] })
    await family.open('/meeting/m1/reply')
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ value }) => value)).toEqual(['sendingViews', 'notComing'])
    expect(screen.getByText('No way to come is open for you now. To speak about it, ring Helen Okafor.')).toBeTruthy()
  })

  it('takes the focus to what is missing, and to what says that it was refused', async () => {
    family.network.answer(ReplyDocument, () => ({
      reply: { __typename: 'Refused' as const, code: 'changedMeanwhile' as const, field: null },
    }))
    await family.open('/meeting/m1/reply')
    await family.press('Save my answer')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Yes, I am coming/ }))
    await family.user.click(screen.getByRole('radio', { name: /Yes, I am coming/ }))
    await family.press('Save my answer')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /In the room/ }))
    await family.user.click(screen.getByRole('radio', { name: /By video/ }))
    await family.press('Save my answer')
    const words = await screen.findByText(/Somebody changed this a moment ago/)
    await waitFor(() => expect(document.activeElement?.contains(words)).toBe(true))
    expect(document.activeElement).not.toBe(document.body)
  })

  it('takes the focus to the question whose answer the meeting does not take', async () => {
    family.network.answer(ReplyDocument, () => ({
      reply: { __typename: 'Refused' as const, code: 'choiceUnknown' as const, field: 'how' },
    }))
    meetingIs({ mine: coming })
    await family.open('/meeting/m1/reply')
    await family.press('Save my answer')
    expect(await screen.findByText(/That is not open for this meeting/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('radio', { name: /In the room/ })))
  })
})

describe('an answer that was given for another day', () => {
  it('is asked for again, at home, on the meeting and where it is given', async () => {
    meetingIs({ mine: coming, answeredBefore: true })
    await family.open('/')
    expect(
      screen.getByText('The meeting is on Tuesday 1 December, 4 pm. You answered before that day was set. Can you still come?'),
    ).toBeTruthy()
    expect(screen.getByText('You answered before this day was set. Can you still come?')).toBeTruthy()
    expect(screen.queryByText(/You are coming/)).toBeNull()
    expect(screen.queryByText(/nothing you need to do/)).toBeNull()
    await family.follow('Say if you can still come')
    expect(family.title()).toBe('Can you still come?')
    await family.follow('Back')
    expect(screen.getByRole('link', { name: /Can you still come/ })).toBeTruthy()
    expect(screen.queryByText(/You are coming/)).toBeNull()
  })

  it('is asked for in other words when it was no', async () => {
    meetingIs({ mine: { ...coming, state: 'notComing', how: null }, answeredBefore: true })
    await family.open('/')
    expect(screen.getByText('You answered before this day was set. Can you come now?')).toBeTruthy()
    expect(screen.getByText(/You answered before that day was set. Can you come now\?/)).toBeTruthy()
  })
})

describe('time off work for the meeting', () => {
  it.each(['/meeting/m1', '/meeting/m1/reply'])('is told with the last day to ask for it: %s', async (path) => {
    meetingIs({ timeOffBy: '2026-11-27' })
    await family.open(path)
    expect(screen.getByText('You need time off work for this. Ask by Friday 27 November.')).toBeTruthy()
  })

  it('is told when that day has gone by', async () => {
    meetingIs({ timeOffBy: '2026-11-20' })
    await family.open('/meeting/m1')
    expect(
      screen.getByText(
        'You need time off work for this. The last day to ask was Friday 20 November. If you have not asked, ring Helen Okafor.',
      ),
    ).toBeTruthy()
  })

  it('is not spoken of when none is needed', async () => {
    await family.open('/meeting/m1')
    expect(screen.queryByText(/time off work/)).toBeNull()
  })
})

describe('who else is coming', () => {
  it('are names, and each worker once with what they do', async () => {
    meetingIs({ others: [{ id: 'x', name: 'Tom' }] })
    await family.open('/meeting/m1/who')
    const people = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(people).toEqual(['Tom', 'Helen Okafor, runs the meeting', 'Priya Shah, asked for the meeting'])
    expect(screen.queryByText(/in the room/)).toBeNull()
  })

  it('are nobody when only the workers have said that they come', async () => {
    meetingIs({ others: [] })
    await family.open('/meeting/m1/who')
    expect(screen.getByText(/Nobody else has said yes yet/)).toBeTruthy()
  })
})

describe('another day', () => {
  let asked: { words: string } | undefined
  const answers = () => {
    asked = undefined
    family.currentUser = () => currentUserAs({ anotherDayAsked: asked !== undefined })
    family.network.answer(AskAnotherDayDocument, ({ input }) => {
      asked = { words: input.words }
      return { askAnotherDay: { __typename: 'AskAnotherDayDone' as const } }
    })
  }

  it('asks once for a few words, does not force them, and tells what happens next', async () => {
    answers()
    await family.open('/meeting/m1/another-day')
    await family.press('Ask for another day')
    expect(screen.getByText(/A few words would help Helen Okafor/)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(asked).toBeUndefined()
    await family.press('Ask without words')
    await waitFor(() => expect(asked).toEqual({ words: '' }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Family meeting about Ellie'))
    await family.follow(/I need another day/)
    expect(
      screen.getByText(
        /Helen Okafor will ring you\. Until you have found another day together, the meeting stays on Tuesday 1 December, 4 pm\./,
      ),
    ).toBeTruthy()
    expect(screen.getByText('Do you want to say more? Ring Helen Okafor.')).toBeTruthy()
  })

  it('sends words at the first press, and the meeting’s page says at once that it was asked for', async () => {
    answers()
    await family.open('/meeting/m1/another-day')
    let arrive: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    let late = 0
    vi.stubGlobal('fetch', async (address: unknown, init: RequestInit) => {
      const answer = await family.network.fetch(address, init)
      if (!String(init.body).includes(CurrentUserDocument.id)) return answer
      late++
      await arrived
      return answer
    })
    await family.user.type(screen.getByRole('textbox'), 'Any Saturday')
    await family.press('Ask for another day')
    await waitFor(() => expect(late).toBeGreaterThan(0))
    expect(family.title()).toBe('I need another day')
    arrive()
    await waitFor(() => expect(family.title()).toBe('Family meeting about Ellie'))
    expect(screen.getByText('You have asked Helen Okafor for another day.', { selector: '.status *' })).toBeTruthy()
    expect(screen.queryByText('You have not answered yet')).toBeNull()
    expect(asked).toEqual({ words: 'Any Saturday' })
  })

  it('is what the home page says, not that there was no answer', async () => {
    meetingIs({ anotherDayAsked: true })
    await family.open('/')
    expect(screen.queryByText('You have not answered yet')).toBeNull()
    expect(screen.queryByText(/Say if you can come/)).toBeNull()
    expect(screen.getAllByText(/You have asked Helen Okafor for another day\./).length).toBeGreaterThan(0)
  })

  it('stands beside an answer that was given', async () => {
    meetingIs({ anotherDayAsked: true, mine: coming })
    await family.open('/meeting/m1')
    expect(screen.getByText('You are coming: in the room')).toBeTruthy()
    expect(screen.getByText('You have asked Helen Okafor for another day.', { selector: '.status *' })).toBeTruthy()
  })
})
