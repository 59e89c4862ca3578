import { describe, expect, it } from 'vitest'
import { personKinds } from '../family/circle'
import {
  checkTypedOver,
  isUndecided,
  paperStateOf,
  paperStates,
  roomOfReadBack,
  speaksForFamily,
  whyNotConfirmed,
  type PaperState,
  type PaperTyping,
} from './paper-plan'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 12, hour))
const typed: PaperTyping = {
  id: 'first',
  roomId: 'ours',
  memberIds: ['mum', 'gran'],
  typing: 1,
  typedAt: at(14),
  takenBackAt: null,
  stopped: false,
}
const plan = (memberIds: string[], hour: number, paperPlanId: string | null = null) => ({
  id: `plan at ${hour}`,
  version: 1,
  memberIds,
  sharedAt: at(hour),
  paperPlanId,
})
const corrected = { ...typed, id: 'second', typing: 2, typedAt: at(15) }

const cases: [string, Partial<PaperTyping>, PaperTyping[], ReturnType<typeof plan>[], PaperState][] = [
  ['nobody has said anything', {}, [], [], 'waiting'],
  ['somebody says that it is not what they wrote', { stopped: true }, [], [], 'stopped'],
  ['somebody said yes', {}, [], [plan(['mum', 'gran'], 15, 'first')], 'confirmed'],
  ['somebody said yes, and it was typed anew', {}, [corrected], [plan(['mum', 'gran'], 15, 'first')], 'confirmed'],
  ['it was typed anew', { stopped: true }, [corrected], [], 'replaced'],
  ['another room was typed for', {}, [{ ...corrected, roomId: 'theirs' }], [], 'waiting'],
  ['it is the newer typing', {}, [{ ...typed, id: 'older', typing: 0 }], [], 'waiting'],
  ['it was taken back', { takenBackAt: at(15), stopped: true }, [], [], 'takenBack'],
  ['they shared a plan since', {}, [], [plan(['gran', 'jo'], 15)], 'outdated'],
  ['they had shared a plan before', {}, [], [plan(['gran', 'jo'], 13)], 'waiting'],
  ['others shared a plan since', {}, [], [plan(['dad'], 15)], 'waiting'],
]

describe('a plan that was typed in from paper', () => {
  it.each(cases)('%s', (_when, changes, others, plans, state) => {
    const paper = { ...typed, ...changes }
    expect(paperStateOf(paper, [paper, ...others], plans)).toBe(state)
  })

  it('can be said yes to while it waits, and nothing else can', () => {
    expect(Object.fromEntries(paperStates.map((state) => [state, whyNotConfirmed(state)]))).toEqual({
      waiting: null,
      stopped: 'paperStopped',
      confirmed: 'alreadyDone',
      replaced: 'planNotLatest',
      takenBack: 'alreadyDone',
      outdated: 'planNotLatest',
    })
    expect(paperStates.filter(isUndecided)).toEqual(['waiting', 'stopped'])
  })

  it('is typed over only by whoever has seen the typing that stands', () => {
    for (const [standing, seen] of [
      ['first', null],
      [null, 'first'],
      ['second', 'first'],
    ] as const)
      expect(() => checkTypedOver(standing, seen)).toThrow('changedMeanwhile')
    expect(() => checkTypedOver(null, null)).not.toThrow()
    expect(() => checkTypedOver('first', 'first')).not.toThrow()
  })

  it('is said yes to by the family, and not by who stays with it', () => {
    expect(personKinds.filter(speaksForFamily)).toEqual(personKinds.filter((kind) => ['child', 'kin', 'friend'].includes(kind)))
  })
})

describe('whose plan it is', () => {
  const inRoom = (roomId: string, hour: number, ...people: string[]) =>
    people.map((personId) => ({ personId, roomId, startedAt: at(hour) }))
  const rooms = [...inRoom('ours', 12, 'mum', 'gran'), ...inRoom('theirs', 12, 'dad'), ...inRoom('again', 14, 'mum')]

  it.each([
    ['the room of those to whom it was read back', ['mum', 'gran'], 'ours'],
    ['the latest, where somebody was in several', ['mum'], 'again'],
    ['theirs, where it was read back to one alone', ['dad'], 'theirs'],
  ])('is %s', (_whose, people, room) => {
    expect(roomOfReadBack(people, rooms)).toBe(room)
    expect(roomOfReadBack(people, rooms.toReversed())).toBe(room)
  })

  it.each([
    ['nobody', []],
    ['people of two rooms', ['gran', 'dad']],
    ['somebody who was in none', ['mum', 'jo']],
  ])('is nobody’s when it was read back to %s', (_whom, people) => {
    expect(() => roomOfReadBack(people, rooms)).toThrow(expect.objectContaining({ code: 'choiceUnknown', field: 'readBackTo' }) as Error)
  })
})
