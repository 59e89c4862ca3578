// npm start: installs what is missing, generates, builds, and runs the server until Ctrl-C or SIGTERM.
import { installWhatIsMissing } from './install.mjs'
import { continueOnNode24, runNode } from './node-24.mjs'
import { endWith, step } from './steps.mjs'

async function main() {
  await installWhatIsMissing()
  await continueOnNode24(import.meta.url)
  const { generate } = await import('./generate.mjs')
  const { build } = await import('./build.mjs')
  await step('Generating code', generate)
  await build()
  return runNode(process.execPath, ['--enable-source-maps', 'packages/server/dist/main.js', ...process.argv.slice(2)])
}

endWith(main())
