// npm run dev: the server with restart on change, both apps with hot reload, generated files kept fresh.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { continueOnNode24, onLostNpm, root } from './node-24.mjs'
import { PlainFailure, endWith, step } from './steps.mjs'

/** Runs the built server; `restart` waits for the old one to drain, because two on one data folder would harm it. */
function serverRunner() {
  let child = null
  let gone = Promise.resolve()
  const stop = () => {
    child?.kill('SIGTERM')
    return gone
  }
  const start = () => {
    const started = spawn(process.execPath, ['--enable-source-maps', 'packages/server/dist/main.js'], { cwd: root, stdio: 'inherit' })
    child = started
    gone = new Promise((resolve) =>
      started.on('exit', (code) => {
        if (child === started) child = null
        if (code) console.log(`The server ended with exit code ${code}. It starts again when a file changes.`)
        resolve()
      }),
    )
  }
  let turn = Promise.resolve()
  return { stop, restart: () => (turn = turn.then(stop).then(start)) }
}

/** Calls `work` a moment after the last change of a file that counts, one call at a time. */
function onChange(folders, counts, work) {
  let timer = null
  let running = Promise.resolve()
  const changed = (_event, name) => {
    if (name === null || /(^|\/)(generated|dist|node_modules)\//.test(name.replaceAll('\\', '/')) || !counts(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(work)
    }, 250)
  }
  return folders.map((folder) => watch(join(root, folder), { recursive: true }, changed))
}

async function main() {
  await installWhatIsMissing()
  await continueOnNode24(import.meta.url)
  const { generate } = await import('./generate.mjs')
  const { build, createServer } = await import('vite')
  await step('Generating code', generate)

  const server = serverRunner()
  const bundle = await build({ configFile: join(root, 'packages/server/vite.config.ts'), logLevel: 'warn', build: { watch: {} } })
  bundle.on('event', (event) => {
    if (event.code === 'END') server.restart()
    if (event.code === 'ERROR') console.error(event.error.message)
    if ('result' in event) event.result?.close()
  })

  const apps = []
  for (const name of ['family', 'staff']) {
    const app = await createServer({ configFile: join(root, `packages/${name}/vite.config.ts`) })
    await app.listen()
    apps.push(app)
    console.log(`${name}: ${app.resolvedUrls?.local[0]} (hot reload)`)
  }

  const regenerate = () => generate().catch((fault) => console.error(fault instanceof PlainFailure ? fault.message : fault))
  const watchers = onChange(['packages', 'prisma'], (name) => /\.(ts|prisma|graphql)$/.test(name), regenerate)

  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
    onLostNpm(resolve)
  })
  for (const watcher of watchers) watcher.close()
  await Promise.all([bundle.close(), server.stop(), ...apps.map((app) => app.close())])
  return 0
}

endWith(main())
