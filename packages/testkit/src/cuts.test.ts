import { describe, expect, it } from 'vitest'
import { cutWhileTyping } from '../checks/cut-while-typing'
import { enginesToTest } from './clean-database'

describe.each(enginesToTest().filter((engine) => engine === 'postgres'))('two servers whose connections to %s are cut', () => {
  it('live, lose no acknowledged word, deliver all to who stays and nothing to who is put out; and planted faults are found', async () => {
    const found = await cutWhileTyping(6)
    expect(found).toMatchObject({ serverDied: 0, acknowledgedLost: 0, neverDelivered: 0, deliveredAfterPutOut: 0, deletedWhilePrivate: 0 })
    expect(found).toMatchObject({ planted: 5, caught: 5 })
    expect(found.acknowledged).toBeGreaterThan(0)
  }, 240_000)
})
