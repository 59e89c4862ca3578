import { useSyncExternalStore } from 'react'
import { askAgain } from '../connection/asked'
import type { Refused } from '../connection/change'
import type { MyRoomFactsFragment } from '../generated/graphql'
import { type Bytes, fromBase64Url, toBase64Url } from '@kinplan/private-draft/bytes'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import type { KeptKey } from '@kinplan/private-draft/device-store'
import { readDraftDocument, writePlan } from '@kinplan/private-draft/draft-document'
import { newDevice, newDraftKey, openDraftKeys } from '@kinplan/private-draft/draft-key'
import type { DraftPlan } from '@kinplan/private-draft/draft-plan'
import { openPrivateDraft, startPrivateDraft, type PrivateDraft } from '@kinplan/private-draft/private-draft'
import { oneAtATimeHere } from '@kinplan/private-draft/one-at-a-time'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import type { SavedState } from '@kinplan/private-draft/send-envelopes'
import { keepNothing, keepNothingOf, keepsKeyOf, keepsNothingOf, keysIn, lookForKeys, setSharedTablet, store } from './kept-here'
import { serverPost } from './server-post'
import { returnToDevice, stayOnDevice } from '@kinplan/private-draft/stay-on-device'
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
  /** Words of others cannot be read here. */
  readonly unread: boolean
  /** The server answered and stores nothing more. */
  readonly stopped: boolean
  /** The browser lets nothing be kept: words are in this page alone until they are saved. */
  readonly storeRefused: boolean
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
export async function startDraft(
  room: Room,
  { from, keepsNone = false }: { from?: DraftPlan; keepsNone?: boolean },
): Promise<'started' | 'refused'> {
  const place: DraftPlace = { meeting: room.meetingId, draft: newUuid(deviceChance), epoch: 1 }
  if (keepsNone) keepNothingOf(place.draft)
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
    store: () => (keepsNothingOf(place.draft) ? undefined : store()),
    oneAtATime: oneAtATimeHere,
    after: deviceAfter,
    chance: deviceChance,
    changed: () => refresh(),
  })
  held?.draft.close()
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
  const { waiting, unread } = receiver.state
  return {
    plan: readDraftDocument(document),
    saved: draft.saved,
    waiting,
    unread,
    stopped: sender.stopped,
    storeRefused: sender.storeRefused,
    takenAway: takenAway.all,
    refused,
  }
}

function refresh(): void {
  if (held === undefined) return
  held = { ...held, ...stateOf(held.draft) }
  tell()
}

/** The page may never be seen again: a telephone call, a swipe, a battery. */
function hide(): void {
  if (document.visibilityState === 'hidden') held?.draft.sender.hide()
}
document.addEventListener('visibilitychange', hide)
window.addEventListener('pagehide', () => held?.draft.sender.hide())

/** Asks for the server's key share until it comes: without it nobody can open the draft here again. A shared tablet keeps no key. */
async function stay(
  post: ReturnType<typeof serverPost>,
  kept: { place: DraftPlace; member: string; key: Bytes; memberProof: Bytes },
): Promise<void> {
  const { place, member } = kept
  try {
    if (!keepsKeyOf(place.draft)) return
    const released = await post.releaseDeviceKey({ draftId: place.draft, memberProof: toBase64Url(kept.memberProof) })
    if (!released || !keepsKeyOf(place.draft)) return
    // A browser may refuse storage: then a page that was closed needs the square again, and the words say so.
    await stayOnDevice(store(), { ...kept, released: fromBase64Url(released) }, deviceChance).catch(() => undefined)
    await lookForKeys(place.meeting, member)
  } catch {
    deviceAfter(tryAgainMs, () => {
      if (held?.place.draft === place.draft) void stay(post, kept)
    })
  }
}

/** This is a phone of one person after all: it keeps the key of the open draft again. */
export async function keepKeyAgain(): Promise<void> {
  await setSharedTablet(false)
  if (held === undefined) return
  const { place, member, key, memberProof } = held
  void stay(postHere(), { place, member, key, memberProof: fromBase64Url(memberProof) })
}

/** Keys that may open the draft of the room: of the one it names, or where it names none to this session, of any. */
function mayOpen(room: Room): readonly KeptKey[] {
  return (keysIn(room) ?? []).filter(({ draft }) => draft === (room.draft?.id ?? draft))
}

/** True when this device may hold what opens the draft with the server's key share; see `useKeysHere`. */
export function mayReturn(room: Room): boolean {
  return mayOpen(room).length > 0
}

/** The proof that this device holds the key of a draft, also one that is closed; undefined when it does not; see `useKeysHere`. */
export function proofHere(room: Room, draftId: string): string | undefined {
  if (held?.place.draft === draftId) return held.memberProof
  return keysIn(room)?.find(({ draft }) => draft === draftId)?.memberProof
}

/** After its end was undone: what was written here meanwhile goes out. */
export function goOnWith(draftId: string): void {
  if (held?.place.draft === draftId) void held.draft.sender.tryAgain()
}

type Returned = 'opened' | 'gone' | 'notConnected'
let returning: Promise<Returned> | undefined

/** On a page that was opened anew: 'gone' when the key cannot be had any more, 'notConnected' when no answer came. */
export function returnToDraft(room: Room): Promise<Returned> {
  returning ??= returnOnce(room).finally(() => (returning = undefined))
  return returning
}

async function returnOnce(room: Room): Promise<Returned> {
  if (mayOpen(room).some(({ draft }) => draft === held?.place.draft)) return 'opened'
  // A newer plan has begun here while the room was still told of the one that is shared.
  if (room.draft?.shared && held?.place.meeting === room.meetingId) return 'opened'
  try {
    for (const kept of mayOpen(room)) {
      const { draft, member, meeting, epoch, memberProof } = kept
      const answer = room.draft?.shared ? await releasedAfterShare(kept) : await postHere().comeBackToDraft({ draftId: draft, memberProof })
      // What the server has deleted opens nowhere any more.
      if (answer === 'forgotten') await store().forget(kept)
      const key = typeof answer === 'object' && (await returnToDevice(kept, fromBase64Url(answer.released)))
      if (!key) continue
      await holdDraft({ ...room, me: member }, { meeting, draft, epoch }, key)
      // With the key this session may know who is here.
      askAgain()
      return 'opened'
    }
    return 'gone'
  } catch {
    return 'notConnected'
  }
}

/** For a day after the plan was shared, to whoever is still signed in: what was written later is on this phone. */
async function releasedAfterShare({ draft: draftId, memberProof }: KeptKey) {
  const released = await postHere().releaseDeviceKey({ draftId, memberProof })
  return released === undefined ? ('refused' as const) : { released }
}

/** Words that were written here after the plan was shared, with the shared ones: a new plan of the room begins with them. */
export async function carryOn(room: Room, late: HeldDraft): Promise<'started' | 'refused'> {
  const done = await startDraft(room, { from: late.plan, keepsNone: keepsNothingOf(late.place.draft) })
  if (done === 'started')
    await store()
      .forget({ draft: late.place.draft, member: late.member })
      .catch(() => undefined)
  return done
}

/** Nobody wants them: nothing of the draft is on this phone any more. */
export async function throwAway(room: Room, late: HeldDraft): Promise<void> {
  late.draft.close()
  held = undefined
  await keepNothing(room, late.place.draft)
}
