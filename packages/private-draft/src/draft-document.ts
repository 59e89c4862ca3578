import type * as Y from 'yjs'
import type { Bytes } from './bytes'
import { type DraftPlan, type DraftStep, type StepField, stepFields } from './draft-plan'
import {
  headingsOf,
  membersOf,
  newDraftDoc,
  newHeading,
  newStep,
  readDraft,
  stepsOfHeading,
  stepsOfThing,
  textIn,
  weWantYouToKnowOf,
} from './draft-shape'
import { fieldLimit, titleLimit } from './protocol'
import { textDifference } from './text-difference'
import { sha256 } from './web-crypto'

/** One field of words: a step's, a heading's title, or what we want you to know. */
export type DraftField = { readonly step: string; readonly field: StepField } | { readonly heading: string } | 'weWantYouToKnow'

/** 'gone': somebody took the step or heading away meanwhile. 'tooLong': nothing was written. */
export type Written = 'written' | 'gone' | 'tooLong'

/** The draft on one device. Exists nowhere else in the clear. */
export interface DraftDocument {
  readonly doc: Y.Doc
  /** Ids of what the plan must make sure of, in the order shown. */
  readonly things: readonly string[]
}

/** The Yjs client of a device: the first u32 of SHA-256(device), so that nobody can write in another's name. */
export async function clientOf(device: Bytes): Promise<number> {
  return new DataView((await sha256(device)).buffer).getUint32(0)
}

export async function openDraftDocument(device: Bytes, things: readonly string[]): Promise<DraftDocument> {
  const doc = newDraftDoc()
  doc.clientID = await clientOf(device)
  return { doc, things }
}

export function readDraftDocument(draft: DraftDocument): DraftPlan {
  return readDraft(draft.doc, draft.things)
}

/** Calls `changed` after every change, one's own or another's. Returns how to stop. */
export function watchDraft(draft: DraftDocument, changed: () => void): () => void {
  draft.doc.on('update', changed)
  return () => draft.doc.off('update', changed)
}

/** Adds an empty step to a thing or a heading: before the one that is at this place, or at the end. False when there is no such section. */
export function addStep(draft: DraftDocument, section: string, stepId: string, before = Infinity): boolean {
  const steps = sectionSteps(draft, section)
  steps?.insert(membersOf(steps)[before]?.at ?? steps.length, [newStep(stepId)])
  return steps !== undefined
}

/** Writes a plan into an empty draft: more private time starts from what was shared. Ids of steps and headings are new ones. */
export function writePlan(draft: DraftDocument, plan: DraftPlan, newId: () => string): void {
  draft.doc.transact(() => {
    for (const { id, steps } of plan.things) writeSteps(draft, id, steps, newId)
    for (const { title, steps } of plan.headings) {
      const id = newId()
      addHeading(draft, id)
      setField(draft, { heading: id }, title)
      writeSteps(draft, id, steps, newId)
    }
    setField(draft, 'weWantYouToKnow', plan.weWantYouToKnow)
  })
}

function writeSteps(draft: DraftDocument, section: string, steps: readonly DraftStep[], newId: () => string): void {
  for (const step of steps) {
    const id = newId()
    if (!addStep(draft, section, id)) return
    for (const field of stepFields) setField(draft, { step: id, field }, step[field])
  }
}

export function removeStep(draft: DraftDocument, stepId: string): void {
  for (const steps of allSections(draft)) removeMember(steps, stepId)
}

export function addHeading(draft: DraftDocument, headingId: string): void {
  headingsOf(draft.doc).push([newHeading(headingId)])
}

/** Takes the heading away with its steps. */
export function removeHeading(draft: DraftDocument, headingId: string): void {
  removeMember(headingsOf(draft.doc), headingId)
}

/** Words as they are stored. Kept exactly, but for what cannot be: a NUL is dropped, half an emoji becomes U+FFFD. */
export function keptWords(typed: string): string {
  return typed.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** How much a field holds. */
export function mostIn(place: DraftField): number {
  return typeof place === 'object' && 'heading' in place ? titleLimit : fieldLimit
}

/**
 * Makes the words of a place these, whatever they are now, by the smallest change. A field on the screen does not write by
 * this, but by what changed in it (`ShownField`): it may not have shown yet what others wrote.
 */
export function setField(draft: DraftDocument, place: DraftField, typed: string): Written {
  const text = fieldText(draft, place)
  if (!text) return 'gone'
  const words = keptWords(typed)
  const now = text.toString()
  if (words.length > mostIn(place) && words.length > now.length) return 'tooLong'
  const change = textDifference(now, words)
  if (!change) return 'written'
  // A device of another make may have put something that is no text between the letters: then positions would not fit.
  const { at, remove, insert } = text.length === now.length ? change : { at: 0, remove: text.length, insert: words }
  draft.doc.transact(() => {
    if (remove > 0) text.delete(at, remove)
    if (insert) text.insert(at, insert)
  })
  return 'written'
}

/** The words of a place; none when its step or heading is gone. */
export function fieldText(draft: DraftDocument, place: DraftField): Y.Text | undefined {
  if (place === 'weWantYouToKnow') return weWantYouToKnowOf(draft.doc)
  if ('heading' in place) {
    const heading = membersOf(headingsOf(draft.doc)).find(({ id }) => id === place.heading)
    return heading && textIn(heading.map, 'title')
  }
  for (const steps of allSections(draft)) {
    const step = membersOf(steps).find(({ id }) => id === place.step)
    if (step) return textIn(step.map, place.field)
  }
  return undefined
}

function sectionSteps(draft: DraftDocument, section: string): Y.Array<unknown> | undefined {
  if (draft.things.includes(section)) return stepsOfThing(draft.doc, section)
  const heading = membersOf(headingsOf(draft.doc)).find(({ id }) => id === section)
  return heading && stepsOfHeading(heading.map)
}

function allSections(draft: DraftDocument): readonly Y.Array<unknown>[] {
  return [
    ...draft.things.map((thing) => stepsOfThing(draft.doc, thing)),
    ...membersOf(headingsOf(draft.doc)).flatMap(({ map }) => stepsOfHeading(map) ?? []),
  ]
}

function removeMember(list: Y.Array<unknown>, id: string): void {
  const member = membersOf(list).find((one) => one.id === id)
  if (member) list.delete(member.at)
}
