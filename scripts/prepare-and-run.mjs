// node scripts/prepare-and-run.mjs packages/testkit/checks/story.ts [arguments]
// Makes everything ready as npm start would, then runs the entry (see run.mjs). What the entry prints comes last.
import { installWhatIsMissing } from './install.mjs'
import { continueOnNode24, runNode } from './node-24.mjs'
import { endWith, step } from './steps.mjs'

async function main() {
  await installWhatIsMissing()
  await continueOnNode24(import.meta.url)
  const { generate } = await import('./generate.mjs')
  const { build } = await import('./build.mjs')
  const { findChromium } = await import('./tool.mjs')
  await step('Generating code', generate)
  await build()
  const chromium = findChromium()
  return runNode(process.execPath, ['scripts/run.mjs', ...process.argv.slice(2)], {
    ...process.env,
    ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
  })
}

endWith(main())
