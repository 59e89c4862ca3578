// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Answers } from '../connection/answer-documents-for-tests'
import {
  ask as usualAsk,
  comes,
  foundOf,
  leftOut,
  meeting as usual,
  openTimes,
  part,
  places as usualPlaces,
  proposalAt,
} from './times-for-tests'

const ask = { ...usualAsk, minutes: '150' }
const meeting = {
  ...usual,
  participants: [
    part('leanne', 'Leanne'),
    part('daniel', 'Daniel'),
    part('halina', 'Halina', { need: 'welcome', comesWithId: 'agata' }),
    part('agata', 'Agata'),
    part('priya', 'Priya Shah', { person: null, worker: usual.referrer, partEdge: 'beginning', partMinutes: 45 }),
  ],
  timeAsk: { ...usual.timeAsk, ...ask },
}
const [willow, beech] = usualPlaces
const places = [{ ...willow, rooms: willow?.rooms.map((room) => ({ ...room, capacity: room.id === 'garden' ? 14 : 5 })) }, beech]
const proposal = proposalAt('2027-01-14T14:00', {
  endWall: '2027-01-14T16:30',
  secondRoomId: 'quiet',
  secondRoomName: 'the quiet room',
  shape: 'twoMeetings',
  better: 'timeOff',
  comes: [comes('leanne', 'Leanne'), { ...comes('daniel', 'Daniel', 'secondRoom'), askBy: '2026-12-31' }, comes('priya', 'Priya Shah')],
  leftOut: [leftOut('halina', 'Halina', 'companionNotFree'), leftOut('agata', 'Agata')],
  secondMeeting: { __typename: 'SecondMeeting', startWall: '2027-01-15T10:00', endWall: '2027-01-15T12:30', names: ['Halina'] },
})
const oneAsk = {
  __typename: 'OneAsk',
  kind: 'free',
  participantId: 'agata',
  name: 'Agata',
  worker: false,
  edge: null,
  minutes: 150,
  fromWall: '2027-01-14T14:00',
  untilWall: '2027-01-14T16:30',
  result: { ...proposal, leftOut: [], shape: 'together', secondMeeting: null },
}
const found = foundOf([proposal], {
  asks: [oneAsk],
  heat: [
    { __typename: 'HeatCell', day: '2027-01-14', hour: 14, time: '14:00', ways: 'rs' },
    { __typename: 'HeatCell', day: '2027-01-14', hour: 15, time: '15:15', ways: 'r-' },
  ],
})
const nothing = { ...found, proposals: [], asks: [] }

const open = (shown: object, answers: Answers = {}) =>
  openTimes(shown, { PlacesToAsk: () => ({ places }), RankedTimes: () => ({ rankedTimes: found }), ...answers })
const sentNames = (edge: ReturnType<typeof open>) =>
  edge.sent
    .map(({ operationName }) => operationName)
    .filter((name) => !['Me', 'Meeting', 'PlacesToAsk', 'Changed', 'WhoCanBeReached'].includes(name))
