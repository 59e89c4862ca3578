// npm test: types, lint, layout, the house, schema.graphql, every test, and the browser stories. All of them run, whatever fails before.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countRun } from './count-run.mjs'
import { installWhatIsMissing } from './install.mjs'
import { continueOnNode24, root, runNode } from './node-24.mjs'
import { endWith, step } from './steps.mjs'

const cache = 'node_modules/.cache/kinplan'

/** One check that passes or fails as a whole; what it said is shown when it fails. */
async function check(name, work) {
  let failure = null
  await step(name, async () => {
    try {
      failure = await work()
    } catch (fault) {
      failure = fault instanceof Error ? fault.message : String(fault)
    }
  })
  if (failure === null) return { passed: 1, failed: 0 }
  console.log(`${failure.trimEnd()}\n✗ ${name}: failed`)
  return { passed: 0, failed: 1 }
}

async function toolCheck(args) {
  const { runTool } = await import('./tool.mjs')
  const { code, said } = await runTool(args)
  return code === 0 ? null : said || `ended with exit code ${code}`
}

async function vitest(name, args, env = {}) {
  console.log(`· ${name} …`)
  const file = join(root, cache, `vitest-${process.pid}.json`)
  mkdirSync(join(root, cache), { recursive: true })
  const code = await runNode(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { ...process.env, ...env },
  )
  const count = countRun(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code)
  rmSync(file, { force: true })
  return count
}

async function stories() {
  const { findChromium } = await import('./tool.mjs')
  const chromium = findChromium()
  if (chromium !== null) return [await vitest('Browser stories', ['--project', 'stories'], { CHROMIUM_PATH: chromium })]
  console.log(
    'Not run: the browser stories, for want of Chromium. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  )
  return process.env.CI === 'true' ? [{ passed: 0, failed: 1 }] : []
}

async function main() {
  await installWhatIsMissing()
  await continueOnNode24(import.meta.url)
  const { generate } = await import('./generate.mjs')
  const { build } = await import('./build.mjs')
  const { typeFaults } = await import('./types.mjs')
  const quiet = (work) => async () => (await work(), null)
  const counts = []
  const generated = await check(
    'Generating code',
    quiet(() => generate({ schema: false })),
  )
  counts.push({ passed: 0, failed: generated.failed })
  counts.push(await check('Types', typeFaults))
  counts.push(await check('Lint', () => toolCheck(['node_modules/oxlint/bin/oxlint', '--deny-warnings', '.'])))
  counts.push(await check('Layout', () => toolCheck(['scripts/layout/check.mjs'])))
  counts.push(await check('House', () => toolCheck(['scripts/house/check.mjs'])))
  counts.push(
    await check('schema.graphql is what the server says', () =>
      toolCheck(['scripts/run.mjs', 'packages/server/src/graphql/emit-schema.ts', '--check']),
    ),
  )
  counts.push(
    await vitest(
      `Tests (${
        process.env.TEST_DATABASE_URL
          ? 'embedded database and PostgreSQL'
          : 'embedded database; set TEST_DATABASE_URL ' + "to an administrator's address for PostgreSQL as well"
      })`,
      ['--project', '!stories'],
    ),
  )
  const built = await check('Building', quiet(build))
  counts.push({ passed: 0, failed: built.failed })
  counts.push(...(await stories()))
  const passed = counts.reduce((sum, one) => sum + one.passed, 0)
  const failed = counts.reduce((sum, one) => sum + one.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

endWith(main())
