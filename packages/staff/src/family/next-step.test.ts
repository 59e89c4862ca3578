import { describe, expect, it } from 'vitest'
import { inOrderOfNeed, type FamilyRowOf } from './next-step'

const today = '2026-03-10'
const row = (
  name: string,
  stage: NonNullable<FamilyRowOf['nextMeeting']>['stage'] | null,
  startWall: string | null = null,
  hasMoved = false,
): FamilyRowOf => ({
  __typename: 'FamilyRow',
  id: name,
  name,
  team: 'North team',
  children: [],
  nextMeeting: stage && { __typename: 'FamilyRowMeeting', id: `m-${name}`, kind: 'conference', stage, startWall, hasMoved },
  withdrawal: null,
})

describe('what needs me', () => {
  it('comes in order: on now, today, gone by, preparing, booked by date, none yet', () => {
    const rows = [
      row('none', null),
      row('moved', 'booked', '2026-04-09T10:00', true),
      row('later', 'booked', '2026-04-02T10:00'),
      row('sooner', 'booked', '2026-03-12T10:00'),
      row('preparing', 'preparing'),
      row('gone', 'booked', '2026-03-01T10:00'),
      row('today', 'booked', '2026-03-10T16:00'),
      row('on', 'privateTime', '2026-03-10T09:00'),
    ]
    expect(inOrderOfNeed(rows, today).map((one) => one.row.name)).toEqual([
      'on',
      'today',
      'gone',
      'moved',
      'preparing',
      'sooner',
      'later',
      'none',
    ])
  })

  it('is first of all whoever asked quietly, and says nobody’s name', () => {
    const withdrawal = { __typename: 'FamilyRowWithdrawal', meetingId: 'm-quiet', waits: 'contact', contactOn: '2026-03-11' } as const
    const rows = [row('on', 'privateTime', '2026-03-10T09:00'), { ...row('quiet', 'booked', '2026-04-02T10:00'), withdrawal }]
    const [first] = inOrderOfNeed(rows, today)
    expect(first?.next).toMatchObject({
      stands: 'Somebody asked you quietly. Get in touch on Wednesday 11 March 2026',
      to: '/meetings/m-quiet/people',
    })
    const changed = { ...row('quiet', 'booked'), withdrawal: { ...withdrawal, waits: 'change' as const } }
    expect(inOrderOfNeed([changed], today)[0]?.next.stands).toBe('Somebody asked you quietly for a change')
  })

  it('has one next step, where it is done', () => {
    expect(inOrderOfNeed([row('today', 'booked', '2026-03-10T16:00')], today)[0]?.next).toMatchObject({
      stands: 'The meeting is today',
      to: '/meetings/m-today/day',
    })
    expect(inOrderOfNeed([row('moved', 'booked', '2026-04-09T10:00', true)], today)[0]?.next).toMatchObject({
      step: 'See what has moved',
      to: '/meetings/m-moved/times',
    })
    expect(inOrderOfNeed([row('none', null)], today)[0]?.next.to).toBe('/families/none')
  })
})
