import type { Chance } from '../src/times/chance'

/** What follows a letter and belongs to it. It says nothing of whose it is, and is not looked for. */
const followers = { emoji: ['', '', '', '\u200D\u{1F467}', '\uFE0F', ' '], other: ['', '', '', '', '\u0301', ' '] }

/** Letters of which each is one of a kind, so that it can be told what became of it: plain, right-to-left, and emoji of two units. */
export class Letters {
  readonly #next = { han: 0x4e00, arabic: 0x0620, emoji: 0x1f680 }
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** So many letters, and what belongs to them. */
  some(count: number): string {
    return Array.from({ length: count }, () => this.#one()).join('')
  }

  #one(): string {
    const kind = this.#chance.one(['han', 'han', 'han', 'arabic', 'emoji'] as const)
    const [arabic, emoji] = [kind === 'arabic' && this.#next.arabic <= 0x064a, kind === 'emoji' && this.#next.emoji <= 0x1f6c5]
    const letter = String.fromCodePoint(this.#next[arabic ? 'arabic' : emoji ? 'emoji' : 'han']++)
    return letter + this.#chance.one(emoji ? followers.emoji : followers.other)
  }
}

/** The letters of a text that are one of a kind, in order. */
export function lettersIn(text: string): string[] {
  return [...text].filter((letter) => /[\u4E00-\u9FFF\u0620-\u064A\u{1F680}-\u{1F6C5}]/u.test(letter))
}
