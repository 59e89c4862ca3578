import { describe, expect, it } from 'vitest'
import { isAlone, isLeftOut, isVouched, tookKeyTogether, type DraftOfRoom } from './vouching'

const none = { vouched: false, leftOut: false, alone: false, together: false }
const draft = (what: Partial<DraftOfRoom>): DraftOfRoom => ({
  id: 'one',
  roomId: 'room',
  open: true,
  joined: false,
  shared: false,
  heldHere: false,
  ...what,
})

/** Of the draft `one` in `room`, for a session that holds what is `heldHere`. */
const cases: [string, DraftOfRoom[], Partial<typeof none>][] = [
  ['no draft', [], {}],
  ['somebody else began', [draft({})], {}],
  ['this session began, and nobody joined', [draft({ heldHere: true })], { alone: true }],
  ['this session began beside another', [draft({ heldHere: true }), draft({ id: 'two' })], { alone: true }],
  ['a second person joined it', [draft({ heldHere: true, joined: true })], { vouched: true, together: true }],
  ['others joined it', [draft({ joined: true })], { leftOut: true }],
  ['others joined another', [draft({ heldHere: true, open: false }), draft({ id: 'two', joined: true })], { leftOut: true }],
  ['it was shared together', [draft({ heldHere: true, joined: true, open: false, shared: true })], { vouched: true, together: true }],
  ['others shared it', [draft({ joined: true, open: false, shared: true })], { leftOut: true }],
  ['the family started again without the key', [draft({ heldHere: true, joined: true, open: false })], { together: true }],
  ['it was started again by others', [draft({ joined: true, open: false })], {}],
  ['it was shared alone', [draft({ heldHere: true, open: false, shared: true })], { alone: true }],
  [
    'this session shared together, and begins another',
    [draft({ heldHere: true }), draft({ id: 'two', heldHere: true, joined: true, open: false, shared: true })],
    { vouched: true, alone: true },
  ],
  ['it is of another room', [draft({ roomId: 'other', heldHere: true, joined: true })], { together: true }],
]

describe('who is vouched for', () => {
  it.each(cases)('%s', (_what, drafts, expected) => {
    expect({
      vouched: isVouched(drafts, 'room'),
      leftOut: isLeftOut(drafts, ['room']),
      alone: isAlone(drafts, { roomId: 'room', draftId: 'one' }),
      together: tookKeyTogether(drafts, 'one'),
    }).toEqual({ ...none, ...expected })
  })

  it('counts in any of the rooms of one meeting', () => {
    const drafts = [draft({ joined: true, heldHere: true, open: false, shared: true }), draft({ id: 'two', roomId: 'later', joined: true })]
    expect([isLeftOut(drafts, ['room', 'later']), isLeftOut(drafts, ['later']), isLeftOut(drafts, [])]).toEqual([false, true, false])
  })

  it('is alone in a room only with a draft that is open there', () => {
    expect(isAlone([draft({ heldHere: true })], { roomId: 'room', draftId: null })).toBe(true)
    expect(isAlone([draft({ heldHere: true, open: false })], { roomId: 'room', draftId: null })).toBe(false)
  })
})
