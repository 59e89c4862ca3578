import type { Engine } from '../clean-database'
import { answeredAlike } from './answered-alike'
import { swapIds } from './argument-cells'
import { coverageOf } from './coverage'
import { isAskedFor, whyEqual } from './equal-mutants'
import { gatherFacts } from './facts'
import { moments, type Moment } from './moments'
import { mutantsOf, type Mutant } from './mutants'
import { isOfAFamily } from './of-families'
import { neverGot, passOver, unmetFields } from './passes'
import { people, strangers, type Person } from './people'
import { foundPlants } from './plants'
import { rowsBehind } from './rows-behind'
import type { Cell, Scene } from './scene'
import { noticedIn, passAndLearn } from './try-mutants'
import { undoneParts } from './undone-door'
import { withOpenLock, withoutWall } from './walls'
import { openWorld } from './world'
import { goTo } from './world-moments'

interface AccessOptions {
  engine: Engine
  moments: readonly Moment[]
  people: readonly Person[]
  /** How many of the mutants, spread over all. */
  mutants: number
}

interface AccessCounts {
  fields: number
  people: number
  cells: number
  unexpected: number
  rowLeaksAppOff: number
  rowLeaksDbOff: number
  mutants: number
  noticed: number
  equal: number
  planted: number
  caught: number
}

/** A mutant that nobody can notice is tried on so many cells at each moment. */
const cellsOfEqual = 3

/** What was wrong, in words, by what it counts for. */
interface Wrongs {
  unexpected: string[]
  appOff: string[]
  dbOff: string[]
}

/**
 * Everybody asks everything at each moment: as the server is; with a lock that allows everything; and with no wall behind the lock, where
 * the mutants of the policy have to be noticed too. Each answer is held against the tables that were reviewed by hand.
 */
export async function countAccess(options: AccessOptions, say: (line: string) => void): Promise<AccessCounts> {
  const world = await openWorld(options.engine)
  try {
    const { fields, missing } = coverageOf(world.server.parts.schema)
    const run = new AccessRun(options)
    run.wrongs.unexpected.push(...missing)
    for (const moment of moments) {
      if (!options.moments.includes(moment)) continue
      const began = Date.now()
      await goTo(world, moment)
      const parts = undoneParts(world.server.parts)
      const scene: Scene = { world, facts: await gatherFacts(world), moment, parts, people: options.people }
      await run.asItIs(scene)
      await run.withoutLock(scene)
      await run.withoutWall(scene)
      if (moment === options.moments[0]) await run.plant(scene, say)
      run.sayWrongs(say)
      say(`${moment}: ${Math.round((Date.now() - began) / 1000)} s, ${run.pending.size} mutants not noticed yet`)
    }
    run.conclude()
    run.sayWrongs(say)
    const { unexpected, appOff, dbOff } = run.wrongs
    for (const { name } of run.pending) say(`not noticed: ${name}`)
    return {
      fields: fields.length,
      people: options.people.length,
      cells: run.cells,
      unexpected: unexpected.length,
      rowLeaksAppOff: appOff.length,
      rowLeaksDbOff: dbOff.length,
      mutants: run.mutants,
      noticed: run.mutants - run.pending.size,
      equal: run.equal.length,
      ...run.planted,
    }
  } finally {
    await world.server.drop()
  }
}

class AccessRun {
  readonly wrongs: Wrongs = { unexpected: [], appOff: [], dbOff: [] }
  readonly pending: Set<Mutant>
  readonly mutants: number
  readonly equal: Mutant[]
  cells = 0
  planted = { planted: 0, caught: 0 }
  readonly #isWhole: boolean
  readonly #said = new Set<string>()
  readonly #shown = new Set<string>()
  readonly #swapped = new Set<string>()

  constructor({ mutants, moments: at, people: who }: AccessOptions) {
    const all = mutantsOf()
    this.equal = all.filter((mutant) => whyEqual(mutant) !== null)
    const toNotice = all.filter((mutant) => whyEqual(mutant) === null)
    const every = Math.max(1, Math.ceil(toNotice.length / mutants))
    this.pending = new Set(toNotice.filter((_mutant, place) => place % every === 0))
    this.mutants = this.pending.size
    this.#isWhole = at.length === moments.length && who.length === people.length
  }

  /**
   * The server as it is; whoever gets something sends ids of another family in place of theirs; and whoever may never change a thing cannot
   * tell whether it is there.
   */
  async asItIs(scene: Scene): Promise<void> {
    const gets: Cell[] = []
    const pass = await passOver(scene, (cell, found) => {
      const once = `${cell.ask}, ${scene.moment}`
      if (!found.shown || this.#swapped.has(once)) return
      this.#swapped.add(once)
      gets.push(cell)
    })
    this.cells += pass.cells
    this.wrongs.unexpected.push(...pass.wrong.map(({ words }) => words))
    for (const what of pass.shown) this.#shown.add(what)
    for (const cell of gets) {
      const { cells, wrong } = await swapIds(scene, cell)
      this.cells += cells
      this.wrongs.unexpected.push(...wrong)
    }
    const alike = await answeredAlike(scene)
    this.cells += alike.cells
    this.wrongs.unexpected.push(...alike.wrong)
  }

  /** A lock that allows everything, and then no app at all: what the wall lets through. */
  async withoutLock(scene: Scene): Promise<void> {
    const outside = scene.people.filter((person) => strangers.includes(person))
    const pass = await withOpenLock(() => passOver({ ...scene, people: outside }))
    const leaks = pass.wrong.filter(({ leak, what }) => leak && isOfAFamily(what))
    const behind = await rowsBehind(scene.world, scene.moment, scene.people)
    this.cells += pass.cells + behind.asked
    this.wrongs.appOff.push(...leaks.map(({ words }) => words), ...behind.leaks)
  }

  /** No wall: the lock alone shows the same; and every mutant of it shows. */
  async withoutWall(scene: Scene): Promise<void> {
    await withoutWall(scene.world.server, async () => {
      const { pass, deciding } = await passAndLearn(scene)
      this.cells += pass.cells
      this.wrongs.dbOff.push(...pass.wrong.map(({ words }) => words))
      for (const mutant of this.equal)
        if (isAskedFor(mutant, deciding)) this.wrongs.unexpected.push(`${mutant.name}: is asked for, ${scene.moment}`)
      for (const { name } of await noticedIn(scene, deciding, this.equal, cellsOfEqual))
        this.wrongs.unexpected.push(`${name}: is noticed, ${scene.moment}`)
      for (const mutant of await noticedIn(scene, deciding, this.pending)) this.pending.delete(mutant)
    })
  }

  async plant(scene: Scene, say: (line: string) => void): Promise<void> {
    const { planted, missed } = await foundPlants(scene)
    for (const name of missed) say(`not caught: ${name}`)
    this.planted = { planted, caught: planted - missed.length }
  }

  /** What was wrong and was not said yet. */
  sayWrongs(say: (line: string) => void): void {
    for (const line of Object.entries<string[]>({ ...this.wrongs }).flatMap(([kind, lines]) => lines.map((words) => `${kind}: ${words}`))) {
      if (!this.#said.has(line)) say(line)
      this.#said.add(line)
    }
  }

  /** Of a whole run: everything that the tables give was got, and every field that they show was seen. */
  conclude(): void {
    if (!this.#isWhole) return
    this.wrongs.unexpected.push(...unmetFields(this.#shown), ...neverGot(this.#shown))
  }
}
