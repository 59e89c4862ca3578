import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { needsNewer, oldest, shippedModules } from './old-phones.mjs'

/** What newer browsers have and is not used without them, or is a name of somebody's own. One that no longer holds is itself a fault. */
const exceptions = [
  [
    'node_modules/react-dom/cjs/react-dom-client.production.js',
    ['.getAnimations()', '.startViewTransition()', 'Promise.allSettled'],
    'only in view transitions, which our pages do not use',
  ],
  ['node_modules/lib0/encoding.js', ['.encodeInto()'], 'asks first'],
  ['node_modules/lib0/encoding.js', ['.setBigInt64()'], 'only for a bigint, which no draft holds'],
  ['node_modules/lib0/decoding.js', ['.getBigInt64()'], 'only for a bigint, which is refused as no part of a draft'],
  ['node_modules/lib0/environment.js', ['.replaceAll()'], 'only under Node'],
  ['node_modules/yjs/dist/yjs.mjs', ['print'], 'lib0’s own'],
  ['node_modules/yjs/dist/yjs.mjs', ['.toArray()'], 'a list of Yjs'],
  ['packages/private-draft/src/draft-shape.ts', ['.toArray()'], 'a list of Yjs'],
  ['packages/private-draft/src/private-draft.ts', ['.take()'], 'our receiver'],
  ['packages/family/src/plan/room-phones.tsx', ['.drop()'], 'a sign-in that is put out'],
  ['packages/family/src/plan/server-post.ts', ['.dispose()'], 'the client of graphql-ws'],
  ['packages/family/src/connection/live.ts', ['.dispose()'], 'the client of graphql-ws'],
  ['packages/domain/src/calendar/calendar-file.ts', ['.take()'], 'our budget'],
].flatMap(([file, needs]) => needs.map((need) => `${file}: ${need}`))

describe('what is sent to a family’s phone', () => {
  let modules
  const faultsOf = (all) => all.flatMap(({ file, code }) => needsNewer(code).map((need) => `${file}: ${need}`))

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production')
    modules = await shippedModules()
  }, 120_000)
  afterAll(() => vi.unstubAllEnvs())

  it('is all looked at: our own packages, and those from npm', () => {
    const files = modules.map(({ file }) => file)
    const parts = ['family/src/main.tsx', 'ui/src/button.tsx', 'domain/src/parse-words.ts'].map((file) => `packages/${file}`)
    for (const part of [...parts, 'node_modules/ical.js/', 'node_modules/graphql-ws/']) {
      expect(files.filter((file) => file.startsWith(part))).not.toEqual([])
    }
    expect(modules.length).toBeGreaterThan(150)
  })

  it('needs nothing that the oldest phones do not have', () => {
    expect(faultsOf(modules).sort()).toEqual(exceptions.sort())
  })

  it('would not pass with a fault in it', () => {
    const main = 'packages/family/src/main.tsx'
    const at = modules.findIndex(({ file }) => file === main)
    const planted = modules.with(at, { ...modules[at], code: `${modules[at].code}\nObject.hasOwn({}, new RegExp("(?<!a)b", "u").source)` })
    const caught = faultsOf(planted).filter((fault) => !exceptions.includes(fault))
    expect(caught).toEqual([`${main}: Object.hasOwn`, `${main}: lookbehind_assertion`])
  })
})

describe('what needs a newer browser', () => {
  it.each([
    ['Object.hasOwn({}, key)', 'Object.hasOwn'],
    ['Object["hasOwn"]({}, key)', 'Object.hasOwn'],
    ['const { log } = console; [].at(-1)', '.at()'],
    ['list?.findLast(Boolean)', '.findLast()'],
    ['list.toSorted()', '.toSorted()'],
    ['words.replaceAll("a", "b")', '.replaceAll()'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['Promise.any(all)', 'Promise.any'],
    ['Array.fromAsync(all)', 'Array.fromAsync'],
    ['structuredClone(plan)', 'structuredClone'],
    ['crypto.randomUUID()', '.randomUUID()'],
    ['fetch(at, { signal: AbortSignal.timeout(9) })', 'AbortSignal.timeout'],
    ['area.replaceChildren()', '.replaceChildren()'],
    ['new WeakRef(area)', 'WeakRef'],
    ['new Intl.DurationFormat("en")', 'Intl.DurationFormat'],
    ['/(?<=a)b/', 'lookbehind_assertion'],
    ['RegExp("(?<!a)b")', 'lookbehind_assertion'],
    ['new RegExp(`a(?<!b)`, `u`)', 'lookbehind_assertion'],
    ['/a/v', 'unicodeSets'],
    ['/a/d', 'hasIndices'],
    ['/(?i:a)/', 'modifier'],
  ])('%s', (code, need) => {
    expect(needsNewer(code)).toEqual([need])
  })

  it.each([
    'typeof reportError === "function" ? reportError : console.error',
    'const at = change.at; ({ at, structuredClone: 1 })',
    'function Report() {} Report()',
    'crypto.subtle.digest("SHA-256", words)',
    String.raw`/\(?<=/`,
    String.raw`/\p{L}(?<name>a)/u.exec(words).groups.name`,
    'Promise.all(list.flatMap(Boolean).map((one) => Object.entries(one)))',
  ])('is not %s', (code) => {
    expect(needsNewer(code)).toEqual([])
  })

  it('goes by the floor', () => {
    expect(needsNewer('list.at(-1)', { ...oldest, safari: '15.4', chrome: '92', firefox: '92' })).toEqual([])
    expect(needsNewer('list.at(-1)', { ...oldest, safari: '15.3', chrome: '92', firefox: '92' })).toEqual(['.at()'])
  })
})
