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

/** A document that asks for one root field with all its arguments: all that it shows, or only what there is to see that it does. */
export function documentFor(schema: GraphQLSchema, name: string, all: boolean, leftOut: readonly string[] = []): string {
  const found = rootFields(schema).get(name)
  if (found === undefined) throw new Error(`There is no field ${name}`)
  const { field, kind } = found
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const brackets = (text: string) => (text === '' ? '' : `(${text})`)
  return `${kind} ${brackets(declared)} { ${name}${brackets(passed)}${selection(field, all, leftOut)} }`
}

function selection(field: GraphQLField<unknown, unknown>, all: boolean, leftOut: readonly string[]): string {
  const type = getNamedType(field.type)
  if (isUnionType(type)) {
    const parts = type.getTypes().map((one) => {
      if (one.name === 'Refused') return '... on Refused { code field }'
      const fields = Object.values(one.getFields()).map(
        (part) => `${part.name}${isObjectType(getNamedType(part.type)) ? ' { __typename }' : ''}`,
      )
      return `... on ${one.name} { ${fields.join(' ')} }`
    })
    return ` { __typename ${parts.join(' ')} }`
  }
  if (!isObjectType(type)) return ''
  if (all) return ` { ${selectAll(type, [], leftOut)} }`
  // An answer may say itself that it is a refusal.
  return 'refused' in type.getFields() ? ' { __typename refused }' : ' { __typename }'
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
