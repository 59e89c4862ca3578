import * as Y from 'yjs'
import { type DraftHeading, type DraftPlan, type DraftStep, type StepField, stepFields } from './draft-plan'

/**
 * How the draft lies in its Yjs document. Roots exist on every device without being written, so two devices that start
 * at once never replace each other's: an array of steps for each thing, an array of headings, and one text.
 * A step is a map of its id and six texts; a heading a map of its id, a text and an array of steps.
 */
const stepsRoot = 'steps/'
const headingsRoot = 'headings'
const knowRoot = 'weWantYouToKnow'

/**
 * An empty document. Yjs must not collect what was taken away: a word hung between a place that one phone has collected
 * and another not yet would show on one alone. What was taken away leaves memory with the page.
 */
export function newDraftDoc(): Y.Doc {
  return new Y.Doc({ gc: false })
}

export function isDraftRoot(name: string): boolean {
  return name === headingsRoot || name === knowRoot || name.startsWith(stepsRoot)
}

export function stepsOfThing(doc: Y.Doc, thing: string): Y.Array<unknown> {
  return doc.getArray(stepsRoot + thing)
}

export function headingsOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray(headingsRoot)
}

export function weWantYouToKnowOf(doc: Y.Doc): Y.Text {
  return doc.getText(knowRoot)
}

export function newStep(id: string): Y.Map<unknown> {
  return new Y.Map<unknown>([['id', id], ...stepFields.map((field): [string, Y.Text] => [field, new Y.Text()])])
}

export function newHeading(id: string): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['id', id],
    ['title', new Y.Text()],
    ['steps', new Y.Array()],
  ])
}

/** The steps of a heading; none when another device wrote something else there. */
export function stepsOfHeading(heading: Y.Map<unknown>): Y.Array<unknown> | undefined {
  const steps = heading.get('steps')
  return steps instanceof Y.Array ? steps : undefined
}

export function textIn(map: Y.Map<unknown>, name: StepField | 'title'): Y.Text | undefined {
  const text = map.get(name)
  return text instanceof Y.Text ? text : undefined
}

/** Those members of the list that are a step or heading with an id, with their place in it; the first of each id. */
export function membersOf(list: Y.Array<unknown> | undefined): readonly { id: string; at: number; map: Y.Map<unknown> }[] {
  const seen = new Set<string>()
  return (list?.toArray() ?? []).flatMap((map, at) => {
    const id = map instanceof Y.Map ? map.get('id') : undefined
    if (!(map instanceof Y.Map) || typeof id !== 'string' || seen.has(id)) return []
    seen.add(id)
    return [{ id, at, map }]
  })
}

/** The document as plain values, things in the order given. What does not have the draft's shape is not read. */
export function readDraft(doc: Y.Doc, things: readonly string[]): DraftPlan {
  return {
    things: things.map((id) => ({ id, steps: readSteps(stepsOfThing(doc, id)) })),
    headings: membersOf(headingsOf(doc)).map(({ id, map }): DraftHeading => ({
      id,
      title: textIn(map, 'title')?.toString() ?? '',
      steps: readSteps(stepsOfHeading(map)),
    })),
    weWantYouToKnow: weWantYouToKnowOf(doc).toString(),
  }
}

function readSteps(list: Y.Array<unknown> | undefined): readonly DraftStep[] {
  return membersOf(list).map(({ id, map }) => {
    const words = (field: StepField): string => textIn(map, field)?.toString() ?? ''
    return {
      id,
      what: words('what'),
      who: words('who'),
      byWhen: words('byWhen'),
      howWeWillKnow: words('howWeWillKnow'),
      helpNeeded: words('helpNeeded'),
      ifItDoesNotWork: words('ifItDoesNotWork'),
    }
  })
}
