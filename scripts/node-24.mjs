import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const localNode = join(root, 'node_modules', '.bin', 'node')

function majorOf(node) {
  const asked = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return Number.parseInt(asked.stdout ?? '', 10) || 0
}

/** The path of a Node 24 or later: this process's own, or the one that the install brought. Null where there is none. */
export function findNode24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  if (existsSync(localNode) && majorOf(localNode) >= 24) return localNode
  return null
}

/**
 * Calls `stop` once when npm has gone. npm passes a signal to the shell it started us in, and that shell dies of it
 * without telling us: where npm started us, a lost parent is a SIGTERM.
 */
export function onLostNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    stop()
  }, 200)
  return watching
}

/**
 * Starts `node args...` in the root folder, passes Ctrl-C, SIGTERM and a closed terminal on, and answers the exit code.
 * The child decides when it is done, so that a server can drain. A terminal tells the child as well: it may hear the same signal twice.
 */
export function runNode(node, args, env = process.env) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const passOn = (signal) => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  for (const signal of signals) process.on(signal, passOn)
  const watching = onLostNpm(() => passOn('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(watching)
      for (const one of signals) process.off(one, passOn)
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
    })
  })
}

/** On Node 24 returns at once. On an older Node runs the same script again on Node 24 and ends with its exit code. */
export async function continueOnNode24(script) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return
  const node = findNode24()
  if (node === null) {
    console.error(
      `Kinplan needs Node 24 or later, and this is Node ${process.versions.node}: install it from https://nodejs.org and run ` +
        `the same command again.`,
    )
    process.exit(1)
  }
  process.exit(await runNode(node, [fileURLToPath(script), ...process.argv.slice(2)]))
}
