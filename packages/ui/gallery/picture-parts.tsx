import { CirclePicture } from '../src/circle-picture'
import { HeatWeeks, type HeatCell } from '../src/heat-weeks'
import type { DayLook } from '../src/day-mark'
import { MonthPicture } from '../src/month-picture'
import '../src/month-picture.css'
import { StatusWord } from '../src/status-word'
import { TwoLanes } from '../src/two-lanes'

const groups = [
  {
    id: 'school',
    label: 'From school',
    from: 190,
    to: 350,
    people: [
      { id: 'a', name: 'Ada', state: 'full' as const, word: 'Coming', note: 'By train, with Tom' },
      { id: 'b', name: 'Ben Oduya', state: 'half' as const, word: 'Sending a letter' },
      { id: 'c', name: 'Grandma Josie', state: 'dot' as const, word: 'Asked, no answer yet' },
    ],
  },
  { id: 'work', label: 'From work', from: 10, to: 100, people: [], question: 'Who from work should be there?' },
  {
    id: 'friends',
    label: 'Neighbours',
    from: 110,
    to: 180,
    people: [
      { id: 'd', name: 'Dina', state: 'open' as const, word: 'Not asked yet' },
      { id: 'e', name: 'Eli', state: 'struck' as const, word: 'Not coming' },
    ],
  },
  {
    id: 'hall',
    label: 'From the hall',
    from: 15,
    to: 75,
    outside: true,
    people: [
      { id: 'f', name: 'Mr Shah', state: 'full' as const, word: 'Coming' },
      { id: 'g', name: 'Caterer', state: 'dot' as const, word: 'Asked' },
    ],
  },
]

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const days = Array.from({ length: 14 }, (_, place) => ({
  id: `d${place}`,
  label: `${dayNames[place % 7]} ${place + 3} May`,
  weekBegins: place % 7 === 0,
}))
const hours = Array.from({ length: 10 }, (_, place) => ({ id: `h${place}`, label: String(place + 10) }))

function cell(day: string, hour: string): HeatCell {
  const count = (Number(day.slice(1)) * 3 + Number(hour.slice(1)) * 2) % 7
  const level = Math.min(4, Math.ceil((count / 6) * 4)) as HeatCell['level']
  return {
    level,
    text: String(count),
    words: `${days.find((one) => one.id === day)?.label} at ${Number(hour.slice(1)) + 10}: ${count} of 6 can come`,
  }
}

const looks: DayLook[] = ['can', 'part', 'work', 'night', 'sleep', 'cannot', 'none']
const month = Array.from({ length: 31 }, (_, place) => {
  const look = looks[place % 7] ?? 'none'
  const date = `2027-05-${String(place + 1).padStart(2, '0')}`
  return { date, look, word: look, words: `${date}: ${look}`, isToday: place === 9, isGone: place < 9 }
})

export function PictureParts() {
  return (
    <main className="page">
      <h1>Pictures</h1>
      <CirclePicture label="Sam’s people" centre="Sam" groups={groups} />
      <HeatWeeks
        label="When people can come"
        hint="Point at an hour to see who can come."
        stonesLabel="Three good times"
        days={days}
        hours={hours}
        cell={cell}
        stones={[
          {
            number: 1,
            day: 'd5',
            hour: 'h2',
            words: (
              <p>
                <strong>Sat 8 May at 12.</strong> All six can come.
              </p>
            ),
          },
          {
            number: 2,
            day: 'd9',
            hour: 'h5',
            words: (
              <p>
                <strong>Wed 12 May at 15.</strong> Five; Ben by phone.
              </p>
            ),
          },
        ]}
      />
      <MonthPicture
        label="May 2027"
        weekdays={dayNames.map((name) => ({ short: name.slice(0, 2), long: name }))}
        days={month}
        onTouch={() => undefined}
        hint="Touch a day to change it."
        lines={[{ id: '1', look: 'can', when: 'Monday 10 May:', words: 'free.' }]}
        linesLabel="The same as a list"
      />
      <TwoLanes
        label="Who does what by when"
        lanes={[
          {
            label: 'Us',
            empty: 'Nothing yet.',
            items: [
              {
                id: '1',
                at: '2026-05-04',
                when: 'By Mon 4 May',
                what: 'Bake the cake',
                who: 'Gran',
                status: <StatusWord kind="done">Done</StatusWord>,
              },
              {
                id: '2',
                at: '2026-05-08',
                when: 'By Fri 8 May',
                what: 'Fetch Grandma Josie from the station and take her home',
                who: 'Tom',
                status: <StatusWord kind="waiting">Doing it</StatusWord>,
              },
              {
                id: '3',
                at: '2026-05-08',
                when: 'By Fri 8 May',
                what: 'Balloons',
                who: 'Ada',
                status: <StatusWord kind="needs-you">Needs a hand</StatusWord>,
              },
            ],
          },
          {
            label: 'The hall',
            empty: 'Nothing yet.',
            items: [
              {
                id: '4',
                at: '2026-05-06',
                when: 'By Wed 6 May',
                what: 'Say yes or no to the piano',
                who: 'Mr Shah',
                status: <StatusWord kind="needs-you">Late by 2 days</StatusWord>,
              },
              { id: '5', at: '2026-05-08', when: 'By Fri 8 May', what: 'Open the back door', who: 'Mr Shah' },
            ],
          },
        ]}
      />
    </main>
  )
}
