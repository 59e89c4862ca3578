import { describe, expect, it } from 'vitest'
import { pseudoAsked, pseudoCopy } from './pseudo-words'

describe('the pseudo-language', () => {
  it('makes words about 40 % longer and leaves places for values alone', () => {
    const words = 'You are here as {name}, and everything is saved'
    const { long } = pseudoCopy({ long: words }, 'long')
    expect(long).toContain('{name}')
    expect(long.length / words.length).toBeGreaterThan(1.25)
    expect(long.length / words.length).toBeLessThan(1.55)
  })

  it('closes every direction mark it opens', () => {
    const { marked } = pseudoCopy({ marked: 'Go on' }, 'rtl')
    expect(marked.slice(0, 2)).toBe('\u2067\u202e')
    expect(marked.slice(-2)).toBe('\u202c\u2069')
  })

  it('goes through functions and groups of words', () => {
    const words = pseudoCopy({ go: 'on', count: (left: number) => `left ${left}`, deep: { way: 'at' } }, 'long')
    expect([words.go, words.count(3), words.deep.way]).toEqual(['ööñ', 'lééft 3', 'ååt'])
  })

  it('is asked for by the address', () => {
    expect([pseudoAsked('?lang=pseudo-long'), pseudoAsked('?lang=pseudo-rtl'), pseudoAsked('?lang=en')]).toEqual(['long', 'rtl', undefined])
  })
})
