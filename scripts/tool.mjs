import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './node-24.mjs'
import { PlainFailure } from './steps.mjs'

/** Runs `node args...` on this Node in the root folder: its exit code and all it said. */
export function runTool(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let said = ''
  const listen = (piece) => {
    said += piece
  }
  child.stdout.setEncoding('utf8').on('data', listen)
  child.stderr.setEncoding('utf8').on('data', listen)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** Runs a tool that has to end well; shows what it said only when it does not. */
export async function mustRun(what, args, env = {}) {
  const { code, said } = await runTool(args, env)
  if (code !== 0) throw new PlainFailure(`${said.trimEnd()}\n${what} failed: see above.`)
}

/** Where Chromium is on this machine, or null. CHROMIUM_PATH decides if it is set. */
export function findChromium() {
  const places = process.env.CHROMIUM_PATH
    ? [process.env.CHROMIUM_PATH]
    : [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ]
  return places.find((path) => existsSync(path)) ?? null
}
