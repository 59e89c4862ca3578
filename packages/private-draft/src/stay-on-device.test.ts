import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { DeviceStore, type KeptKey } from './device-store'
import { returnToDevice, stayOnDevice } from './stay-on-device'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 3 }
const member = 'member-1'
const key = deviceChance(32)
const memberProof = deviceChance(32)
const released = deviceChance(32)
let store: DeviceStore
let kept: KeptKey
let names = 0

beforeEach(async () => {
  store = new DeviceStore(`stay-${(names += 1)}`)
  await stayOnDevice(store, { place, member, key, memberProof, released }, deviceChance)
  kept = (await store.keyOf({ draft: 'draft-1', member }))!
})

describe('staying on a device', () => {
  it('gives K back whatever page asks, with the key share that the server releases', async () => {
    expect(kept).toMatchObject({ meeting: 'meeting-1', epoch: 3, memberProof: toBase64Url(memberProof) })
    expect(await store.keysOf('meeting-1', member)).toEqual([kept])
    expect(await returnToDevice(kept, released)).toEqual(key)
    expect(JSON.stringify(kept)).not.toContain(toBase64Url(key))
  })

  it('opens for no other key share, person, draft, meeting or epoch', async () => {
    expect(await returnToDevice(kept, deviceChance(32))).toBeUndefined()
    for (const other of [{ epoch: 4 }, { meeting: 'other' }, { draft: 'draft-2' }, { member: 'member-2' }, { body: kept.body.slice(4) }])
      expect(await returnToDevice({ ...kept, ...other }, released)).toBeUndefined()
  })

  it('is found for nobody else and nowhere else, and not once it was forgotten', async () => {
    expect(await store.keysOf('meeting-1', 'member-2')).toEqual([])
    expect(await store.keysOf('meeting-2', member)).toEqual([])
    await store.forget({ draft: 'draft-1', member })
    expect(await store.keysOf('meeting-1', member)).toEqual([])
  })
})

it('leaves no key of anybody on a device that is shared, which stays so until somebody takes it back', async () => {
  await store.keepKey({ ...kept, member: 'member-2' })
  await store.keepShared(true)
  await store.forgetKeys()
  for (const one of [member, 'member-2']) expect(await store.keysOf('meeting-1', one)).toEqual([])
  expect(await new DeviceStore(`stay-${names}`).isShared()).toBe(true)
  await store.keepShared(false)
  expect(await store.isShared()).toBe(false)
})

it('is kept by a store whose browser let nothing be opened at first', async () => {
  const later = new DeviceStore('later')
  const { open } = indexedDB
  indexedDB.open = () => {
    throw new DOMException('not now', 'SecurityError')
  }
  await expect(later.keysOf('meeting-1', member)).rejects.toThrow('not now')
  indexedDB.open = open
  await later.keepKey(kept)
  expect(await later.keysOf('meeting-1', member)).toEqual([kept])
})
