import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder, hashOf, setStamp, stampOf } from './freshness.mjs'
import { findNode24, root } from './node-24.mjs'
import { PlainFailure, step } from './steps.mjs'

/** What an install depends on: the lock file, and every package.json (npm ci refuses when they disagree). */
function wanted() {
  return hashOf(filesUnder(['package-lock.json', 'package.json', 'packages'], (path) => /package(-lock)?\.json$/.test(path)))
}

/** Whether node_modules already holds exactly what the lock file names: npm writes down what it installed. */
function holdsTheLock() {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return false
  const has = JSON.parse(readFileSync(written, 'utf8')).packages
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(lock).every(
    ([path, { version, optional, link }]) => !path.startsWith('node_modules/') || optional || link || has[path]?.version === version,
  )
}

/** Installs with `npm ci` when packages are missing or the lock file changed since. Needs nothing but Node and npm. */
export async function installWhatIsMissing() {
  const hash = wanted()
  if (stampOf('install') === hash && findNode24() !== null) return
  if (!(holdsTheLock() && findNode24() !== null)) await step('Installing the packages (npm ci)', npmCi)
  setStamp('install', hash)
}

function npmCi() {
  const npm = process.env.npm_execpath
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  const child = spawn(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new PlainFailure(
              'The packages could not be installed (see above). Look at the network connection, then run the same command again.',
            ),
          ),
    )
  })
}
