import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanDatabase, enginesToTest, type CleanDatabase } from '../clean-database'
import { apartPlants } from './apart-plants'
import { compareApart } from './compare-apart'

describe.each(enginesToTest())('the rule of pairs kept apart, in TypeScript and as the %s database keeps it', (engine) => {
  let clean: CleanDatabase
  beforeAll(async () => {
    clean = await cleanDatabase(engine)
  })
  afterAll(() => clean.drop())

  it('is the same in made-up worlds, and the comparison sees where it is not', async () => {
    const told: string[] = []
    const plants = apartPlants.filter(({ name }) =>
      ['no time lies between two parts in one room', 'what was planned does not count', 'nothing refuses'].includes(name),
    )
    expect(await compareApart(clean, 150, 1, (line) => told.push(line), plants)).toEqual({
      worlds: 150,
      different: 0,
      planted: 3,
      caught: 3,
    })
    expect(told).toEqual([])
  }, 180_000)
})
