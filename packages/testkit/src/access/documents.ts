import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** Fields that lead back or further than this are not followed. */
const deepest = 6

/** Every root field, by name, with the word that its document begins with. */
export function rootFields(schema: GraphQLSchema): Map<string, { field: GraphQLField<unknown, unknown>; kind: string }> {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return new Map(
    roots.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => [field.name, { field, kind }] as const)),
  )
}

const documents = new WeakMap<GraphQLSchema, Map<string, string>>()

/**
 * A document that asks for one root field with all its arguments, and for all that it shows; of a change, for no more than there is to see
 * that it was made.
 */
export function documentFor(schema: GraphQLSchema, name: string, leftOut: readonly string[]): string {
  const known = documents.get(schema) ?? new Map<string, string>()
  documents.set(schema, known)
  const document = known.get(name) ?? newDocument(schema, name, leftOut)
  known.set(name, document)
  return document
}

function newDocument(schema: GraphQLSchema, name: string, leftOut: readonly string[]): string {
  const found = rootFields(schema).get(name)
  if (found === undefined) throw new Error(`There is no field ${name}`)
  const { field, kind } = found
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const brackets = (text: string) => (text === '' ? '' : `(${text})`)
  return `${kind} ${brackets(declared)} { ${name}${brackets(passed)}${selection(field, leftOut)} }`
}

function selection(field: GraphQLField<unknown, unknown>, leftOut: readonly string[]): string {
  const type = getNamedType(field.type)
  if (isObjectType(type)) return ` { ${selectAll(type, [], leftOut)} }`
  if (!isUnionType(type)) return ''
  const parts = type.getTypes().map((one) => {
    const fields = Object.values(one.getFields()).map(
      (part) => `${part.name}${isObjectType(getNamedType(part.type)) ? ' { __typename }' : ''}`,
    )
    return `... on ${one.name} { ${fields.join(' ')} }`
  })
  return ` { __typename ${parts.join(' ')} }`
}

function selectAll(type: GraphQLObjectType, above: readonly string[], leftOut: readonly string[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument) || leftOut.includes(field.name)) return []
    const below = getNamedType(field.type)
    if (!isObjectType(below)) return [field.name]
    if (above.includes(below.name) || below.name === type.name || above.length === deepest) return []
    return [`${field.name} { ${selectAll(below, [...above, type.name], leftOut)} }`]
  })
  return ['__typename', ...fields].join(' ')
}
