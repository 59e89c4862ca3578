export type PseudoKind = 'long' | 'rtl'

const plain = 'aeioucnyAEIOUCNY'
const accented = 'åéïöüçñýÅÉÏÖÜÇÑÝ'
// An isolate around an override: the letters run right to left and the words beside them do not.
const rightToLeft = { open: '\u2067\u202e', close: '\u202c\u2069' }

/** Words that are about 40 % longer, with accents; for `rtl` also written right to left. `{places}` stay as they are. */
function pseudo(text: string, kind: PseudoKind): string {
  const long = text
    .split(/(\{[^}]*\})/)
    .map((piece) => (piece.startsWith('{') ? piece : lengthen(piece)))
    .join('')
  return kind === 'rtl' ? `${rightToLeft.open}${long}${rightToLeft.close}` : long
}

function lengthen(piece: string): string {
  return [...piece]
    .map((letter) => {
      const place = plain.indexOf(letter)
      const changed = place < 0 ? letter : (accented[place] ?? letter)
      return 'aeiou'.includes(letter) ? changed + changed : changed
    })
    .join('')
}

/** A whole set of words, functions that make words included. */
export function pseudoCopy<Words extends Record<string, unknown>>(words: Words, kind: PseudoKind): Words {
  const changed = Object.entries(words).map(([name, word]) => [name, pseudoOne(word, kind)])
  return Object.fromEntries(changed) as Words
}

function pseudoOne(word: unknown, kind: PseudoKind): unknown {
  if (typeof word === 'string') return pseudo(word, kind)
  if (typeof word === 'function') return (...given: unknown[]) => pseudoOne(word(...given), kind)
  if (typeof word === 'object' && word !== null && Object.getPrototypeOf(word) === Object.prototype) {
    return pseudoCopy(word as Record<string, unknown>, kind)
  }
  return word
}

/** Which pseudo-language an address asks for (`?lang=pseudo-long`, `?lang=pseudo-rtl`); `search` is the address's query. */
export function pseudoAsked(search: string): PseudoKind | undefined {
  const asked = new URLSearchParams(search).get('lang')
  return asked === 'pseudo-long' ? 'long' : asked === 'pseudo-rtl' ? 'rtl' : undefined
}
