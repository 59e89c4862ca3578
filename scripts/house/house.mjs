// What the checks of the house look at: every file that git lists, read once. A plant is the same house with a file changed.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { sourceOf } from '../layout/source.mjs'
import { root } from '../node-24.mjs'

const isSource = (path) => /\.(tsx?|mts|cts|jsx?|mjs|cjs|css)$/.test(path)
const isText = (path) => isSource(path) || /\.(graphql|prisma|sql|json|html|md|ya?ml|sh|toml)$/.test(path) || path === 'Dockerfile'

/** Every file that git knows or would add, and that is still there. */
function pathsGitLists() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).sort()
}

/** The house as git lists it: the text of each file by its path, and what the import reader makes of each source. */
export function readHouse() {
  const listed = pathsGitLists()
  return houseOf(new Map(listed.filter(isText).map((path) => [path, readFileSync(join(root, path), 'utf8')])), listed)
}

/** A house of these files; `listed` are the paths that it ought to have. */
export function houseOf(texts, listed = [...texts.keys()], known = new Map()) {
  const sources = new Map()
  for (const [path, text] of texts) {
    if (!isSource(path)) continue
    const same = known.get(path)
    sources.set(path, same?.text === text ? same : sourceOf(path, text))
  }
  return { texts, sources, listed }
}

/** Sources that git lists and the checks would not look at: then they prove nothing. */
export function unseen({ sources, listed }) {
  return listed
    .filter((path) => isSource(path) && !sources.has(path))
    .map((path) => finding('unseen', path, 1, 'git lists this file and the check did not look at it: mend scripts/house/house.mjs.'))
}

/** The house with these files added or changed: { path: text }, or { path: (text) => text }. */
export function withPlanted({ texts, sources, listed }, planted) {
  const changed = new Map(texts)
  for (const [path, text] of Object.entries(planted)) changed.set(path, typeof text === 'function' ? text(texts.get(path)) : text)
  return houseOf(changed, [...new Set([...listed, ...changed.keys()])], sources)
}

const endings = ['', '.ts', '.tsx', '.mjs', '.css']

/** The file of ours to which an import leads, or undefined: a package from npm, or what is generated. */
export function fileOf({ sources }, { to, specifier }) {
  const path = to.path ?? (specifier.startsWith('.') ? posix.normalize(specifier) : undefined)
  return path === undefined ? undefined : endings.map((ending) => sources.get(path + ending)).find((file) => file !== undefined)
}

/** One thing that is wrong and what to do; `about` is what is counted once, however often it is found. */
export const finding = (kind, path, line, says, about = `${path}:${line} ${says}`) => ({ kind, path, line, says, about })
