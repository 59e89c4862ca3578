import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const css = readFileSync(join(folder, 'tokens.css'), 'utf8')

type Tokens = Record<string, string>

function tokensOf(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name, value]) => [name, value]))
}

function block(selector: string, from = 0): string {
  const start = css.indexOf(`${selector} {`, from)
  return css.slice(start, css.indexOf('}', start))
}

const dark = css.indexOf('@media screen and (prefers-color-scheme: dark)')
const plum = css.indexOf('.plum-page {')
const light = tokensOf(block(':root'))
const atNight = { ...light, ...tokensOf(block(':root', dark)) }
const schemes: Record<string, Tokens> = {
  light,
  dark: atNight,
  'light, plum page': { ...light, ...tokensOf(block('.plum-page')) },
  'dark, plum page': { ...atNight, ...tokensOf(block('.plum-page', plum + 1)) },
}

function brightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const written: [string, string[]][] = [
  ['ink', ['paper', 'card', 'sand', 'soft', 'coral-soft', 'plum-soft', 'gold-soft', 'leaf-soft']],
  ['grey', ['paper', 'card', 'sand', 'soft']],
  ['teal', ['paper', 'card', 'soft']],
  ['coral', ['paper', 'card', 'coral-soft']],
  ['gold', ['paper', 'card']],
  ['leaf', ['paper', 'card', 'leaf-soft']],
  ['plum-words', ['plum-soft', 'card']],
  ['on-teal', ['teal', 'teal-deep']],
  ['on-plum', ['plum']],
  ['on-coral', ['coral', 'coral-deep']],
  ['on-heat', ['heat-0', 'heat-1', 'heat-2', 'heat-3']],
  ['on-heat-4', ['heat-4']],
  ['focus-ink', ['focus']],
]

describe('the colours', () => {
  it('are those of the design', () => {
    expect(light).toMatchObject({
      paper: '#fbf7f0',
      card: '#ffffff',
      sand: '#efe6d8',
      soft: '#e6efea',
      ink: '#1e2a2e',
      grey: '#4a5a5f',
      teal: '#0b5f63',
      plum: '#5b3a6b',
      coral: '#b5432e',
      gold: '#8a5a00',
      leaf: '#2e6b3a',
      focus: '#ffc83d',
    })
  })

  for (const [name, tokens] of Object.entries(schemes)) {
    it(`can be read in every pair: ${name}`, () => {
      const weak = written.flatMap(([words, grounds]) =>
        grounds
          .map((ground) => ({ pair: `${words} on ${ground}`, ratio: contrast(tokens[words] ?? '', tokens[ground] ?? '') }))
          .filter(({ ratio }) => !(ratio >= 4.5)),
      )
      expect(weak).toEqual([])
    })

    it(`keeps plum plum, and apart from the page: ${name}`, () => {
      const colour = tokens.plum ?? ''
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
      expect(Math.min(r, b) - g).toBeGreaterThan(20)
      expect(contrast(colour, tokens.paper ?? '')).toBeGreaterThan(2.4)
    })
  }
})

describe('the style sheets', () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))

  it('know no left and no right', () => {
    const physical = [
      /(?:margin|padding|border|inset)-(?:left|right|top|bottom)/,
      /[\s;{](?:left|right|top|bottom|width|height):/,
      /text-align:\s*(?:left|right)|float:/,
    ]
    const isPhysical = (text: string) => physical.some((one) => one.test(text))
    const found = sheets.filter((name) => isPhysical(readFileSync(join(folder, name), 'utf8').replace(/@media[^{]*/g, '')))
    expect(found).toEqual([])
  })

  it('use plum for nothing but what is private', () => {
    const rules = sheets
      .filter((name) => name !== 'tokens.css')
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/[^{}]+\{[^{}]*var\(--(?:on-)?plum[\w-]*\)[^{}]*\}/g) ?? [])
    expect(rules.length).toBeGreaterThan(3)
    expect(rules.filter((rule) => !/plum/.test(rule.slice(0, rule.indexOf('{'))))).toEqual([])
  })
})
