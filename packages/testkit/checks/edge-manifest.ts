import {
  parse,
  valueFromASTUntyped,
  visit,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql'
import { documentsOfManifest } from '../src/browser'
import { storyServer } from '../src/story-server'
import type { RootFieldCase } from './field-case'
import { rootFieldCases } from './root-field-cases'

type Server = Awaited<ReturnType<typeof storyServer>>
type Values = Record<string, unknown>

interface Executed {
  manifest: number
  /** Documents that showed something to a rightful person, without an error. */
  executedOfManifest: number
  internalErrors: number
  complaints: string[]
}

interface Wanted {
  text: string
  operation: OperationDefinitionNode
  fields: FieldNode[]
}

/** How long a subscription may take to its first frame, in milliseconds. */
const frameMs = 5_000

/**
 * Executes every document that the apps were built with, each by the rightful person of its root fields and in the state of the story in
 * which they have a value: in the place of the case's own document, and only once the last of its fields has had its turn.
 */
export async function executeManifest(): Promise<Executed> {
  const wanted = documentsOfManifest().map((text) => wantedOf(text))
  const waiting = new Set(wanted)
  const told: Omit<Executed, 'manifest' | 'executedOfManifest'> = { internalErrors: 0, complaints: [] }
  // Two documents that change the same thing cannot both be first: each has a story of its own.
  for (let before = Infinity; waiting.size > 0 && waiting.size < before;) {
    before = waiting.size
    await executeInStory(waiting, told)
  }
  const left = [...waiting].map(({ operation }) => operation.name?.value ?? '')
  return {
    ...told,
    manifest: wanted.length,
    executedOfManifest: wanted.length - waiting.size,
    complaints: left.length === 0 ? [] : [`not executed: ${left.join(', ')}`, ...told.complaints],
  }
}

/** Takes from those that wait what one telling of the story can execute. */
async function executeInStory(waiting: Set<Wanted>, told: { internalErrors: number; complaints: string[] }): Promise<void> {
  const server = await storyServer('embedded')
  const known = new Map<string, Values>()
  try {
    for await (const one of rootFieldCases(server)) {
      known.set(one.field, argumentsOf(one))
      const mine = [...waiting].filter(({ fields }) => fields.some(({ name }) => name.value === one.field))
      // The story goes on by the document of the apps, or by the case's own where none is done.
      let done = !one.document.startsWith('mutation')
      for (const document of mine) {
        if (document.fields.some(({ name }) => !known.has(name.value))) continue
        const { errors, shown, refused } = await execute(server, one, document, known)
        if (errors.length === 0 && shown && !refused) waiting.delete(document)
        else told.complaints.push(`${document.operation.name?.value} (${one.field}): ${JSON.stringify(errors)}`)
        if (errors.includes('FAULT')) told.internalErrors++
        done ||= !refused && shown
      }
      if (!done) await (await visitorOf(server, one.rightful)).ask(one.document, one.variables)
      if (mine.length === 0) await one.stir?.()
    }
  } finally {
    await server.drop()
  }
}

const visitorOf = async (server: Server, id: string | null) => (id === null ? server.nobody : server.phone(id))

async function execute(server: Server, one: RootFieldCase, { text, fields, operation }: Wanted, known: ReadonlyMap<string, Values>) {
  const visitor = await visitorOf(server, one.rightful)
  const variables = variablesFor(fields, operation, known)
  const result = one.stir === undefined ? (await visitor.ask(text, variables)).result : await firstFrame(visitor, text, variables, one.stir)
  const values = fields.map(({ name, alias }) => result?.data?.[alias?.value ?? name.value] ?? null)
  const refused = values.some(
    (value) => typeof value === 'object' && value !== null && '__typename' in value && value.__typename === 'Refused',
  )
  return {
    errors: result === null ? ['NO_FRAME'] : (result.errors ?? []).map(({ extensions, message }) => String(extensions['code'] ?? message)),
    shown: values.some((value) => value !== null),
    refused,
  }
}

async function firstFrame(visitor: Awaited<ReturnType<typeof visitorOf>>, text: string, variables: Values, stir: () => Promise<unknown>) {
  const socket = visitor.listen(text, variables)
  const frame = socket.events.next()
  frame.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await stir()
  const first = await Promise.race([frame, new Promise<null>((resolve) => setTimeout(resolve, frameMs, null))])
  socket.close()
  return first === null || first.done ? null : first.value
}

function wantedOf(text: string): Wanted {
  const operation = operationOf(parse(text))
  return { text, operation, fields: fieldsOf(operation) }
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.find((part): part is OperationDefinitionNode => part.kind === Kind.OPERATION_DEFINITION)
  if (found === undefined) throw new Error('A document without an operation')
  return found
}

const fieldsOf = ({ selectionSet }: OperationDefinitionNode) =>
  selectionSet.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD && one.name.value !== '__typename')

/** What a case gives each argument of its field. */
function argumentsOf({ document, variables, field }: RootFieldCase): Values {
  const found = fieldsOf(operationOf(parse(document))).find(({ name }) => name.value === field)
  return Object.fromEntries((found?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]))
}

/** The variables by which a document's root fields get what their cases give them, and fields below the root something that fits. */
function variablesFor(fields: FieldNode[], operation: OperationDefinitionNode, known: ReadonlyMap<string, Values>): Values {
  const variables: Values = {}
  const bind = (node: ValueNode, value: unknown): void => {
    if (node.kind === Kind.VARIABLE) variables[node.name.value] = value
    if (node.kind === Kind.OBJECT)
      for (const { name, value: below } of node.fields) bind(below, (value as Values | undefined)?.[name.value])
  }
  for (const field of fields) for (const { name, value } of field.arguments ?? []) bind(value, known.get(field.name.value)?.[name.value])
  // A number that only pages, and that the case leaves out.
  visit(operation, {
    VariableDefinition({ variable, type }) {
      if (variables[variable.name.value] === undefined && type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE)
        if (type.type.name.value === 'Int') variables[variable.name.value] = 20
    },
  })
  return variables
}
