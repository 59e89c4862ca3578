import { createHash } from 'node:crypto'
import { documentsOfManifest } from '../src/browser'
import { count, emptyTally, sendJson, sendTo, type Tally, type Target } from './edge-tally'

/** Numbers from 0 to `below`, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What an enemy makes of a document that the apps were built with. */
const changes: ((text: string, chance: (below: number) => number) => string)[] = [
  (text) => text.replace('{', '{ planted: __typename '),
  (text) => text.replace('{', '{ __schema { types { name } } '),
  (text) => text.replace('{', '{ me { today } '),
  (text) => `${text}\n`,
  (text) => text.replace(/\s+/g, ' '),
  (text) => `${text} query Second { me { today } }`,
  (text) => text.replace(/^\s*(query|mutation|subscription) (\w+)/, '$1 Other'),
  (text) => text.replace(/\bquery\b/, 'mutation'),
  (text) => text.replace(/\bmutation\b/, 'query'),
  (text) => text.replace(/(\w+)\s*\{/, '$1 @include(if: true) {'),
  (text) => text.replace(/(\w+) \{/, 'alias: $1 {'),
  (text) => text.replaceAll('ID!', 'String'),
  (text) => `# ${text}`,
  (text, chance) => {
    const at = chance(text.length)
    return text.slice(0, at) + String.fromCodePoint(32 + chance(95)) + text.slice(at)
  },
  (text, chance) => {
    const at = chance(text.length)
    return text.slice(0, at) + text.slice(at + 1 + chance(8))
  },
  (text) => `fragment f on Me { today } ${text}`,
  (text) => text.repeat(2),
  (text, chance) => text.slice(0, chance(text.length)),
]

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Ways of getting a document of one's own executed. */
const ways: ((text: string) => { json?: unknown; path?: string })[] = [
  (text) => ({ json: { query: text, variables: {} } }),
  (text) => ({ json: { query: text, extensions: { documentId: hashOf(text) } } }),
  (text) => ({ json: { query: text, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } } }),
  (text) => ({ json: { query: text, id: hashOf(text), documentId: hashOf(text) } }),
  (text) => ({ json: [{ query: text }] }),
  (text) => ({ path: `/graphql?query=${encodeURIComponent(text.slice(0, 2_000))}` }),
  (text) => ({ json: { query: text, extensions: { documentId: text } } }),
]

/** So many mutated documents, each sent by one of the ways as somebody signed in; without variables, so that nothing real is done. */
export async function mutatedDocuments({ address, sessions }: Target, most: number, seed: number): Promise<Tally> {
  const tally = emptyTally()
  const chance = chanceFrom(seed)
  const originals = documentsOfManifest()
  const known = new Set(originals)
  const pick = <T>(from: readonly T[]): T => from[chance(from.length)] as T
  while (tally.tried < most) {
    const batch = Array.from({ length: Math.min(20, most - tally.tried) }, () => {
      const text = pick(changes)(pick(originals), chance)
      return known.has(text) ? `${text} ` : text
    })
    await Promise.all(
      batch.map(async (text, turn) => {
        const session = sessions[(tally.tried + turn) % sessions.length] ?? null
        const { json, path } = pick(ways)(text)
        const answer =
          path === undefined
            ? await sendJson(address, session, json)
            : await sendTo(address, { method: 'GET', path, headers: { cookie: `kinplan=${session}` } })
        if (answer.status === 429) throw new Error('Asked to wait: more sessions are needed for so many documents')
        count(tally, text, answer)
      }),
    )
  }
  return tally
}

/** Variables that fit nothing. */
const broken: unknown[] = [
  {},
  { id: 'x', input: {}, meetingId: null, first: -1, token: '', code: [], from: 'never', ask: {}, personId: 7, familyId: {} },
  { id: '\u0000', input: 'text', meetingId: ['a'], token: 'x'.repeat(10_000), code: '\u0000', first: 1e308, from: '\ud800' },
  { id: "'; drop table", input: [[]], meetingId: '00000000-0000-0000-0000-000000000000', planId: '%s', draftId: '../..', first: 2 ** 31 },
]

/** Every document of the manifest with variables that do not fit, by somebody signed in and by nobody. */
export async function brokenVariables({ address, sessions }: Target): Promise<Tally> {
  const tally = emptyTally()
  for (const text of documentsOfManifest()) {
    // These two need nothing, so they would be done.
    if (/^\s*mutation (Leave|EndCalendarFeed|MakeCalendarFeed)\b/.test(text)) continue
    await Promise.all(
      [...broken.map((variables) => [sessions[tally.tried % sessions.length] ?? null, variables] as const), [null, broken[1]] as const].map(
        async ([session, variables]) => {
          const answer = await sendJson(address, session, { extensions: { documentId: hashOf(text) }, variables })
          if (answer.status === 429) throw new Error('Asked to wait: more sessions are needed')
          count(tally, `${text.slice(0, 60)} ${JSON.stringify(variables).slice(0, 60)}`, answer, false)
        },
      ),
    )
  }
  return tally
}
