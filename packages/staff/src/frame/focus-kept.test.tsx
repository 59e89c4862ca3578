// @vitest-environment jsdom
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { meeting, openTimes } from '../booking/times-for-tests'
import { routes } from '../routes'

const ruth = { __typename: 'Worker', id: 'w9', name: 'Ruth Jenkins', title: 'Team manager', phone: '01632 960109' }
const me = {
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: ruth,
  person: null,
  viewerCan: ['place_manage', 'team_stuck'],
  storyPage: false,
  today: '2026-03-11',
}
const holidaysAndSchool = { __typename: 'HolidaysAndSchool', nation: 'scotland', schoolStart: '08:45', schoolEnd: '15:30' }
const room = (id: string, name: string) => ({ __typename: 'Room', id, name, capacity: 8, stepFree: true, twoWaysOut: false })

function open(address: string, answers: Answers) {
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('fetch', answerDocuments({ Me: () => ({ me }), Teams: () => ({ teams: [] }), ...answers }).fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [address] })} />
    </ApolloProvider>,
  )
}

/** With the keyboard alone. */
async function pressEnterOn(element: HTMLElement) {
  element.focus()
  await userEvent.keyboard('{Enter}')
}
const focused = () => document.activeElement?.textContent

const noCalendar = {
  __typename: 'MyCalendar',
  busyFrom: null,
  busyUntil: null,
  busyCount: 0,
  feedAddress: null,
  away: [],
  sayAwayFor: [],
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('after something was done the focus', () => {
  function places() {
    let willow = { __typename: 'Place', id: 'p1', name: 'Willow Hub', address: '1 Willow Lane', rooms: [room('r1', 'Garden room')] }
    const beech = { ...willow, id: 'p2', name: 'Beech House', rooms: [] }
    let list = [willow, beech]
    const now = (name: string, change: () => void) => () => {
      change()
      list = list.map((one) => (one.id === 'p1' ? willow : one))
      return { [name]: { __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Done`, places: list } }
    }
    open('/places', {
      Places: () => ({ places: list, schoolTerms: [], holidaysAndSchool }),
      KeepRoom: now('keepRoom', () => void (willow = { ...willow, rooms: [...willow.rooms, room('r2', 'Quiet room')] })),
      EndRoom: now('endRoom', () => void (willow = { ...willow, rooms: [] })),
      EndPlace: now('endPlace', () => void (list = list.slice(1))),
    })
  }

  it('is on the word that it was saved', async () => {
    places()
    await userEvent.click((await screen.findAllByText('Add a room'))[0] as HTMLElement)
    await userEvent.type(screen.getAllByLabelText('Name of the room')[0] as HTMLElement, 'Quiet room{Enter}')
    await screen.findByRole('rowheader', { name: 'Quiet room' })
    expect(document.activeElement).toBe(screen.getAllByRole('status').find(({ textContent }) => textContent === 'Saved.'))
  })

  it('is on the place whose room was taken off', async () => {
    places()
    await pressEnterOn(await screen.findByRole('button', { name: 'Take off: Garden room' }))
    await pressEnterOn(screen.getByRole('button', { name: 'Take it off' }))
    await vi.waitFor(() => expect(screen.queryByRole('rowheader', { name: 'Garden room' })).toBeNull())
    await vi.waitFor(() => expect(focused()).toBe('Willow Hub'))
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('is on the page’s heading where the whole place went', async () => {
    places()
    await pressEnterOn((await screen.findAllByText('Take this place off the list'))[0] as HTMLElement)
    await pressEnterOn(screen.getByRole('button', { name: 'Take it off' }))
    await vi.waitFor(() => expect(screen.queryByRole('heading', { name: 'Willow Hub' })).toBeNull())
    await vi.waitFor(() => expect(focused()).toBe('Places and rooms'))
  })

  it('is left alone where somebody put it elsewhere', async () => {
    places()
    await pressEnterOn(await screen.findByRole('button', { name: 'Take off: Garden room' }))
    await pressEnterOn(screen.getByRole('button', { name: 'Take it off' }))
    const elsewhere = screen.getByRole('link', { name: 'What is taken this week' })
    elsewhere.focus()
    await vi.waitFor(() => expect(screen.queryByRole('rowheader', { name: 'Garden room' })).toBeNull())
    expect(document.activeElement).toBe(elsewhere)
  })

  it('is on the address that was made, and on its section once it is ended', async () => {
    let myCalendar: object = noCalendar
    const becomes = (name: string, feedAddress: string | null) => () => {
      myCalendar = { ...myCalendar, feedAddress }
      return { [name]: { __typename: `${name[0]?.toUpperCase()}${name.slice(1)}Done`, myCalendar } }
    }
    open('/calendar', {
      MyCalendar: () => ({ myCalendar }),
      MakeCalendarFeed: becomes('makeCalendarFeed', 'https://kinplan.example/abc.ics'),
      EndCalendarFeed: becomes('endCalendarFeed', null),
    })
    await pressEnterOn(await screen.findByRole('button', { name: 'Make an address' }))
    await screen.findByText('https://kinplan.example/abc.ics')
    await vi.waitFor(() => expect(focused()).toContain('Your address'))
    await pressEnterOn(screen.getByRole('button', { name: 'End the address' }))
    await pressEnterOn(screen.getByRole('button', { name: 'End it' }))
    await screen.findByRole('button', { name: 'Make an address' })
    await vi.waitFor(() => expect(focused()).toBe('When Kinplan holds me'))
  })

  it('is on the words that busy times were sent', async () => {
    open('/calendar', {
      MyCalendar: () => ({ myCalendar: noCalendar }),
      SaveMyBusyTimes: () => ({ saveMyBusyTimes: { __typename: 'SaveMyBusyTimesDone', myCalendar: noCalendar } }),
    })
    await userEvent.upload(
      await screen.findByLabelText('Calendar file'),
      new File(['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//S//EN\r\nEND:VCALENDAR\r\n'], 'mine.ics', { type: 'text/calendar' }),
    )
    await pressEnterOn(await screen.findByRole('button', { name: 'Send these busy times' }))
    await vi.waitFor(() => expect(focused()).toBe('Sent. No meeting is offered then.'))
  })

  const booked = {
    ...meeting,
    version: 5,
    stage: 'booked',
    startWall: '2027-01-14T14:00',
    endWall: '2027-01-14T16:00',
    start: '2027-01-14T14:00:00Z',
    minutes: 120,
    place: 'Willow Family Hub',
    placeId: 'willow',
  }
  const holds = (confirmedAt: string | null) => [
    {
      __typename: 'RoomHold',
      id: 'h1',
      roomId: 'garden',
      roomName: 'the garden room',
      use: 'main',
      capacity: 14,
      seatsTaken: 3,
      confirmedAt,
      confirmedBy: confirmedAt && 'Helen Okafor',
    },
  ]

  it('is on the booked time, and there when the hub said yes', async () => {
    openTimes(meeting, {
      BookTime: () => ({ bookTime: { __typename: 'BookTimeDone', meeting: { ...booked, roomHolds: holds(null) } } }),
      ConfirmRooms: () => ({
        confirmRooms: { __typename: 'ConfirmRoomsDone', meeting: { ...booked, version: 6, roomHolds: holds('2026-12-03T10:00:00Z') } },
      }),
    })
    await pressEnterOn(await screen.findByRole('button', { name: 'Choose this time: Thursday 14 January 2027, 14:00' }))
    await pressEnterOn(within(screen.getByRole('dialog')).getByRole('button', { name: 'Book it' }))
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Booked' })))
    await pressEnterOn(screen.getByRole('button', { name: 'The hub has said yes' }))
    await screen.findByText(/^Confirmed with the hub/)
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Booked' })))
  })

  it('goes back to the time that was chosen, and then not booked', async () => {
    openTimes()
    const choose = await screen.findByRole('button', { name: 'Choose this time: Thursday 14 January 2027, 14:00' })
    await pressEnterOn(choose)
    await pressEnterOn(within(screen.getByRole('dialog')).getByRole('button', { name: 'Not yet' }))
    await vi.waitFor(() => expect(document.activeElement).toBe(choose))
  })

  it('is on the safety decision that was recorded', async () => {
    const safetyDecision = {
      __typename: 'SafetyDecision',
      id: 's1',
      decidedBy: ruth,
      decidedAt: '2026-12-01T10:00:00Z',
      saidAlone: 'a',
      ordersChecked: 'b',
      advice: 'c',
      shape: 'd',
      arrivalLeaving: 'e',
      ifSomebodyComes: 'f',
      coversAll: true,
    }
    const needed = { ...meeting, safety: 'needed', viewerCan: [...meeting.viewerCan, 'safety_record'] }
    openTimes(needed, {
      RecordSafety: () => ({
        recordSafety: { __typename: 'RecordSafetyDone', meeting: { ...needed, version: 5, safety: 'decided', safetyDecision } },
      }),
    })
    await screen.findByText('One time was found.')
    const form = screen.getByLabelText(/^What did the person at risk say/i).closest('form') as HTMLFormElement
    await pressEnterOn(within(form).getByRole('button'))
    await vi.waitFor(() => expect(focused()).toMatch(/^Safety decision by Ruth Jenkins/))
  })
})
