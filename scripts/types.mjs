// node scripts/types.mjs: type checks every package.
import { pathToFileURL } from 'node:url'
import { continueOnNode24 } from './node-24.mjs'
import { endWith } from './steps.mjs'
import { runTool } from './tool.mjs'

const packages = ['domain', 'ui', 'private-draft', 'server', 'family', 'staff', 'testkit']

/** What TypeScript finds wrong, or null: TypeScript 7, which checks several times as fast. Everything else here needs the API of 6. */
export async function typeFaults() {
  const faults = []
  for (const name of packages) {
    const { code, said } = await runTool(['node_modules/typescript-7/bin/tsc', '-p', `packages/${name}`])
    if (code !== 0) faults.push(said)
  }
  return faults.length === 0 ? null : faults.join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await continueOnNode24(import.meta.url)
  endWith(
    typeFaults().then((faults) => {
      if (faults !== null) console.log(faults)
      return faults === null ? 0 : 1
    }),
  )
}
