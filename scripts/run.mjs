// node scripts/run.mjs packages/testkit/checks/story.ts [arguments]
// Runs a TypeScript entry that exports `run(args): Promise<number>` and ends with the number it answers.
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { continueOnNode24, root } from './node-24.mjs'

/**
 * Loads TypeScript modules of this repository, with decorators and their metadata as each package's tsconfig asks.
 * Packages from npm are left to Node, so there is one copy of each.
 */
async function openTypeScript() {
  const { createServer, createServerModuleRunner } = await import('vite')
  await import('reflect-metadata')
  const vite = await createServer({
    root,
    configFile: false,
    envFile: false,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: resolve(root, 'node_modules/.cache/kinplan/vite-run'),
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    ssr: { noExternal: [/^@kinplan\//] },
  })
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false })
  return {
    load: (path) => runner.import(resolve(root, path)),
    close: async () => {
      await runner.close()
      await vite.close()
    },
  }
}

async function main([entry, ...args]) {
  if (entry === undefined) {
    console.error('Say which file to run: node scripts/run.mjs packages/testkit/checks/story.ts')
    return 1
  }
  const typeScript = await openTypeScript()
  try {
    const module = await typeScript.load(entry)
    if (typeof module.run !== 'function') {
      console.error(`${entry} has to export run(args): Promise<number>.`)
      return 1
    }
    return await module.run(args)
  } finally {
    await typeScript.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await continueOnNode24(import.meta.url)
  main(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (fault) => {
      console.error(fault)
      process.exit(1)
    },
  )
}
