// npm run dev: the server with restart on change, both apps with hot reload, generated files kept fresh.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { installWhatIsMissing } from './install.mjs'
import { continueOnNode24, onLostNpm, root } from './node-24.mjs'
import { PlainFailure, endWith, step } from './steps.mjs'

/** Runs the built server; `restart` waits for the old one to drain, because two on one data folder would harm it. */
function serverRunner(env) {
  let child = null
  let gone = Promise.resolve()
  const stop = () => {
    child?.kill('SIGTERM')
    return gone
  }
  const start = () => {
    const started = spawn(process.execPath, ['--enable-source-maps', 'packages/server/dist/main.js'], {
      cwd: root,
      stdio: 'inherit',
      env,
    })
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

/** The first port from this one on that nobody listens on, by either name of this computer. */
async function freePort(from) {
  for (let port = from; port < from + 100; port++) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port
  }
  throw new PlainFailure(`No port from ${from} to ${from + 99} is free: end what uses them, or set PORT to another.`)
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (fault) => resolve(fault.code !== 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** A file saved half-way is no reason to end: the fault is said, and the next save tries again. */
const orSay = (work) => () => work().catch((fault) => console.error(fault instanceof PlainFailure ? fault.message : fault))

async function main() {
  await installWhatIsMissing()
  await continueOnNode24(import.meta.url)
  // Building sets "production" where nothing is set, and then the apps would lose what a page holds at every save.
  const ofTheServer = { ...process.env }
  process.env.NODE_ENV = 'development'
  const { generate } = await import('./generate.mjs')
  const { build: makeFresh } = await import('./build.mjs')
  const { build, createServer: createApp } = await import('vite')
  await orSay(() => step('Generating code', generate))()
  // The server loads the story and the look of its pages from what is built of them.
  await orSay(() => makeFresh(['ui', 'testkit']))()

  // The apps' configurations read the port to pass requests on.
  process.env.PORT = ofTheServer.PORT = String(await freePort(Number(process.env.PORT ?? 4000)))
  const server = serverRunner(ofTheServer)
  const bundle = await build({ configFile: join(root, 'packages/server/vite.config.ts'), logLevel: 'warn', build: { watch: {} } })
  bundle.on('event', (event) => {
    if (event.code === 'END') server.restart()
    if (event.code === 'ERROR') console.error(event.error.message)
    if ('result' in event) event.result?.close()
  })

  const apps = []
  for (const name of ['family', 'staff']) {
    const port = await freePort(Number(process.env.PORT) + 1)
    const app = await createApp({ configFile: join(root, `packages/${name}/vite.config.ts`), server: { port, strictPort: true } })
    await app.listen()
    apps.push(app)
    console.log(`${name}: ${app.resolvedUrls?.local[0]} (hot reload)`)
  }

  const watchers = onChange(['packages', 'prisma'], (name) => /\.(ts|prisma|graphql)$/.test(name), orSay(generate))
  watchers.push(
    ...onChange(
      ['packages/ui/src', 'packages/testkit/src'],
      () => true,
      orSay(() => makeFresh(['ui', 'testkit'])),
    ),
  )

  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
    onLostNpm(resolve)
  })
  for (const watcher of watchers) watcher.close()
  await Promise.all([bundle.close(), server.stop(), ...apps.map((app) => app.close())])
  return 0
}

endWith(main())
