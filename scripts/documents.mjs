// The operations that the apps and the pages send: their types for TypeScript, and the manifest of those the server trusts.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { Kind, NoUnusedFragmentsRule, Source, buildSchema, concatAST, parse, print, specifiedRules, validate, visit } from 'graphql'
import { filesUnder } from './freshness.mjs'
import { root } from './node-24.mjs'
import { PlainFailure } from './steps.mjs'

/**
 * Who sends operations. `shape` is what a component imports: an AST for Apollo (staff), or an id with its text (the rest).
 * Apollo adds __typename to every selection, so the text that the server trusts has to have it there, too.
 */
export const documentSets = [
  { name: 'family', folder: 'packages/family/src', out: 'packages/family/src/generated/graphql.ts', shape: 'text' },
  { name: 'staff', folder: 'packages/staff/src', out: 'packages/staff/src/generated/graphql.ts', shape: 'ast' },
  { name: 'pages', folder: 'packages/server/src/pages', out: 'packages/server/src/generated/graphql.ts', shape: 'text' },
]
const manifestFile = 'packages/server/src/generated/manifest.json'
export const generatedFiles = [...documentSets.map((set) => set.out), manifestFile]

const text = 'string'
const scalars = {
  ID: text,
  DateTime: text,
  DateTimeISO: text,
  Date: text,
  LocalDate: text,
  LocalTime: text,
  LocalDateTime: text,
  TimeZone: text,
  UUID: text,
  Byte: text,
  Base64: text,
}
const config = {
  enumType: 'string-literal',
  skipTypename: true,
  immutableTypes: true,
  useTypeImports: true,
  dedupeFragments: true,
  defaultScalarType: 'unknown',
  scalars,
}

const banner = '// Written by scripts/generate.mjs from schema.graphql and the .graphql files beside the components. Not kept in git.\n'

const trustedDocumentType = `
/** An operation that the server knows: a client sends the id alone. */
export interface TrustedDocument<Data, Variables> {
  readonly id: string
  readonly text: string
  /** Never there when running; carries the types. */
  readonly types?: (variables: Variables) => Data
}
`

/** The document with __typename in every selection but those of operations themselves, as Apollo Client would send it. */
export function withTypenames(document) {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent.kind === Kind.OPERATION_DEFINITION) return undefined
      if (node.selections.some((one) => one.kind === Kind.FIELD && one.name.value.startsWith('__'))) return undefined
      return { ...node, selections: [...node.selections, typename] }
    },
  })
}

function parsed(source) {
  try {
    return parse(source)
  } catch (fault) {
    throw new PlainFailure(fault.toString())
  }
}

function readDocuments(set) {
  return filesUnder([set.folder], (path) => path.endsWith('.graphql')).map((location) => {
    const document = parsed(new Source(readFileSync(join(root, location), 'utf8'), location))
    return { location, document: set.shape === 'ast' ? withTypenames(document) : document }
  })
}

/** Each named operation of a set with the fragments it uses, as text; its id is the SHA-256 of that text, in hex. */
export function trustedOperations(documents) {
  const definitions = documents.flatMap(({ location, document }) => document.definitions.map((definition) => ({ location, definition })))
  const fragments = new Map(
    definitions
      .filter(({ definition }) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ definition }) => [definition.name.value, definition]),
  )
  return definitions
    .filter(({ definition }) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ location, definition }) => {
      if (definition.name === undefined) throw new PlainFailure(`${location}: an operation needs a name.`)
      const used = new Set()
      const collect = (node) =>
        visit(node, {
          FragmentSpread({ name }) {
            if (used.has(name.value)) return
            used.add(name.value)
            const fragment = fragments.get(name.value)
            if (fragment === undefined) throw new PlainFailure(`${location}: there is no fragment ${name.value} in this app.`)
            collect(fragment)
          },
        })
      collect(definition)
      const body = print({ kind: Kind.DOCUMENT, definitions: [definition, ...[...used].sort().map((name) => fragments.get(name))] })
      return {
        name: definition.name.value,
        operation: definition.operation,
        text: body,
        id: createHash('sha256').update(body).digest('hex'),
      }
    })
}

const capital = (word) => word[0].toUpperCase() + word.slice(1)

/** How codegen names the types of an operation: FamilyPage becomes FamilyPageQuery and FamilyPageQueryVariables. */
function textExport({ name, operation, id, text: body }) {
  const type = `${capital(name)}${capital(operation)}`
  return (
    `export const ${capital(name)}Document: TrustedDocument<${type}, ${type}Variables> = {\n  id: '${id}',\n  text: ` +
    `${JSON.stringify(body)},\n}\n`
  )
}

function extraOf(set, operations) {
  if (set.shape === 'text') return trustedDocumentType + operations.map((one) => `\n${textExport(one)}`).join('')
  const ids = operations.map(({ name, id }) => `  ${name}: '${id}',\n`).join('')
  return (
    `\n/** The id of each operation's text in the server's manifest, by the operation's name. */\nexport const ` +
    `documentIds: Readonly<Record<string, string>> = {\n${ids}}\n`
  )
}

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)

async function writeSet(set, schemaText, schema) {
  const documents = readDocuments(set)
  const refused = validate(schema, concatAST(documents.map(({ document }) => document)), rules)
  if (refused.length > 0) throw new PlainFailure(refused.map((error) => error.toString()).join('\n\n'))
  const operations = trustedOperations(documents)
  const plugins = set.shape === 'ast' ? [{ typescriptOperations: {} }, { typedDocumentNode: {} }] : [{ typescriptOperations: {} }]
  const types =
    documents.length === 0
      ? ''
      : await codegen({
          filename: set.out,
          schema: parse(schemaText),
          schemaAst: schema,
          documents,
          config,
          plugins,
          pluginMap: { typescriptOperations, typedDocumentNode },
        })
  write(set.out, `${banner}${types}\n${extraOf(set, operations)}`)
  return operations
}

/**
 * Writes every generated file of `generatedFiles`. Throws a PlainFailure that names the file and line of an operation the schema refuses.
 */
export async function writeDocuments() {
  const schemaText = readFileSync(join(root, 'schema.graphql'), 'utf8')
  const schema = buildSchema(schemaText)
  const manifest = {}
  for (const set of documentSets) {
    for (const { id, text: body } of await writeSet(set, schemaText, schema)) manifest[id] = body
  }
  write(manifestFile, `${JSON.stringify(Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`)
}
