import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node-24.mjs'

const stamps = join(root, 'node_modules', '.cache', 'kinplan')
const madeByUs = new Set(['node_modules', 'dist', 'generated', '.data', '.git'])

/** Every file at or under the paths (relative to the root), except what is installed or generated; those that `only` accepts. */
export function filesUnder(paths, only = () => true) {
  const found = []
  const visit = (path) => {
    const absolute = join(root, path)
    if (!existsSync(absolute)) return
    if (!statSync(absolute).isDirectory()) {
      if (only(path)) found.push(path)
      return
    }
    for (const name of readdirSync(absolute).sort()) if (!madeByUs.has(name)) visit(join(path, name))
  }
  for (const path of paths) visit(path)
  return found
}

/** One hash over the names and contents of files (relative to the root), and over any other text that matters. */
export function hashOf(files, ...more) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  for (const text of more) hash.update(`\0${text}`)
  return hash.digest('hex')
}

/** What the step `name` last ended with, or null. */
export function stampOf(name) {
  const file = join(stamps, `${name}.stamp`)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

export function setStamp(name, hash) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, `${name}.stamp`), hash)
}

/** Does the work unless its inputs are as they were when it last ended well and what it makes still stands. */
export async function whenChanged(name, { hash, makes }, work) {
  if (stampOf(name) === hash() && makes.every((path) => existsSync(join(root, path)))) return 'unchanged'
  await work()
  setStamp(name, hash())
  return 'done'
}
