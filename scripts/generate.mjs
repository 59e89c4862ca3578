// node scripts/generate.mjs: the Prisma client, schema.graphql, the apps' types, the manifest of trusted documents.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filesUnder, hashOf, whenChanged } from './freshness.mjs'
import { continueOnNode24, root } from './node-24.mjs'
import { endWith } from './steps.mjs'
import { mustRun } from './tool.mjs'

const schemaFile = 'schema.graphql'
const isTest = /\.(test|story)\.tsx?$/

function prismaClient() {
  const made = /^\s*output\s*=\s*"\.\.\/(.+)"/m.exec(readFileSync(join(root, 'prisma/schema.prisma'), 'utf8'))
  const models = filesUnder(['prisma'], (path) => path.endsWith('.prisma'))
  return whenChanged('prisma', { hash: () => hashOf([...models, 'package-lock.json']), makes: made ? [made[1]] : [] }, () =>
    // Any executable will do: generating asks no schema engine, and fetching the real one needs a network.
    mustRun('prisma generate', ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
  )
}

function schemaFromServer() {
  const sources = filesUnder(['packages/server/src', 'packages/domain/src', 'prisma'], (path) => !isTest.test(path))
  const hash = () => hashOf([...sources, ...filesUnder([schemaFile])])
  return whenChanged('schema', { hash, makes: [schemaFile] }, () =>
    mustRun('Writing schema.graphql', ['scripts/run.mjs', 'packages/server/src/graphql/emit-schema.ts']),
  )
}

async function typesAndManifest() {
  const { documentSets, writeDocuments, generatedFiles } = await import('./documents.mjs')
  const inputs = [
    schemaFile,
    'scripts/documents.mjs',
    'package-lock.json',
    ...documentSets.flatMap((set) => filesUnder([set.folder], (path) => path.endsWith('.graphql'))),
  ]
  return whenChanged('documents', { hash: () => hashOf(inputs), makes: generatedFiles }, writeDocuments)
}

/**
 * Generates whatever is not fresh; takes no time where everything is.
 * `schema: false` leaves schema.graphql as it was committed, for the check that it is what the server says.
 */
export async function generate({ schema = true } = {}) {
  const done = [await prismaClient(), schema ? await schemaFromServer() : 'unchanged', await typesAndManifest()]
  return done.includes('done') ? 'done' : 'unchanged'
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await continueOnNode24(import.meta.url)
  endWith(
    generate().then((outcome) => {
      console.log(outcome === 'done' ? 'Generated.' : 'Generated files are fresh.')
      return 0
    }),
  )
}
