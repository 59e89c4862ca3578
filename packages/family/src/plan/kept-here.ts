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
/** Of the whole device, for everybody who uses it; known once somebody has looked for keys. */
let isShared = false
/** How often somebody has said so here: what was read before is out of date. */
let timesSaid = 0

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
  return isShared
}

export function useSharedTablet(): boolean {
  return useSyncExternalStore(watch, isSharedTablet)
}

/** A browser that refuses storage keeps no key in any case, and this page knows it as long as it is open. */
export async function setSharedTablet(shared: boolean): Promise<void> {
  isShared = shared
  timesSaid += 1
  tell()
  await store()
    .keepShared(shared)
    .catch(() => undefined)
}

/** From now on no key is on this device, of nobody's draft; the sealed words of each stay, and are sent once a key is here again. */
export async function shareTablet(room: Room): Promise<void> {
  await setSharedTablet(true)
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
  const before = timesSaid
  const shared = await store()
    .isShared()
    .catch(() => isShared)
  if (timesSaid === before) isShared = shared
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
