import { Refusal } from './refusal'

/** Characters (UTF-16 units) a field of words holds: about three handwritten pages, kept exactly. */
export const mostWords = 5000
/** A name, a place, a short answer. */
export const mostName = 200

// A high surrogate without its low one, or a low one alone: the two together are one character here. No lookbehind: older iPhones have
// none.
const loneSurrogate = /\p{Surrogate}/u

function kept(text: string, field: string, most: number): string {
  if (text.length > most) throw new Refusal('wordsTooLong', field)
  if (text.includes('\0') || loneSurrogate.test(text)) throw new Refusal('wordsBroken', field)
  return text
}

/**
 * Words that must be there, kept exactly as typed (emoji, direction marks, line ends).
 * Refuses wordsMissing (white space only), wordsTooLong, wordsBroken (NUL, lone surrogate).
 */
export function parseWords(text: string, field: string, most: number = mostWords): string {
  if (text.trim() === '') throw new Refusal('wordsMissing', field)
  return kept(text, field, most)
}

/** As `parseWords`, but empty is allowed; null and undefined become ''. */
export function parseWordsIfAny(text: string | null | undefined, field: string, most: number = mostWords): string {
  return kept(text ?? '', field, most)
}

/** The value when it is one of the choices; refuses choiceUnknown. */
export function parseChoice<T extends string>(value: string, choices: readonly T[], field: string): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new Refusal('choiceUnknown', field)
  return found
}