const proposed = async () => within(await screen.findByRole('list', { name: 'Proposed times, the best first' })).getByRole('listitem')

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('finding a time', () => {
  it('looks at once with what was asked before, and says each time as one would aloud', async () => {
    const edge = open(meeting)
    const said = (await proposed()).textContent
    for (const sentence of [
      'Thursday 14 January 2027, 14:00 to 16:30',
      'At Willow Family Hub, in the garden room, with the quiet room as the second room.',
      'Can come: Leanne and Priya Shah (for the first 45 minutes) in the room; Daniel in the second room, joined by a screen.',
      'Daniel needs time off work, and has to ask for it by Thursday 31 December 2026.',
      'Agata (must be there) is not free then.',
      'Halina cannot come without Agata, who is not free then.',
      'People who are kept apart have a meeting each. Halina could have a meeting of their own: Friday 15 January 2027, 10:00 to 12:30.',
    ])
      expect(said).toContain(sentence)
    expect(edge.sent.find(({ operationName }) => operationName === 'RankedTimes')?.variables).toEqual({ meetingId: 'm1', ask })
    expect(sentNames(edge)).toEqual(['RankedTimes'])
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('saves what was changed of each person and the ask, then looks', async () => {
    const done = (name: string) => () => ({ [`${name[0]?.toLowerCase()}${name.slice(1)}`]: { __typename: `${name}Done`, meeting } })
    const edge = open({ ...meeting, timeAsk: null }, { SetNeed: done('SetNeed'), SaveTimeAsk: done('SaveTimeAsk') })
    await userEvent.selectOptions(await screen.findByLabelText('Look here first'), 'Willow Family Hub')
    await userEvent.selectOptions(screen.getByLabelText('Then here (2)'), 'Beech House')
    await userEvent.selectOptions(screen.getByLabelText('Need: Daniel'), 'Hoped for')
    await userEvent.type(screen.getByLabelText('Minutes of travel to Beech House: Daniel'), '40')
    await userEvent.click(screen.getByRole('button', { name: 'Look for times' }))
    await proposed()
    expect(sentNames(edge)).toEqual(['SetNeed', 'SaveTimeAsk', 'RankedTimes'])
    expect(edge.sent.find(({ operationName }) => operationName === 'SetNeed')?.variables).toEqual({
      input: {
        participantId: 'daniel',
        version: 7,
        need: 'hoped',
        partEdge: null,
        partMinutes: null,
        comesWithId: null,
        travel: [{ placeId: 'beech', minutes: '40' }],
      },
    })
    expect(edge.sent.find(({ operationName }) => operationName === 'SaveTimeAsk')?.variables).toMatchObject({
      input: { meetingId: 'm1', ask: { placeIds: ['willow', 'beech'], minutes: '150' } },
    })
    expect(document.activeElement?.textContent).toBe('One time was found.')
  })

  it('stops at what is refused, with a way to the control, and looks for nothing', async () => {
    const edge = open(
      { ...meeting, timeAsk: null },
      { SetNeed: () => ({ setNeed: { __typename: 'Refused', code: 'timeImpossible', field: 'partMinutes' } }) },
    )
    await userEvent.selectOptions(await screen.findByLabelText('For how much of it: Leanne'), 'The end')
    await userEvent.type(screen.getByLabelText('Minutes: Leanne'), '17')
    await userEvent.click(screen.getByRole('button', { name: 'Look for times' }))
    await userEvent.click(within(await screen.findByRole('alert')).getByRole('link'))
    expect(document.activeElement).toBe(screen.getByLabelText('Minutes: Leanne'))
    expect(sentNames(edge)).toEqual(['SetNeed'])
  })

  it('asks the one thing that would help, first where nobody else would do', async () => {
    open(meeting, { RankedTimes: () => ({ rankedTimes: { ...found, proposals: [] } }) })
    await screen.findByRole('heading', { name: 'No time works yet. This comes nearest:' })
    screen.getByText('If Agata could be free on Thursday 14 January 2027 from 14:00 to 16:30, everyone can come.')
    expect(screen.getByText('Could you be free on Thursday 14 January 2027 from 14:00 to 16:30?').tagName).toBe('BLOCKQUOTE')
  })

  it('leads from an hour of the picture to its proposal, or looks at that hour by hand', async () => {
    const edge = open(meeting, { TimeByHand: () => ({ timeByHand: nothing }) })
    const stone = await screen.findByRole('button', {
      name: /^1\. Thursday 14 January 2027, 14:00: 2 can come: Leanne in the room; Daniel in the second room/,
    })
    stone.focus()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toContain('At Willow Family Hub')
    stone.focus()
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await screen.findByRole('heading', { name: 'If we begin on Thursday 14 January 2027, 15:15' })
    expect(edge.sent.find(({ operationName }) => operationName === 'TimeByHand')?.variables).toMatchObject({
      date: '2027-01-14',
      start: '15:15',
      placeId: 'willow',
    })
    await userEvent.click(screen.getByRole('button', { name: 'Book it all the same' }))
    expect((screen.getByLabelText('Begins at', { selector: 'dialog input' }) as HTMLInputElement).value).toBe('15:15')
  })

  it('books the rooms of the proposal, and says that held here is not confirmed', async () => {
    const edge = open(meeting, { BookTime: () => ({ bookTime: { __typename: 'BookTimeDone', meeting } }) })
    await userEvent.click(await screen.findByRole('button', { name: 'Choose this time: Thursday 14 January 2027, 14:00' }))
    const dialog = within(screen.getByRole('dialog'))
    expect((dialog.getByLabelText('Main room') as HTMLSelectElement).selectedOptions[0]?.text).toBe('the garden room, for 14')
    dialog.getByText(/^Held here is not confirmed with the hub/)
    await userEvent.click(dialog.getByRole('button', { name: 'Book it' }))
    expect(edge.sent.find(({ operationName }) => operationName === 'BookTime')?.variables).toEqual({
      input: {
        meetingId: 'm1',
        version: 4,
        date: '2027-01-14',
        start: '14:00',
        minutes: '150',
        place: 'Willow Family Hub',
        placeId: 'willow',
        roomId: 'garden',
        secondRoomId: 'quiet',
        placeIsOther: false,
      },
    })
  })

  it('asks her to look where words could be the same place, and books once she has', async () => {
    const unsure = { __typename: 'Refused', code: 'placeUnsure', field: 'place' }
    const edge = open(meeting, {
      BookTime: ({ input }) => ({
        bookTime: (input as { placeIsOther: boolean }).placeIsOther ? { __typename: 'BookTimeDone', meeting } : unsure,
      }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Choose this time: Thursday 14 January 2027, 14:00' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.queryByRole('button', { name: /^I have looked/ })).toBeNull()
    await userEvent.click(dialog.getByRole('button', { name: 'Book it' }))
    expect((await dialog.findAllByText(/Is it certainly another place\?$/)).length).toBeGreaterThan(0)
    await userEvent.click(dialog.getByRole('button', { name: 'I have looked: it is certainly another place. Book it.' }))
    const sent = edge.sent.filter(({ operationName }) => operationName === 'BookTime')
    expect(sent.map(({ variables }) => (variables as { input: { placeIsOther: boolean } }).input.placeIsOther)).toEqual([false, true])
  })

  it('is the coordinator’s alone', async () => {
    const edge = open({ ...meeting, viewerCan: ['meeting_read'], timeAsk: null, conflicts: null, moved: null, anotherDays: null })
    await screen.findByText(/^The coordinator looks for the time and books it/)
    expect(sentNames(edge)).toEqual([])
  })
})

describe('when things move after booking', () => {
  const booked = {
    ...meeting,
    startWall: '2027-01-14T14:00',
    endWall: '2027-01-14T16:30',
    start: '2027-01-14T14:00:00Z',
    minutes: 150,
    place: 'Willow Family Hub',
    placeId: 'willow',
    stage: 'booked',
    participants: meeting.participants.map((one) =>
      one.id === 'leanne'
        ? { ...one, invitedAt: '2026-12-01T10:00:00Z', invitation: 'sent', state: 'coming', how: 'inRoom' }
        : { ...one, plannedHow: 'video' },
    ),
    roomHolds: [
      {
        __typename: 'RoomHold',
        id: 'h1',
        roomId: 'garden',
        roomName: 'the garden room',
        use: 'main',
        capacity: 14,
        seatsTaken: 3,
        confirmedAt: null,
        confirmedBy: null,
      },
    ],
  }

  it('says so loudly of a pair, who is not free, who asked for another day and who was invited, and finds the next best', async () => {
    const edge = open(
      {
        ...booked,
        conflicts: [{ __typename: 'ApartConflict', names: ['Leanne', 'Daniel'], level: 'room' }],
        moved: [{ __typename: 'MovedPart', participantId: 'daniel', name: 'Daniel', why: 'notFree' }],
        anotherDays: [
          {
            __typename: 'AnotherDay',
            id: 'a1',
            name: 'Halina',
            text: 'I have the hospital that day.',
            askedAt: '2026-12-02T09:00:00Z',
            answeredAt: null,
          },
        ],
      },
      { AnswerAnotherDay: () => ({ answerAnotherDay: { __typename: 'AnswerAnotherDayDone', meeting: booked } }) },
    )
    expect((await screen.findByRole('alert')).textContent).toContain('Leanne and Daniel: not in one room.')
    screen.getByText('Daniel is not free then any more: what they said of their days has changed.')
    screen.getByText('I have the hospital that day.')
    expect(screen.getByText(/^They have an invitation to this one:/).textContent).toContain('Leanne')
    screen.getByText(/^The answers people have given are kept/)
    await proposed()
    expect(sentNames(edge)).toEqual(['RankedTimes'])
    await userEvent.click(screen.getByRole('button', { name: 'I have answered them: Halina' }))
    expect(edge.sent.find(({ operationName }) => operationName === 'AnswerAnotherDay')?.variables).toEqual({ id: 'a1' })
  })

  it('shows held rooms until the hub has said yes, and how each was planned to come', async () => {
    const confirmed = {
      ...booked,
      version: 5,
      roomHolds: [{ ...booked.roomHolds[0], confirmedAt: '2026-12-03T10:00:00Z', confirmedBy: 'Helen Okafor' }],
    }
    const edge = open(booked, { ConfirmRooms: () => ({ confirmRooms: { __typename: 'ConfirmRoomsDone', meeting: confirmed } }) })
    await screen.findByText('Held here')
    expect(screen.getByRole('row', { name: /Daniel/ }).textContent).toContain('by video (planned)')
    await userEvent.click(screen.getByRole('button', { name: 'The hub has said yes' }))
    await screen.findByText('Confirmed with the hub on Thursday 3 December 2026, 10:00, written down by Helen Okafor')
    expect(edge.sent.find(({ operationName }) => operationName === 'ConfirmRooms')?.variables).toEqual({ meetingId: 'm1', version: 4 })
    expect(sentNames(edge)).toEqual(['ConfirmRooms'])
  })
})
