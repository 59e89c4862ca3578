import { describe, expect, it } from 'vitest'
import { parseChoice, mostName, mostWords, parseWords, parseWordsIfAny } from './parse-words'

const refused = (code: string) => expect.objectContaining({ code, field: 'words' })

describe('words that somebody typed', () => {
  it.each([
    ['spaces and line ends around them', '  Mia sleeps at Nan\u2019s\r\n\r\nand tea at 5  '],
    ['emoji of several parts', 'We love you 👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['direction marks and Arabic', '\u200Fنحن نحب ميا\u200E ok'],
    ['combining marks, not made one', 'e\u0301 and é'],
    ['quotes and markup', `<b>'"; drop table -- {{x}}`],
    ['exactly as many as the field holds', 'x'.repeat(mostWords)],
  ])('are kept exactly: %s', (_, text) => {
    expect(parseWords(text, 'words')).toBe(text)
    expect(parseWordsIfAny(text, 'words')).toBe(text)
  })

  it.each(['', '   ', '\n\t ', '\u00a0\u2003'])('must be there: %j is none', (text) => {
    expect(() => parseWords(text, 'words')).toThrow(refused('wordsMissing'))
    expect(parseWordsIfAny(text, 'words')).toBe(text)
  })

  it.each([null, undefined])('may be left out where they need not be there (%s)', (text) => {
    expect(parseWordsIfAny(text, 'words')).toBe('')
  })

  it('are refused beyond what the field holds', () => {
    expect(() => parseWords('x'.repeat(mostWords + 1), 'words')).toThrow(refused('wordsTooLong'))
    expect(() => parseWordsIfAny('x'.repeat(mostName + 1), 'words', mostName)).toThrow(refused('wordsTooLong'))
    expect(parseWords('x'.repeat(mostName), 'words', mostName)).toHaveLength(mostName)
  })

  it('are refused when they are ten megabytes', () => {
    expect(() => parseWords('x'.repeat(10_000_000), 'words')).toThrow(refused('wordsTooLong'))
  })

  it.each([
    ['a NUL', 'a\0b'],
    ['a high surrogate alone', 'a\uD83Db'],
    ['a high surrogate at the end', 'a\uD83D'],
    ['a low surrogate alone', '\uDE00b'],
    ['the halves the wrong way round', '\uDE00\uD83D'],
  ])('are refused when they cannot be kept exactly: %s', (_, text) => {
    expect(() => parseWords(text, 'words')).toThrow(refused('wordsBroken'))
    expect(() => parseWordsIfAny(text, 'words')).toThrow(refused('wordsBroken'))
  })
})

describe('a choice', () => {
  it('is one of the choices, to the letter', () => {
    expect(parseChoice('done', ['doing', 'done'], 'words')).toBe('done')
    expect(() => parseChoice('Done', ['doing', 'done'], 'words')).toThrow(refused('choiceUnknown'))
    expect(() => parseChoice('toString', ['doing', 'done'], 'words')).toThrow(refused('choiceUnknown'))
  })
})
