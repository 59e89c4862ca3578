// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addStep,
  type DraftDocument,
  openDraftDocument,
  readDraftDocument,
  removeStep,
  setField,
  watchDraft,
} from '@kinplan/private-draft/draft-document'
import { DraftFields } from '@kinplan/private-draft/draft-fields'
import { exchange } from '@kinplan/private-draft/exchange-for-tests'
import { fieldLimit } from '@kinplan/private-draft/protocol'
import { DraftWords } from './draft-words'

/** Ama's phone shows the field; Efua's writes from elsewhere. Words pass between them when the test says so. */
let ama: DraftDocument
let efua: DraftDocument
let fields: DraftFields
const place = { step: 'football', field: 'what' } as const

function AmasField() {
  const words = useSyncExternalStore(
    (changed) => watchDraft(ama, changed),
    () => wordsOf(ama),
  )
  return <DraftWords fields={fields} place={place} words={words ?? ''} label="What will happen?" />
}

const wordsOf = (draft: DraftDocument) => readDraftDocument(draft).things[0]?.steps[0]?.what
const field = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'What will happen?' })
const both = () => [wordsOf(ama), wordsOf(efua), field().value]

function meet(): void {
  act(() => exchange(ama, efua))
}

/** Efua writes, and it arrives. */
function efuaWrites(words: string): void {
  meet()
  setField(efua, place, words)
  meet()
}

/** The keyboard puts the text at this place instead of what stood until `end`, as a browser tells the page of it. */
function put(text: string, at: number, end = at): void {
  const { value } = field()
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
  setValue?.call(field(), value.slice(0, at) + text + value.slice(end))
  field().setSelectionRange(at + text.length, at + text.length)
  fireEvent.input(field())
}

/** A keyboard that composes: each text replaces the one before it, until the last. */
function compose(texts: readonly string[], meanwhile: (typed: number) => void = () => undefined): void {
  const start = field().selectionStart
  fireEvent.compositionStart(field())
  let before = ''
  for (const [typed, text] of texts.entries()) {
    put(text, start, start + before.length)
    before = text
    meanwhile(typed)
  }
  fireEvent.compositionEnd(field(), { data: before })
}

beforeEach(async () => {
  ama = await openDraftDocument(new Uint8Array(16).fill(1), ['school'])
  efua = await openDraftDocument(new Uint8Array(16).fill(2), ['school'])
  addStep(ama, 'school', 'football')
  setField(ama, place, 'Kofi likes football. ')
  exchange(ama, efua)
  fields = new DraftFields(ama)
  render(<AmasField />)
  field().focus()
  field().setSelectionRange(21, 21)
})
afterEach(cleanup)

describe('while a word is being composed', () => {
  it('keeps what somebody else writes in front of it', () => {
    compose(['S', 'Sa', 'Sat', 'Satu', 'Satur'], (typed) => {
      if (typed !== 2) return
      efuaWrites('Gran has him on Fridays. Kofi likes football. Sat')
      expect(field().value).toBe('Kofi likes football. Sat')
    })
    meet()
    const merged = 'Gran has him on Fridays. Kofi likes football. Satur'
    expect(both()).toEqual([merged, merged, merged])
    expect(field().selectionStart).toBe(merged.length)
  })

  it('keeps what they write in the middle of it, and what they take away', () => {
    compose(['Sat', 'Satur', 'Saturday'], (typed) => {
      if (typed === 0) efuaWrites('Kofi loves football. Sat')
      if (typed === 1) efuaWrites('Kofi loves football. Sa-tur')
    })
    meet()
    expect(new Set(both())).toEqual(new Set(['Kofi loves football. Sa-turday']))
  })

  it('writes on where the word was when everything around it is taken away', () => {
    compose(['Sat', 'Satur'], (typed) => {
      if (typed === 0) efuaWrites('')
    })
    meet()
    expect(new Set(both())).toEqual(new Set(['ur']))
  })

  it('shows the words of others at the latest when the writer leaves the field, if the keyboard never ends', () => {
    fireEvent.compositionStart(field())
    put('S', 21)
    efuaWrites('Kofi likes football! S')
    expect(field().value).toBe('Kofi likes football. S')
    fireEvent.blur(field())
    expect(field().value).toBe('Kofi likes football! S')
  })
})

