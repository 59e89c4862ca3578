import { Chance } from '../src/times/chance'
import { Intent, type Wrongs } from './field-intent'
import { Letters } from './field-letters'
import type { FieldPerson } from './field-person'

/** As the title of a heading: the shortest field, so that a paste is often too long. */
const most = 200
const editsOfSeed = 24

const doings = [
  'type',
  'type',
  'type',
  'say',
  'replace',
  'rub',
  'rub',
  'correct',
  'paste',
  'undo',
  'undo',
  'redo',
  'compose',
  'compose',
  'compose',
  'hear',
  'hear',
  'hear',
  'hear',
  'hear',
  'hear',
] as const

interface SeedResult {
  readonly edits: number
  /** Undos that did something. */
  readonly turned: number
  readonly wrongs: Wrongs
}

/** Two or three people write in one field as the seed says, and all arrives in the end. */
export async function playSeed(people: readonly FieldPerson[], seed: number, fault = ''): Promise<SeedResult> {
  const chance = new Chance(seed)
  const letters = new Letters(chance)
  const intent = new Intent()
  const here = people.slice(0, chance.whole(2, people.length))
  let [edits, turned] = [0, 0]
  for (const [device, person] of here.entries()) await person.begin(device, device === 0 ? null : (here[0] ?? null), fault)
  const write = async (at: number, person: FieldPerson, text: string, start: number, end: number) => {
    await person.select(start, end)
    const { value } = person.state
    await person.put(text)
    intent.did(at, value, value.slice(0, start) + text + value.slice(end), person.state.value)
    edits += 1
  }
  await write(0, here[0]!, letters.some(8), 0, 0)
  for (const person of here.slice(1)) await person.hear(here[0]!)

  const compose = async (at: number, person: FieldPerson, text: string, instead?: readonly [number, number]) => {
    const { value, start } = person.state
    const from = instead?.[0] ?? person.composing?.at ?? start
    const to = instead?.[1] ?? from + (person.composing?.text.length ?? 0)
    await person.compose(text, instead)
    intent.did(at, value, value.slice(0, from) + text + value.slice(to), person.state.value)
    edits += 1
  }
  const goOnComposing = async (at: number, person: FieldPerson, { text }: NonNullable<FieldPerson['composing']>) => {
    const next = chance.one(['more', 'more', 'fewer', 'end', 'end', 'other'] as const)
    const shorter = characters(text).slice(0, -1).join('')
    if (next === 'more') return compose(at, person, text + letters.some(1))
    if (next === 'fewer' && shorter !== '') return compose(at, person, shorter)
    return endComposing(at, person, next === 'other' ? letters.some(2) : text)
  }
  const endComposing = async (at: number, person: FieldPerson, text: string) => {
    const { value } = person.state
    const { at: from, text: was } = person.composing ?? { at: 0, text: '' }
    intent.meant(at, value, value.slice(0, from) + text + value.slice(from + was.length))
    await person.put(text)
    edits += 1
  }
  const rub = async (at: number, person: FieldPerson) => {
    const [start, end] = range(chance, person.state.value, chance.percent(60) ? 0 : 12)
    await person.select(start, end)
    const { value } = person.state
    const isBack = chance.percent(60)
    await person.press(isBack ? 'Backspace' : 'Delete')
    const gone = start === end ? value.length - person.state.value.length : 0
    const [from, to] = isBack ? [start - gone, end] : [start, end + gone]
    intent.did(at, value, value.slice(0, from) + value.slice(to), person.state.value)
    edits += 1
  }
  const turn = async (at: number, person: FieldPerson, way: 'undo' | 'redo') => {
    const { value } = person.state
    if (chance.percent(50)) await person.command(way)
    else await person.press(way === 'undo' ? 'Control+z' : chance.one(['Control+Shift+z', 'Control+y']))
    turned += intent.turned(at, value, person.state.value) ? 1 : 0
    edits += 1
  }

  for (let doing = 0; doing < editsOfSeed; doing++) {
    const at = chance.whole(0, here.length - 1)
    const person = here[at]!
    const what = chance.one(doings)
    const { value } = person.state
    if (what === 'hear') {
      await person.hear(here[(at + chance.whole(1, here.length - 1)) % here.length]!)
    } else if (person.composing) {
      await goOnComposing(at, person, person.composing)
    } else if (what === 'compose') {
      await person.select(range(chance, value, 0)[0])
      await compose(at, person, letters.some(1))
    } else if (what === 'correct') {
      const [start, end] = range(chance, value, 5)
      if (start === end) continue
      await compose(at, person, characters(value.slice(start, end))[0] + letters.some(1), [start, end])
      await endComposing(at, person, person.composing!.text)
    } else if (what === 'rub') {
      await rub(at, person)
    } else if (what === 'undo' || what === 'redo') {
      await turn(at, person, what)
    } else {
      const [start, end] = range(chance, value, what === 'replace' ? 9 : 0)
      const count = what === 'say' ? chance.whole(3, 8) : what === 'paste' ? chance.whole(30, 110) : 1
      await write(at, person, letters.some(count), start, end)
    }
  }
  for (const [at, person] of here.entries()) if (person.composing) await endComposing(at, person, person.composing.text)
  const [first, ...others] = here
  const isSame = () => here.every(({ state }) => state.draft === first?.state.draft)
  // What somebody waits to write goes when they hear that there is room.
  for (let round = 0; first && round < 4 && (round < 2 || !isSame()); round++) {
    for (const person of others) await first.hear(person)
    for (const person of others) await person.hear(first)
  }
  intent.end(
    here.map(({ state }) => state),
    most,
  )
  return { edits, turned, wrongs: intent.wrongs }
}

const charactersOf = new Intl.Segmenter('und')

/** What people see as one character each. */
function characters(text: string): string[] {
  return Array.from(charactersOf.segment(text), ({ segment }) => segment)
}

/** Two places of a text, at most so many characters apart. A browser lets nobody stand in the middle of one. */
function range(chance: Chance, text: string, longest: number): readonly [number, number] {
  const all = characters(text)
  const start = chance.whole(0, all.length)
  const before = all.slice(0, start).join('').length
  return [before, before + all.slice(start, start + chance.whole(0, longest)).join('').length]
}
