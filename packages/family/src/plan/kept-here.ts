import { useEffect, useSyncExternalStore } from 'react'
import { DeviceStore, type KeptKey } from '@kinplan/private-draft/device-store'
import type { MyRoomFactsFragment } from '../generated/graphql'

type Room = Pick<MyRoomFactsFragment, 'meetingId' | 'me'>

let made: DeviceStore | undefined
/** By meeting and person, once somebody has looked. */
const keysHere = new Map<string, readonly KeptKey[]>()
/** Drafts of which this page was told to keep nothing. */
const keepsNothing = new Set<string>()
const listeners = new Set<() => void>()
/** Of the whole device, for everybody who uses it; so it is nobody's data. */
const sharedName = 'kinplan-shared-tablet'
/** Where the browser refuses storage: for as long as this page is open. */
let isSharedPage = false

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** What this device keeps, sealed. Made when it is first needed: a page without a private draft opens no storage. */
export function store(): DeviceStore {
  return (made ??= new DeviceStore())
}

/** True on a device that several of the family use: it keeps their sealed words, and no key. */
function isSharedTablet(): boolean {
  try {
    return isSharedPage || localStorage.getItem(sharedName) !== null
  } catch {
    // A browser may refuse storage.
    return isSharedPage
  }
}

export function useSharedTablet(): boolean {
  return useSyncExternalStore(watch, isSharedTablet)
}

export function setSharedTablet(isShared: boolean): void {
  isSharedPage = isShared
  try {
    if (isShared) localStorage.setItem(sharedName, 'yes')
    else localStorage.removeItem(sharedName)
  } catch {
    // A browser may refuse storage: then it keeps no key in any case.
  }
  tell()
}

/** From now on no key is on this device, of nobody's draft; the sealed words of each stay, and are sent once a key is here again. */
export async function shareTablet(room: Room): Promise<void> {
  setSharedTablet(true)
  await store()
    .forgetKeys()
    .catch(() => undefined)
  await lookForKeys(room.meetingId, room.me)
}

/** Nothing of the draft stays on this phone once this page is closed. */
export async function keepNothing(room: Room, draftId: string): Promise<void> {
  keepNothingOf(draftId)
  await store()
    .forget({ draft: draftId, member: room.me })
    .catch(() => undefined)
  await lookForKeys(room.meetingId, room.me)
}

/** This page keeps nothing of a draft that it is about to begin. */
export function keepNothingOf(draftId: string): void {
  keepsNothing.add(draftId)
}

/** True where this page was told to keep nothing. */
export function keepsNothingOf(draftId: string): boolean {
  return keepsNothing.has(draftId)
}

/** True where a key of the draft may stay. */
export function keepsKeyOf(draftId: string): boolean {
  return !keepsNothingOf(draftId) && !isSharedTablet()
}

export async function lookForKeys(meeting: string, member: string): Promise<void> {
  const keys = await store()
    .keysOf(meeting, member)
    .catch(() => [])
  keysHere.set(`${meeting} ${member}`, keys)
  tell()
}

/** Undefined until somebody has looked. */
export function keysIn({ meetingId, me }: Room): readonly KeptKey[] | undefined {
  return keysHere.get(`${meetingId} ${me}`)
}

/** Looks which drafts of the meeting this device keeps a key of; false until it has looked. */
export function useKeysHere(room: Room | undefined): boolean {
  const keys = useSyncExternalStore(watch, () => room && keysIn(room))
  const [meeting, member] = [room?.meetingId, room?.me]
  useEffect(() => {
    if (meeting !== undefined && member !== undefined) void lookForKeys(meeting, member)
  }, [meeting, member])
  return keys !== undefined
}
