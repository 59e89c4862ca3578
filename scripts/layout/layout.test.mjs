import { describe, expect, it } from 'vitest'
import { layoutProblems } from './check.mjs'
import { filesGitLists, readSources, sourceOf } from './source.mjs'

async function rulesBroken(...planted) {
  const files = planted.map(([path, text]) => sourceOf(path, text))
  const problems = await layoutProblems(
    files,
    files.map((file) => file.path),
    [],
  )
  return problems.map(({ rule, path }) => `${rule} ${path}`)
}

const imports = (specifier) => `import { a } from '${specifier}'\nexport const b = a\n`

describe('each arrow, with one forbidden import planted', () => {
  it.each([
    ['domain may not import the server', 'packages/domain/src/plan/a.ts', '@kinplan/server/plan/b', 'package:domain'],
    ['domain may not import npm packages', 'packages/domain/src/plan/a.ts', 'express', 'pure'],
    ['domain may not read files', 'packages/domain/src/plan/a.ts', 'node:fs', 'pure'],
    ['ui may not import domain', 'packages/ui/src/button/a.tsx', '@kinplan/domain/plan/b', 'package:ui'],
    ['family may not import the server', 'packages/family/src/plan/a.ts', '../../../server/src/plan/b', 'package:family'],
    ['family may not import staff', 'packages/family/src/plan/a.ts', '@kinplan/staff/plan/b', 'package:family'],
    ['staff may not import the server', 'packages/staff/src/plan/a.ts', '@kinplan/server/plan/b', 'package:staff'],
    ['staff may not import testkit', 'packages/staff/src/plan/a.ts', '@kinplan/testkit/story', 'package:staff'],
    ['server may not import the apps', 'packages/server/src/plan/a.ts', '@kinplan/family/plan/b', 'package:server'],
    ['server may not import testkit', 'packages/server/src/plan/a.ts', '@kinplan/testkit/story', 'package:server'],
    ['testkit may not import the apps', 'packages/testkit/src/a.ts', '@kinplan/staff/plan/b', 'package:testkit'],
    ['platform may not import access', 'packages/server/src/platform/a.ts', '../access/permit', 'layer'],
    ['platform may not import a concept', 'packages/server/src/platform/a.ts', '../plan/agree-plan', 'layer'],
    ['access may not import a concept', 'packages/server/src/access/a.ts', '../plan/plan.store', 'layer'],
    ['a concept may not import graphql', 'packages/server/src/plan/agree-plan.ts', '../graphql/operate', 'layer'],
    ['a concept may not import pages', 'packages/server/src/plan/agree-plan.ts', '../pages/join', 'layer'],
    ['nothing imports main', 'packages/server/src/graphql/a.ts', '../main', 'layer'],
    ['Prisma stays out of use cases', 'packages/server/src/plan/agree-plan.ts', '../generated/prisma/client', 'home:prisma'],
    ['Prisma stays out of resolvers', 'packages/server/src/plan/plan.resolver.ts', '@prisma/client', 'home:prisma'],
    ['pg stays in platform', 'packages/server/src/plan/plan.store.ts', 'pg', 'home:pg'],
    ['type-graphql stays out of use cases', 'packages/server/src/plan/agree-plan.ts', 'type-graphql', 'home:type-graphql'],
    ['yjs stays out of the staff app', 'packages/staff/src/plan/a.ts', 'yjs', 'home:yjs'],
    ['yjs stays out of the screens of the family app', 'packages/family/src/plan/a.ts', 'yjs', 'home:yjs'],
    ['the sealed draft knows nothing of domain', 'packages/private-draft/src/a.ts', '@kinplan/domain/plan/b', 'package:private-draft'],
    [
      'the sealed draft knows nothing of the family app',
      'packages/private-draft/src/a.ts',
      '../../family/src/plan/b',
      'package:private-draft',
    ],
    ['the server may not open a draft', 'packages/server/src/plan/a.ts', '@kinplan/private-draft/seal-envelope', 'package:server'],
    ['staff may not import the sealed draft', 'packages/staff/src/plan/a.ts', '@kinplan/private-draft/protocol', 'package:staff'],
    ['domain may not import the sealed draft', 'packages/domain/src/plan/a.ts', '@kinplan/private-draft/protocol', 'package:domain'],
    ['Apollo Client stays out of the family app', 'packages/family/src/plan/a.ts', '@apollo/client', 'home:apollo-client'],
    ['calendar files are read in one file of domain', 'packages/domain/src/availability/month-of-rules.ts', 'ical.js', 'home:ical'],
    ['calendar files are read in domain, not in an app', 'packages/family/src/availability/calendar-question.tsx', 'ical.js', 'home:ical'],
    ['Temporal stays in domain', 'packages/server/src/plan/agree-plan.ts', 'temporal-polyfill', 'home:temporal'],
  ])('%s', async (_name, path, specifier, rule) => {
    expect(await rulesBroken([path, imports(specifier)])).toEqual([`${rule} ${path}`])
  })

  it('sees a forbidden import however it is written', async () => {
    const path = 'packages/staff/src/plan/a.ts'
    const ways = [
      "import type { A } from '@kinplan/server/a'",
      "export { a } from '@kinplan/server/a'",
      "const a = import('@kinplan/server/a')",
      "type A = import('@kinplan/server/a').A",
      "import '@kinplan/server/a'",
      "const a = require('@kinplan/server/a')",
    ]
    for (const way of ways) expect(await rulesBroken([path, way]), way).toEqual([`package:staff ${path}`])
  })

  it('lets every allowed arrow pass', async () => {
    expect(
      await rulesBroken(
        [
          'packages/family/src/plan/draft-page.tsx',
          imports('@kinplan/private-draft/chance') + imports('@kinplan/ui/button') + imports('@kinplan/domain/plan/stages'),
        ],
        [
          'packages/staff/src/plan/plan-page.tsx',
          imports('@apollo/client') + imports('@kinplan/ui/button') + imports('@kinplan/domain/plan/stages'),
        ],
        ['packages/private-draft/src/draft-shape.ts', imports('yjs') + imports('./protocol')],
        ['packages/server/src/plan/send-envelopes.ts', imports('@kinplan/private-draft/protocol')],
        ['packages/server/src/main.ts', imports('./graphql/operate')],
        ['packages/server/src/graphql/schema.ts', imports('../plan/plan.resolver') + imports('type-graphql')],
        ['packages/server/src/plan/plan.resolver.ts', imports('type-graphql') + imports('../access/permit')],
        ['packages/server/src/plan/plan.store.ts', imports('../generated/prisma/client') + imports('../platform/database')],
        ['packages/server/tests/plan.test.ts', imports('@kinplan/testkit/story')],
        ['packages/testkit/src/story.ts', imports('@kinplan/server/graphql/operate') + imports('@kinplan/domain/plan/stages')],
        ['packages/domain/src/plan/due-dates.ts', imports('temporal-polyfill') + imports('../meeting/rooms')],
        ['packages/domain/src/calendar/calendar-file.ts', imports('ical.js')],
      ),
    ).toEqual([])
  })

  it('finds a ring of concepts, and only a ring', async () => {
    const plan = ['packages/server/src/plan/agree-plan.ts', imports('../meeting/meeting.store')]
    const action = ['packages/server/src/action/keep-action.ts', imports('../plan/plan.store')]
    expect(await rulesBroken(plan, action)).toEqual([])
    expect(await rulesBroken(plan, action, ['packages/server/src/meeting/end-meeting.ts', imports('../action/action.store')])).toEqual([
      'ring packages/server/src/action/keep-action.ts',
    ])
  })

  it('finds Temporal behind a rule that the family app uses', async () => {
    const page = ['packages/family/src/plan/page.tsx', imports('@kinplan/domain/plan/near')]
    const near = ['packages/domain/src/plan/near.ts', imports('./far')]
    expect(await rulesBroken(page, near, ['packages/domain/src/plan/far.ts', imports('temporal-polyfill')])).toEqual([
      'temporal-in-family packages/family/src/plan/page.tsx',
    ])
    expect(await rulesBroken(page, near, ['packages/domain/src/plan/far.ts', "import type { Temporal } from 'temporal-polyfill'"])).toEqual(
      [],
    )
  })
})

