import { useSyncExternalStore } from 'react'
import { askAgain } from '../connection/asked'
import type { Refused } from '../connection/change'
import type { MyRoomFactsFragment } from '../generated/graphql'
import { type Bytes, fromBase64Url, toBase64Url } from '@kinplan/private-draft/bytes'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { readDraftDocument, writePlan } from '@kinplan/private-draft/draft-document'
import { newDevice, newDraftKey, openDraftKeys } from '@kinplan/private-draft/draft-key'
import type { DraftPlan } from '@kinplan/private-draft/draft-plan'
import { openPrivateDraft, startPrivateDraft, type PrivateDraft } from '@kinplan/private-draft/private-draft'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import type { SavedState } from '@kinplan/private-draft/send-envelopes'
import { serverPost } from './server-post'
import { leaveDevice, returnToDevice, stayOnDevice, staysOnDevice } from '@kinplan/private-draft/stay-on-device'
import type { TakenAway } from '@kinplan/private-draft/taken-away'
import { deviceAfter } from '@kinplan/private-draft/timers'
import { tellUnsavedWords } from '@kinplan/private-draft/unsaved-words'

export type Room = MyRoomFactsFragment

/** The draft that this page has open, as it is at one moment. */
export interface HeldDraft {
  readonly place: DraftPlace
  readonly member: string
  /** K, for the square. */
  readonly key: Bytes
  readonly memberProof: string
  readonly draft: PrivateDraft
  readonly plan: DraftPlan
  readonly saved: SavedState
  /** Words of others are still on their way. */
  readonly waiting: boolean
  /** The server answered and stores nothing more. */
  readonly stopped: boolean
  /** What was taken away and is still here to be seen. */
  readonly takenAway: readonly TakenAway[]
  readonly refused: Refused | undefined
}

let held: HeldDraft | undefined
let refused: Refused | undefined
const listeners = new Set<() => void>()
const tryAgainMs = 5_000

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** The open draft with this id; undefined when this page does not hold its key. */
export function useHeldDraft(draftId: string | undefined): HeldDraft | undefined {
  const now = useSyncExternalStore(watch, () => held)
  return now?.place.draft === draftId ? now : undefined
}

/** Without this there is no private draft: a page over plain HTTP from another machine has none. */
export function canSeal(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined
}

tellUnsavedWords(() => held !== undefined && (held.draft.sender.hasUnsent || keepsWords(held)))

/** Some words are on this page and not in the draft: there was no room for them, or somebody took their step away. */
export function keepsWords({ draft: { fields, takenAway } }: HeldDraft): boolean {
  return fields.keepWords || takenAway.waits
}

const events = {
  refused(refusal: Refused) {
    refused = refusal
  },
  ended: askAgain,
}

/** The way to the server for this page. */
export function postHere() {
  return serverPost(events)
}

/**
 * Makes the room's draft with a new key. `from`: the plan that was shared before, for more private time.
 * 'refused' when somebody was first, or private time is over. Throws when no answer came.
 */
export async function startDraft(room: Room, from?: DraftPlan): Promise<'started' | 'refused'> {
  const place: DraftPlace = { meeting: room.meetingId, draft: newUuid(deviceChance), epoch: 1 }
  const key = newDraftKey(deviceChance)
  const started = await startPrivateDraft(postHere(), { place, key })
  if (started) {
    await holdDraft(room, place, key)
    if (from && held) writePlan(held.draft.document, from, () => newUuid(deviceChance))
  }
  askAgain()
  return started ? 'started' : 'refused'
}

/** Opens a draft whose key this device has, and stays on the device. */
export async function holdDraft(room: Room, place: DraftPlace, key: Bytes, device: Bytes = newDevice(deviceChance)): Promise<void> {
  letGo()
  const post = postHere()
  const { memberProof } = await openDraftKeys(key, place)
  refused = undefined
  const draft = await openPrivateDraft({
    post,
    place,
    key,
    device,
    member: room.me,
    things: room.bottomLines.map(({ id }) => id),
    after: deviceAfter,
    chance: deviceChance,
    changed: () => refresh(),
  })
  held = {
    place,
    key,
    draft,
    member: room.me,
    memberProof: toBase64Url(memberProof),
    ...stateOf(draft),
  }
  tell()
  void stay(post, { place, member: room.me, key, memberProof })
}

function stateOf(draft: PrivateDraft) {
  const { sender, receiver, document, takenAway } = draft
  return {
    plan: readDraftDocument(document),
    saved: sender.saved,
    waiting: receiver.state.waiting,
    stopped: sender.stopped,
    takenAway: takenAway.all,
    refused,
  }
}

function refresh(): void {
  if (held === undefined) return
  held = { ...held, ...stateOf(held.draft) }
  tell()
}

/** Closes the draft on this page; what stays on the device stays. */
function letGo(): void {
  held?.draft.close()
  held = undefined
  tell()
}

/** Asks for the server's key share until it comes: without it a reload cannot open the draft again. */
async function stay(
  post: ReturnType<typeof serverPost>,
  kept: { place: DraftPlace; member: string; key: Bytes; memberProof: Bytes },
): Promise<void> {
  const storage = deviceStorage()
  if (!storage) return
  try {
    const released = await post.releaseDeviceKey({ draftId: kept.place.draft, memberProof: toBase64Url(kept.memberProof) })
    if (released) await stayOnDevice(storage, { ...kept, released: fromBase64Url(released) }, deviceChance)
  } catch {
    deviceAfter(tryAgainMs, () => {
      if (held?.place.draft === kept.place.draft) void stay(post, kept)
    })
  }
}

/** True when this device may hold what opens the draft with the server's key share. */
export function mayReturn(room: Room): boolean {
  const storage = deviceStorage()
  return Boolean(storage && room.draft && staysOnDevice(storage, room.draft.id, room.me))
}

/** The proof that this device holds the key of a draft, also one that is closed; undefined when it does not. */
export function proofHere(room: Room, draftId: string): string | undefined {
  if (held?.place.draft === draftId) return held.memberProof
  const storage = deviceStorage()
  return storage && staysOnDevice(storage, draftId, room.me)?.memberProof
}

/** After its end was undone: what was written here meanwhile goes out. */
export function goOnWith(draftId: string): void {
  if (held?.place.draft === draftId) void held.draft.sender.tryAgain()
}

/** After a reload: 'opened', 'gone' when the key cannot be had any more, 'notConnected' when no answer came. */
export async function returnToDraft(room: Room): Promise<'opened' | 'gone' | 'notConnected'> {
  const storage = deviceStorage()
  const kept = storage && room.draft && staysOnDevice(storage, room.draft.id, room.me)
  if (!storage || !room.draft || !kept) return 'gone'
  const place: DraftPlace = { meeting: room.meetingId, draft: room.draft.id, epoch: room.draft.epoch }
  try {
    const released = await postHere().releaseDeviceKey({ draftId: place.draft, memberProof: kept.memberProof })
    const key = released && (await returnToDevice(storage, { place, member: room.me, released: fromBase64Url(released) }))
    if (!key) {
      leaveDevice(storage, place.draft, room.me)
      return 'gone'
    }
    await holdDraft(room, place, key)
    return 'opened'
  } catch {
    return 'notConnected'
  }
}

function deviceStorage(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    // A browser may refuse storage: then a reload needs the square again.
    return undefined
  }
}
