// What the family's app needs of a browser, beside the oldest that it is made for. The build lowers syntax, and nothing else:
// a regular expression or a function that an old phone does not know is a white page there.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, parseAst } from 'vite'
import { root } from './node-24.mjs'

const { javascript, api } = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The oldest browsers that must show the family's pages; the build aims at the same. */
export const oldest = JSON.parse(readFileSync(join(root, 'packages/family/oldest-browsers.json'), 'utf8'))

/** Of the web's own interfaces those whose methods a page calls; the names of the others are everyday words (`share`, `format`). */
const interfaces = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'CharacterData',
  'Crypto',
  'Document',
  'DocumentFragment',
  'Element',
  'Event',
  'EventTarget',
  'File',
  'FormData',
  'Headers',
  'History',
  'HTMLDialogElement',
  'HTMLElement',
  'HTMLFormElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'Location',
  'Navigator',
  'Node',
  'Request',
  'Response',
  'Storage',
  'SubtleCrypto',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'Window',
]

/** Every module of the family's app, packages from npm among them, as the build sends it to phones, but with its names in full. */
export async function shippedModules() {
  const { output } = await build({
    root: join(root, 'packages/family'),
    configFile: join(root, 'packages/family/vite.config.ts'),
    logLevel: 'error',
    build: { write: false, minify: false, sourcemap: false },
  })
  const chunks = output.filter((one) => one.type === 'chunk')
  return chunks.flatMap(({ modules }) =>
    Object.entries(modules).flatMap(([id, { code }]) => (code ? [{ file: id.replace(`${root}/`, '').replaceAll('\0', ''), code }] : [])),
  )
}

/** What this code needs that a browser as old as `floor` does not have: `Object.hasOwn`, `.at()`, `lookbehind`. */
export function needsNewer(code, floor = oldest) {
  const known = knownTo(floor)
  const found = new Set()
  const own = new Set()
  visit(parseAst(code), { type: 'Program' }, 'body', (node, parent, place) => {
    for (const name of ownNames(node, parent)) own.add(name)
    for (const need of [...ofName(node, parent, place), ...ofPattern(node)]) if (!known(need)) found.add(need)
  })
  return [...found].filter((need) => !own.has(need)).sort()
}

function visit(node, parent, place, look) {
  if (Array.isArray(node)) node.forEach((one) => visit(one, parent, place, look))
  else if (typeof node?.type === 'string') {
    look(node, parent, place)
    for (const [key, below] of Object.entries(node)) if (below !== null && typeof below === 'object') visit(below, node, key, look)
  }
}

/** Names that the module gives to things of its own, and those of which it asks whether they are there at all. */
function ownNames(node, parent) {
  if (node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier') return [node.argument.name]
  const isDeclared = ['FunctionDeclaration', 'ClassDeclaration', 'VariableDeclarator'].includes(node.type)
  if (isDeclared && node.id?.type === 'Identifier') return [node.id.name]
  return node.type === 'Identifier' && parent.params?.includes(node) ? [node.name] : []
}

/** `fetch`, `Object.hasOwn`, `.at()`: a name on its own, something of a named thing, and a method of anything. */
function ofName(node, parent, place) {
  if (node.type === 'Identifier') {
    const isOnlyAKey = !parent.computed && (place === 'property' || (place === 'key' && !parent.shorthand))
    return isOnlyAKey ? [] : [node.name]
  }
  if (node.type !== 'MemberExpression') return []
  const name = node.computed ? textOf(node.property) : node.property.name
  if (name === undefined) return []
  const isCalled = parent.type === 'CallExpression' && place === 'callee'
  const { object } = node
  if (object.type === 'Identifier' && ofThing.has(`${object.name}.${name}`)) return [`${object.name}.${name}`]
  return isCalled ? [`.${name}()`] : []
}

function textOf(node) {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : undefined
}

/** What a regular expression uses. The build turns one that is too new into a call of RegExp, which does not help an old phone. */
function ofPattern(node) {
  const isCall = (node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee.name === 'RegExp'
  const pattern = isCall ? textOf(node.arguments[0]) : node.regex?.pattern
  const flags = isCall ? textOf(node.arguments[1]) : node.regex?.flags
  if (pattern === undefined) return []
  const bare = pattern.replace(/\\[^pP]/g, '')
  return Object.entries(patternParts).flatMap(([part, isIn]) => (isIn(bare, flags ?? '') ? [part] : []))
}

const patternParts = {
  lookbehind_assertion: (pattern) => /\(\?<[=!]/.test(pattern),
  named_capturing_group: (pattern) => /\(\?<[^=!]/.test(pattern),
  unicode_character_class_escape: (pattern, flags) => /[uv]/.test(flags) && /\\p\{/i.test(pattern),
  modifier: (pattern) => /\(\?[ims-]+:/.test(pattern),
  dotAll: (_, flags) => flags.includes('s'),
  hasIndices: (_, flags) => flags.includes('d'),
  unicodeSets: (_, flags) => flags.includes('v'),
}

// What MDN's data says, by the names used above.
const everywhere = new Map()
const ofThing = new Map()
const note = (name, fact, into = everywhere, of = fact) => into.set(name, [...(into.get(name) ?? []), { fact, of }])
const { builtins, regular_expressions: patterns } = javascript
for (const [things, methodsOf] of [
  [builtins, Object.keys(builtins)],
  [builtins.Intl, Object.keys(builtins.Intl)],
  [api, interfaces],
]) {
  for (const [thing, facts] of Object.entries(things)) {
    if (facts.__compat) note(thing, facts.__compat)
    for (const [member, { __compat: fact }] of Object.entries(facts)) {
      if (!fact || member.endsWith('_event')) continue
      const name = member.replace(/_static$/, '')
      note(`${thing}.${name}`, fact, ofThing)
      if (methodsOf.includes(thing) && name === member) note(`.${name}()`, fact, everywhere, thing === 'Iterator' ? fact : facts.__compat)
      if (thing === 'Window') note(name, fact)
    }
  }
}
for (const part of Object.keys(patternParts)) note(part, (patterns[part] ?? builtins.RegExp[part]).__compat)

/**
 * Whether browsers of the floor know a name. One that MDN does not list is somebody's own, as is a method only of things that are not there
 * themselves (but every browser has iterators); of several that share a name the oldest counts.
 */
function knownTo(floor) {
  const browsers = [
    ['chrome_android', floor.chrome],
    ['firefox_android', floor.firefox],
    ['safari_ios', floor.safari],
  ]
  const isThere = (fact) => browsers.every(([browser, version]) => [fact.support[browser]].flat().some((one) => isSince(one, version)))
  return (name) => {
    const facts = (ofThing.get(name) ?? everywhere.get(name) ?? []).filter(({ fact, of }) => of === fact || isThere(of))
    return facts.length === 0 || facts.some(({ fact }) => isThere(fact))
  }
}

function isSince(support, version) {
  const { version_added: since, version_removed: until, flags, prefix, alternative_name: other } = support ?? {}
  if (typeof since !== 'string' || since === 'preview' || until || flags || prefix || other) return false
  const [have, need] = [version, since.replace('≤', '')].map((text) => text.split('.').map(Number))
  const at = need.findIndex((part, place) => part !== (have[place] ?? 0))
  return at === -1 || need[at] < (have[at] ?? 0)
}
