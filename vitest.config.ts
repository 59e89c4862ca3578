import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)
const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Left to itself Vite takes graphql's ESM files and Node its CommonJS ones: two copies that refuse each other's types. */
const oneGraphql = { find: /^graphql$/, replacement: require.resolve('graphql') }
const ours = { deps: { inline: [/@kinplan\//] } }
const decorated = [require.resolve('reflect-metadata')]
/** Databases that a run makes once and copies, removed when it ends. */
const prepared = folder('packages/testkit/src/test-run.ts')
/** Far more than a test takes: a limit that is met on a busy machine says nothing. */
const patience = { testTimeout: 240_000, hookTimeout: 300_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        root: folder('packages/domain'),
        test: { name: 'domain', include: ['src/**/*.test.ts'], isolate: false, ...patience },
      },
      {
        root: folder('packages/private-draft'),
        test: { name: 'private-draft', include: ['src/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        root: folder('packages/server'),
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'server',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          globalSetup: prepared,
          setupFiles: decorated,
          server: ours,
          isolate: false,
          ...patience,
        },
      },
      ...['ui', 'family', 'staff'].map((name) => ({
        root: folder(`packages/${name}`),
        plugins: [react()],
        resolve: { alias: [oneGraphql], dedupe: ['react', 'react-dom'] },
        test: { name, include: ['src/**/*.test.{ts,tsx}'], server: ours, isolate: name === 'staff', ...patience },
      })),
      {
        root: folder('packages/testkit'),
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'testkit',
          include: ['src/**/*.test.ts'],
          globalSetup: prepared,
          setupFiles: decorated,
          server: ours,
          isolate: false,
          ...patience,
        },
      },
      {
        root: folder('packages/testkit'),
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'stories',
          include: ['stories/**/*.story.ts'],
          globalSetup: prepared,
          setupFiles: decorated,
          server: ours,
          ...patience,
        },
      },
      {
        root: folder('scripts'),
        test: { name: 'scripts', include: ['**/*.test.mjs'], ...patience },
      },
    ],
  },
})