describe('one file by itself', () => {
  it.each(['index.ts', 'utils.ts', 'helpers.tsx', 'common.ts', 'misc.ts', 'shared.ts', 'types.ts', 'AgreePlan.ts'])(
    'refuses the name %s',
    async (name) => {
      expect(await rulesBroken([`packages/domain/src/plan/${name}`, ''])).toEqual([`name packages/domain/src/plan/${name}`])
    },
  )

  it('refuses a cast to Permit or Scope outside access', async () => {
    const casts = [
      'const a = {} as Permit',
      "const a = {} as unknown as Permit<'plan:agree'>",
      'const a = [] as Scope[]',
      'const a = <Permit>{}',
    ]
    for (const cast of casts) {
      expect(await rulesBroken(['packages/server/src/plan/agree-plan.ts', cast]), cast).toEqual([
        'cast packages/server/src/plan/agree-plan.ts',
      ])
      expect(await rulesBroken(['packages/server/src/access/permit.ts', cast]), cast).toEqual([])
    }
    expect(
      await rulesBroken(['packages/server/src/plan/agree-plan.ts', "function f(permit: Permit<'plan:agree'>) { return permit }"]),
    ).toEqual([])
  })

  it('refuses left and right in styles', async () => {
    const wrong = [
      'margin-left: 1px',
      'padding-right : 0',
      'left: 0',
      'text-align:left',
      'float: right',
      'border-left-color: red',
      'border-top-left-radius: 1px',
      'scroll-margin-left: 0',
    ]
    for (const line of wrong)
      expect(await rulesBroken(['packages/ui/src/look.css', `a { ${line}; }`]), line).toEqual(['left-right packages/ui/src/look.css'])
    const right = ['margin-inline-start: 1px', 'inset-inline-start: 0', 'text-align: start', '--left: 0', 'content: "x" /* left: 0 */']
    for (const line of right) expect(await rulesBroken(['packages/ui/src/look.css', `a { ${line}; }`]), line).toEqual([])
    expect(await rulesBroken(['packages/ui/src/a.tsx', 'export const a = { marginLeft: 1 }'])).toEqual(['left-right packages/ui/src/a.tsx'])
  })

  it('keeps the words that families should not read out of their copy', async () => {
    const words = [
      'Your case',
      'The FGM',
      'bottom line',
      'Your actions',
      'You are excluded',
      'He was silent',
      'We monitor this',
      'Contact with Dad',
      'Her placement',
      'This is overdue',
      'Invalid date',
      'Required',
      'Submit',
    ]
    for (const word of words) {
      const text = `export const copy = { said: ${JSON.stringify(word)}, to: (name: string) => \`\${name}: ${word}\` }`
      for (const path of [
        'packages/family/src/plan/plan.copy.ts',
        'packages/server/src/pages/join.copy.ts',
        'packages/ui/src/exit.copy.ts',
      ]) {
        expect(await rulesBroken([path, text]), word).toEqual([`words ${path}`, `words ${path}`])
      }
      expect(await rulesBroken(['packages/staff/src/plan/plan.copy.ts', text])).toEqual([])
    }
    expect(
      await rulesBroken([
        'packages/family/src/plan/plan.copy.ts',
        "export const copy = { action: 'Your promises, just in case you forget' }",
      ]),
    ).toEqual([])
  })
})

describe('the check itself', () => {
  it('fails when git lists a file that it did not look at', async () => {
    const file = sourceOf('packages/domain/src/plan/a.ts', '')
    const problems = await layoutProblems([file], [file.path, 'packages/domain/src/plan/b.ts'], [])
    expect(problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['unseen packages/domain/src/plan/b.ts'])
  })

  it('fails when it looked at nothing', async () => {
    expect(await layoutProblems([], [], [])).toHaveLength(1)
  })

  it('looks at no fewer files than git lists in this repository', () => {
    const listed = filesGitLists()
    const seen = new Set(readSources().map((file) => file.path))
    expect(listed.length).toBeGreaterThan(20)
    expect(listed.filter((path) => !seen.has(path))).toEqual([])
  })

  it('says when an exception is not needed any more', async () => {
    const file = sourceOf('packages/domain/src/plan/utils.ts', '')
    const exception = { rule: 'name', path: file.path, because: 'a test' }
    expect(await layoutProblems([file], [file.path], [exception])).toEqual([])
    const mended = sourceOf('packages/domain/src/plan/stages.ts', '')
    expect((await layoutProblems([mended], [mended.path], [exception])).map(({ rule }) => rule)).toEqual(['stale-exception'])
  })
})
