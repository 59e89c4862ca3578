// What each package.json names is used, and what is used is named there.
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { root } from '../node-24.mjs'
import { keptPackages } from './entries.mjs'
import { finding } from './house.mjs'

const isManifest = (path) => /^(packages\/[^/]+\/)?package\.json$/.test(path)
const builtins = new Set(builtinModules)

/** Packages named and not used, used and not named, and reasons that do not hold any more. */
export function dependencies(house) {
  const manifests = [...house.texts]
    .filter(([path]) => isManifest(path))
    .map(([path, text]) => ({ path, folder: path.replace('package.json', ''), ...JSON.parse(text) }))
  const top = manifests.find(({ folder }) => folder === '')
  const used = new Map(manifests.map(({ folder }) => [folder, usedIn(house, folder)]))
  const everywhere = new Set([...used.values()].flatMap((names) => [...names.keys()]))
  const unused = manifests.flatMap((manifest) =>
    namedIn(manifest)
      .filter((name) => !isUsed(house, manifest, name, manifest === top ? everywhere : new Set(used.get(manifest.folder).keys())))
      .map((name) =>
        finding(
          'unusedDependencies',
          manifest.path,
          lineOf(house, manifest.path, name),
          `names ${name}, and nothing uses it: take it out.`,
        ),
      ),
  )
  const unlisted = manifests.flatMap((manifest) =>
    [...used.get(manifest.folder)].flatMap(([name, places]) => {
      const own = new Set([...namedIn(manifest), manifest.name])
      // Tools and what tests stand on are named once, at the top.
      const missing = places.filter(
        ({ file }) => !own.has(name) && !(namedIn(top).includes(name) && (isForTools(file) || manifest === top)),
      )
      return missing
        .slice(0, 1)
        .map(({ file, line }) =>
          finding('unusedDependencies', file.path, line, `imports ${name}, which ${manifest.path} does not name: name it there.`),
        )
    }),
  )
  const named = new Set(manifests.flatMap(namedIn))
  const stale = keptPackages
    .filter(({ name }) => !named.has(name))
    .map(({ name }) =>
      finding('unusedDependencies', 'scripts/house/entries.mjs', 1, `keeps ${name}, which no package.json names any more: take it out.`),
    )
  return [...unused, ...unlisted, ...stale]
}

const isForTools = (file) => file.isTest || file.isConfig || file.package === 'testkit' || /-for-tests\./.test(file.name)

const namedIn = (manifest) =>
  ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}))

/** By name: where the files of a package import what is not ours to write. */
function usedIn(house, folder) {
  const used = new Map()
  const add = (name, file, line) => (used.get(name) ?? used.set(name, []).get(name)).push({ file, line })
  for (const file of house.sources.values()) {
    if (folder === '' ? file.path.startsWith('packages/') : !file.path.startsWith(folder)) continue
    for (const { to, specifier, line } of file.imports) {
      const ours = /^@kinplan\/[^/]+/.exec(specifier)
      if (ours !== null) add(ours[0], file, line)
      else if (to.npm !== undefined && to.npm !== 'node' && !builtins.has(to.npm)) add(to.npm, file, line)
    }
    if (file.code === null)
      for (const [, name] of file.text.matchAll(/@import\s+(?:url\()?['"]((?:@[^/'"]+\/)?[^/'".]+)/g)) add(name, file, 1)
  }
  return used
}

function isUsed(house, manifest, name, used) {
  if (used.has(name) || keptPackages.some((kept) => kept.name === name)) return true
  const types = /^@types\/(?:(.+)__)?(.+)$/.exec(name)
  if (types !== null) return types[2] === 'node' || used.has(types[1] === undefined ? types[2] : `@${types[1]}/${types[2]}`)
  if (manifest.folder === '') return saidByTools(house, name)
  return [...used].some((one) => needsBeside(one, name)) || inStyles(house, manifest.folder, name)
}

/** A tool is named by its file, by its command, or as one word in a script. */
function saidByTools(house, name) {
  const quoted = [`node_modules/${name}/`, `'${name}'`, `"${name}"`]
  const commands = Object.values(JSON.parse(house.texts.get('package.json')).scripts ?? {}).join('\n')
  return (
    new RegExp(`(^|\\s)${name}(\\s|$)`, 'm').test(commands) ||
    [...house.texts].some(
      ([path, text]) =>
        (path.startsWith('scripts/') || /^[^/]+\.(ts|mjs)$/.test(path)) &&
        !path.startsWith('scripts/house/') &&
        quoted.some((one) => text.includes(one)),
    )
  )
}

/** What another package needs beside itself (a peer that is not optional). */
function needsBeside(user, name) {
  const path = join(root, 'node_modules', user, 'package.json')
  if (!existsSync(path)) return false
  const { peerDependencies, peerDependenciesMeta } = JSON.parse(readFileSync(path, 'utf8'))
  return peerDependencies?.[name] !== undefined && peerDependenciesMeta?.[name]?.optional !== true
}

const inStyles = (house, folder, name) =>
  [...house.texts].some(([path, text]) => path.startsWith(folder) && path.endsWith('.css') && text.includes(`${name}/`))

const lineOf = (house, path, name) =>
  house.texts
    .get(path)
    .split('\n')
    .findIndex((line) => line.includes(`"${name}"`)) + 1
