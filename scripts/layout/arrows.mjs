// The arrows of the architecture, as one table. Each row: whose imports it looks at, which it forbids, and where the code belongs.

/** What a package's code may import of ours, besides itself: packages, or one file of a package. */
const mayImport = {
  domain: [],
  ui: [],
  'private-draft': [],
  family: ['ui', 'domain', 'private-draft'],
  staff: ['ui', 'domain'],
  server: ['domain', 'private-draft/protocol'],
  testkit: ['server', 'domain'],
}

const packageHint = {
  domain: 'domain imports nothing but itself: pass what it needs in as an argument.',
  ui: 'ui knows nothing of Kinplan: pass words and values in as props.',
  'private-draft': 'the engine of the sealed draft knows nothing of ours: pass the way to the server, timers and chance in.',
  family: 'the family app asks by GraphQL: write a .graphql file beside the component; a rule belongs in domain, a look in ui.',
  staff: 'the staff app asks by GraphQL: write a .graphql file beside the component; a rule belongs in domain, a look in ui.',
  server:
    'the server stands on domain, and of private-draft it knows the protocol alone: a rule belongs in domain, a limit of the ' +
    'sealed draft in private-draft/src/protocol.ts.',
  testkit: 'testkit stands on server and domain: drive the apps through the browser.',
}

/** Inside the server a higher layer may import a lower one, never the other way. */
const layerOf = (concept) =>
  concept === 'graphql' || concept === 'pages'
    ? 3
    : concept === 'access'
      ? 1
      : concept === 'platform' || concept === 'generated'
        ? 0
        : concept === ''
          ? 4
          : 2
const layerNames = ['platform', 'access', 'a concept', 'graphql or pages', 'main']

const isDoorFile = (file) => file.concept === 'graphql' || /\.(graphql|resolver)\.ts$/.test(file.name)
const isStore = (file) => file.concept === 'platform' || file.name.endsWith('.store.ts')
const isPrisma = (to) =>
  to.npm?.startsWith('@prisma/') === true || to.npm === 'prisma' || to.path?.startsWith('packages/server/src/generated/prisma') === true

/** Packages from npm that stand in one place only. */
const oneHome = [
  {
    name: 'prisma',
    is: isPrisma,
    home: (file) => file.package === 'server' && isStore(file),
    hint: 'Prisma belongs in a *.store.ts of the concept, or in server/src/platform.',
  },
  {
    name: 'pg',
    is: (to) => to.npm === 'pg' || to.npm?.startsWith('@electric-sql/') === true,
    home: (file) => file.package === 'testkit' || file.isTest || file.concept === 'platform',
    hint: 'speaking to PostgreSQL belongs in server/src/platform.',
  },
  {
    name: 'type-graphql',
    is: (to) => to.npm === 'type-graphql',
    home: (file) => file.package === 'server' && isDoorFile(file),
    hint: 'type-graphql belongs in *.graphql.ts, *.resolver.ts or server/src/graphql.',
  },
  {
    name: 'yjs',
    is: (to) => to.npm === 'yjs' || to.npm === 'lib0',
    home: (file) => file.package === 'private-draft',
    hint: 'the draft belongs in private-draft: the server and the workers never read it.',
  },
  {
    name: 'apollo-client',
    is: (to) => to.npm === '@apollo/client',
    home: (file) => file.package === 'staff',
    hint: "Apollo Client is the staff app's; the family app has a small typed client of its own.",
  },
  {
    name: 'ical',
    is: (to) => to.npm === 'ical.js',
    home: (file) => file.path === 'packages/domain/src/calendar/calendar-file.ts',
    hint: 'calendar files are read in domain/src/calendar/calendar-file.ts: ask busyInCalendar.',
  },
  {
    name: 'temporal',
    is: (to) => to.npm === 'temporal-polyfill',
    home: (file) => file.package === 'domain',
    hint: 'reckoning with dates belongs in domain.',
  },
]

const domainMayUse = new Set(['temporal-polyfill', 'ical.js'])
const domainTestsMayUse = new Set([...domainMayUse, 'vitest', 'fast-check', 'node'])

const problem = (rule, file, line, says) => ({ rule, path: file.path, line, says })

/** The imports that go against an arrow. */
export function againstTheArrows(file) {
  if (file.isConfig || !(file.package in mayImport)) return []
  return file.imports.flatMap((one) => [
    ...packageArrow(file, one),
    ...layerArrow(file, one),
    ...homeArrow(file, one),
    ...pureArrow(file, one),
  ])
}

