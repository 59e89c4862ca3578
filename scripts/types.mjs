// node scripts/types.mjs: type checks every package.
import { pathToFileURL } from 'node:url'
import { continueOnNode24 } from './node-24.mjs'
import { endWith } from './steps.mjs'
import { runTool } from './tool.mjs'

const packages = ['domain', 'ui', 'private-draft', 'server', 'family', 'staff', 'testkit']

/** What TypeScript finds wrong, or null. Two packages at a time: there may be only two cores. */
export async function typeFaults() {
  const waiting = [...packages]
  const faults = []
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const info = `node_modules/.cache/kinplan/${name}.tsbuildinfo`
      const { code, said } = await runTool([
        'node_modules/typescript/bin/tsc',
        '-p',
        `packages/${name}`,
        '--incremental',
        '--tsBuildInfoFile',
        info,
      ])
      if (code !== 0) faults.push(said)
    }
  }
  await Promise.all([worker(), worker()])
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