describe('a field in which somebody stands', () => {
  it('takes in others’ words and leaves the writer where they are', () => {
    field().setSelectionRange(5, 10)
    efuaWrites('Gran: Kofi really likes football. ')
    expect(field().value).toBe('Gran: Kofi really likes football. ')
    expect([field().selectionStart, field().selectionEnd]).toEqual([18, 23])
    field().setSelectionRange(5, 5)
    efuaWrites('Gran: Kofi really likes football. And tea.')
    expect(field().selectionStart).toBe(5)
  })

  it('keeps words that are too many, with what others write around them, and stores what fits', () => {
    const pasted = 'x'.repeat(fieldLimit)
    put(pasted, 21)
    expect(screen.getByText(/no more room here/)).toBeTruthy()
    expect(wordsOf(ama)).toBe(`Kofi likes football. ${'x'.repeat(fieldLimit - 21)}`)
    efuaWrites(`Kofi loves football. ${'x'.repeat(fieldLimit - 21)}`)
    expect(field().value === `Kofi loves football. ${pasted}`).toBe(true)
    put('x', 21, 21 + pasted.length)
    meet()
    expect(new Set(both())).toEqual(new Set(['Kofi loves football. x']))
    expect(screen.queryByText(/no more room here/)).toBeNull()
  })

  it('takes words that were too many in by themselves, as soon as somebody else makes room', () => {
    put('x'.repeat(fieldLimit), 21)
    efuaWrites('x'.repeat(fieldLimit - 21))
    meet()
    expect(both().map((words) => words === 'x'.repeat(fieldLimit))).toEqual([true, true, true])
    expect(screen.queryByText(/no more room here/)).toBeNull()
  })

  it.each([
    ['Ctrl and Z', () => fireEvent.keyDown(field(), { key: 'z', ctrlKey: true })],
    ['the phone’s own undo', () => fireEvent(field(), new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true }))],
  ])('undoes its own words alone by %s, and not by the browser', (_, undo) => {
    put('He trains.', 21)
    efuaWrites('Gran: Kofi likes football. He trains.')
    efuaWrites('Gran: Kofi likes football. He really trains.')
    let left = true
    act(() => void (left = undo()))
    expect(left).toBe(false)
    meet()
    expect(new Set(both())).toEqual(new Set(['Gran: Kofi likes football. really ']))
    act(() => void fireEvent.keyDown(field(), { key: 'Z', ctrlKey: true, shiftKey: true }))
    meet()
    expect(new Set(both())).toEqual(new Set(['Gran: Kofi likes football. He really trains.']))
  })

  it('undoes its own words and doubles nobody’s', () => {
    put('He trains.', 21)
    efuaWrites('Gran: Kofi likes football. He trains.')
    // A browser's own undo: what was typed last goes, wherever it stands by now.
    put('', 27, 37)
    meet()
    expect(new Set(both())).toEqual(new Set(['Gran: Kofi likes football. ']))
    put('He trains.', 27)
    meet()
    expect(new Set(both())).toEqual(new Set(['Gran: Kofi likes football. He trains.']))
  })

  it('undoes in the middle of a composition what the writer typed, and not what others wrote', () => {
    put('He trains.', 21)
    fireEvent.compositionStart(field())
    efuaWrites('Gran: Kofi likes football. He trains.')
    put('', 21, 31)
    fireEvent.compositionEnd(field())
    meet()
    expect(new Set(both())).toEqual(new Set(['Gran: Kofi likes football. ']))
  })

  it('keeps its words, and what is typed then, when its step is taken away', () => {
    act(() => removeStep(ama, 'football'))
    put('He trains.', 0)
    expect(readDraftDocument(ama).things[0]?.steps).toEqual([])
    expect(field().value).toBe('He trains.Kofi likes football. ')
    fireEvent.blur(field())
    expect(field().value).toBe('He trains.Kofi likes football. ')
  })

  it('counts the room that others leave', () => {
    efuaWrites('x'.repeat(fieldLimit - 1))
    expect(screen.getByText('Room for 1 more letter', { selector: '.field-count' })).toBeTruthy()
    efuaWrites('Kofi.')
    expect(screen.queryByText(/^Room for/)).toBeNull()
  })

  it('offers a way back that can be seen, once many letters were taken away', () => {
    put('', 18, 21)
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
    put('', 0, 18)
    efuaWrites('Gran: ')
    fireEvent.click(screen.getByRole('button', { name: 'Undo: What will happen?' }))
    meet()
    expect(new Set(both())).toEqual(new Set(['Kofi likes football. Gran: ']))
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  })
})
