import { beforeEach, describe, expect, it } from 'vitest'
import { toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { leaveDevice, returnToDevice, stayOnDevice, staysOnDevice } from './stay-on-device'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 3 }
const member = 'member-1'
const key = deviceChance(32)
const memberProof = deviceChance(32)
const released = deviceChance(32)
let kept: Map<string, string>
let storage: Parameters<typeof stayOnDevice>[0]

beforeEach(() => {
  kept = new Map()
  storage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
})

describe('staying on a device', () => {
  it('gives K back after a reload, with the key share that the server releases', async () => {
    await stayOnDevice(storage, { place, member, key, memberProof, released }, deviceChance)
    expect(staysOnDevice(storage, 'draft-1', member)).toEqual({ epoch: 3, memberProof: toBase64Url(memberProof) })
    expect(await returnToDevice(storage, { place, member, released })).toEqual(key)
    expect([...kept.values()].join()).not.toContain(toBase64Url(key))
  })

  it('opens for no other key share, person, draft or epoch', async () => {
    await stayOnDevice(storage, { place, member, key, memberProof, released }, deviceChance)
    const [value = ''] = kept.values()
    expect(await returnToDevice(storage, { place, member, released: deviceChance(32) })).toBeUndefined()
    expect(await returnToDevice(storage, { place: { ...place, epoch: 4 }, member, released })).toBeUndefined()
    expect(await returnToDevice(storage, { place: { ...place, meeting: 'other' }, member, released })).toBeUndefined()
    kept.set('kinplan/1/stay/draft-1/member-2', value)
    expect(await returnToDevice(storage, { place, member: 'member-2', released })).toBeUndefined()
    kept.set('kinplan/1/stay/draft-2/member-1', value)
    expect(await returnToDevice(storage, { place: { ...place, draft: 'draft-2' }, member, released })).toBeUndefined()
  })

  it('says that nothing is kept when it was left, never kept, or spoilt', async () => {
    await stayOnDevice(storage, { place, member, key, memberProof, released }, deviceChance)
    leaveDevice(storage, 'draft-1', member)
    expect(kept.size).toBe(0)
    const proof = toBase64Url(memberProof)
    for (const spoilt of [
      '',
      '3',
      '3.',
      `0.${proof}.AAAA`,
      `3.${proof}.A`,
      `3.${proof}.====`,
      `3.${proof}.AAAA`,
      '3.AAAA.AAAA',
      `x.${proof}.AAAA`,
    ]) {
      kept.set('kinplan/1/stay/draft-1/member-1', spoilt)
      expect(await returnToDevice(storage, { place, member, released })).toBeUndefined()
    }
  })
})
