import { describe, expect, it } from 'vitest'
import { killWhileTyping } from '../checks/killed-while-typing'

describe('a server that is killed while four people type', () => {
  it('has lost no acknowledged word when it is back, stored none twice, and left no gap; and planted ones are found', async () => {
    const found = await killWhileTyping('embedded', 1, 'fromSources')
    expect(found).toMatchObject({ kills: 1, lost: 0, doubled: 0, gaps: 0, planted: 4, caught: 4 })
    expect(found.acknowledged).toBeGreaterThan(0)
  })
})
