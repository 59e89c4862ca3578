// node scripts/build.mjs [name ...]: the server and both apps, or those named, each only when something it is made of changed.
import { pathToFileURL } from 'node:url'
import { filesUnder, hashOf, whenChanged } from './freshness.mjs'
import { continueOnNode24 } from './node-24.mjs'
import { endWith, step } from './steps.mjs'
import { mustRun } from './tool.mjs'

const builds = [
  {
    name: 'ui',
    what: 'Building the look of the plain pages, and their way out',
    from: ['packages/ui/src'],
    makes: ['packages/ui/dist/page.css', 'packages/ui/dist/leave-form.js'],
  },
  {
    name: 'testkit',
    what: 'Building the demo story',
    from: ['packages/testkit/src', 'packages/domain/src'],
    makes: ['packages/testkit/dist/story.js'],
  },
  {
    name: 'server',
    what: 'Building the server',
    from: ['packages/server/src', 'packages/server/src/generated', 'packages/private-draft/src', 'packages/domain/src'],
    makes: ['packages/server/dist/main.js', 'packages/server/dist/search-thread.js', 'packages/server/dist/verify-record.js'],
  },
  {
    name: 'family',
    what: 'Building the family app',
    from: [
      'packages/family/src',
      'packages/family/src/generated',
      'packages/family/index.html',
      'packages/family/oldest-browsers.json',
      'packages/family/public',
      'packages/private-draft/src',
      'packages/ui/src',
      'packages/domain/src',
    ],
    makes: ['packages/family/dist/.vite/manifest.json'],
  },
  {
    name: 'staff',
    what: 'Building the staff app',
    from: [
      'packages/staff/src',
      'packages/staff/src/generated',
      'packages/staff/index.html',
      'packages/staff/public',
      'packages/ui/src',
      'packages/domain/src',
    ],
    makes: ['packages/staff/dist/.vite/manifest.json'],
  },
]

const isTest = /\.(test|story)\.tsx?$/

function buildOne({ name, from, makes }) {
  const inputs = () =>
    filesUnder(
      [...from, `packages/${name}/vite.config.ts`, `packages/${name}/tsconfig.json`, 'tsconfig.json', 'package-lock.json'],
      (path) => !isTest.test(path),
    )
  return whenChanged(`build-${name}`, { hash: () => hashOf(inputs()), makes }, () =>
    mustRun(`The build of ${name}`, [
      'node_modules/vite/bin/vite.js',
      'build',
      `packages/${name}`,
      '--config',
      `packages/${name}/vite.config.ts`,
      '--logLevel',
      'warn',
    ]),
  )
}

/** Builds what is not fresh, of all or of those named. Generate first: the builds take in what generating makes. */
export async function build(names = builds.map((one) => one.name)) {
  for (const one of builds.filter(({ name }) => names.includes(name))) await step(one.what, () => buildOne(one))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await continueOnNode24(import.meta.url)
  endWith(build(process.argv.length > 2 ? process.argv.slice(2) : undefined).then(() => 0))
}