function packageArrow(file, { to, specifier, line }) {
  if (to.npm !== undefined || to.package === file.package) return []
  if (mayImport[file.package].some((one) => one === to.package || `packages/${one.replace('/', '/src/')}` === to.path)) return []
  if (file.package === 'server' && file.isTest && to.package === 'testkit') return []
  return [problem(`package:${file.package}`, file, line, `imports ${specifier}: ${packageHint[file.package]}`)]
}

function layerArrow(file, { to, specifier, line }) {
  if (file.package !== 'server' || file.top !== 'src' || file.isTest || to.package !== 'server' || to.top !== 'src') return []
  const from = layerOf(file.concept)
  const into = layerOf(to.concept)
  if (into <= from) return []
  return [
    problem(
      'layer',
      file,
      line,
      `imports ${specifier}: in the server graphql and pages use concepts, concepts use access, access uses platform. ` +
        `${layerNames[from]} may not use ${layerNames[into]}: move what both need down to ${layerNames[from]}, or pass it in.`,
    ),
  ]
}

function homeArrow(file, { to, specifier, line }) {
  return oneHome
    .filter(({ is, home }) => is(to) && !home(file))
    .map(({ name, hint }) => problem(`home:${name}`, file, line, `imports ${specifier}: ${hint}`))
}

function pureArrow(file, { to, specifier, line }) {
  if (file.package !== 'domain' || to.npm === undefined || (file.isTest ? domainTestsMayUse : domainMayUse).has(to.npm)) return []
  return [
    problem(
      'pure',
      file,
      line,
      `imports ${specifier}: domain imports nothing but itself, temporal-polyfill and ical.js. Time, ids and chance are passed in.`,
    ),
  ]
}

/** The family app may use a rule of domain only if nothing behind it brings Temporal to the phone. */
export function temporalInFamily(files) {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]))
  const brings = (path, seen) => {
    if (seen.has(path)) return false
    seen.add(path)
    const file = byPath.get(path)
    return (
      file !== undefined &&
      file.imports.some(
        ({ to, typeOnly }) => !typeOnly && (to.npm === 'temporal-polyfill' || (to.path !== undefined && brings(to.path, seen))),
      )
    )
  }
  return files
    .filter((file) => file.package === 'family' && !file.isTest)
    .flatMap((file) =>
      file.imports
        .filter(({ to, typeOnly }) => !typeOnly && to.package === 'domain' && brings(to.path, new Set()))
        .map(({ specifier, line }) =>
          problem(
            'temporal-in-family',
            file,
            line,
            `imports ${specifier}, which brings Temporal to the phone: let the server answer it, or put the part without dates ` +
              `in a file of its own.`,
          ),
        ),
    )
}

/** Rings of concepts that import each other within a package. */
export function ringsOfConcepts(files) {
  const rings = []
  for (const pack of Object.keys(mayImport)) {
    const arrows = new Map()
    for (const file of files) {
      if (file.package !== pack || file.isTest || file.top !== 'src' || file.concept === '') continue
      for (const { to, line } of file.imports) {
        if (to.package !== pack || to.top !== 'src' || to.concept === '' || to.concept === file.concept) continue
        const out = arrows.get(file.concept) ?? arrows.set(file.concept, new Map()).get(file.concept)
        if (!out.has(to.concept)) out.set(to.concept, { file, line })
      }
    }
    rings.push(...ringsIn(arrows))
  }
  return rings
}

function ringsIn(arrows) {
  const found = new Map()
  const walk = (concept, trail) => {
    const at = trail.indexOf(concept)
    if (at >= 0) {
      const ring = trail.slice(at)
      const key = [...ring].sort().join(' ')
      if (!found.has(key)) found.set(key, ring)
      return
    }
    if (done.has(concept)) return
    for (const next of arrows.get(concept)?.keys() ?? []) walk(next, [...trail, concept])
    done.add(concept)
  }
  const done = new Set()
  for (const concept of arrows.keys()) walk(concept, [])
  return [...found.values()].map((ring) => {
    const steps = ring.map((from, at) => arrows.get(from).get(ring[(at + 1) % ring.length]))
    const { file, line } = steps.at(-1)
    return problem(
      'ring',
      file,
      line,
      `concepts go round in a ring: ${[...ring, ring[0]].join(' → ')} ` +
        `(${steps.map((one) => `${one.file.path}:${one.line}`).join(', ')}). Let one of them be told: pass the value in, or ` +
        `move the use case to the concept that knows both.`,
    )
  })
}
