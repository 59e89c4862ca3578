import { getNamedType, isObjectType, isRequiredArgument, isUnionType, type GraphQLField, type GraphQLSchema } from 'graphql'
import type { Visitor } from './test-server'

/** Types that lead back to themselves, or to one another, are followed so far. */
const deepest = 4

/**
 * Everything that somebody can ask for: every query, with all its fields, without an argument or with each of these ids in the place of its
 * id. By 'field' and, where it takes an id, which of them; null where it shows nothing.
 */
export async function everythingOf(schema: GraphQLSchema, visitor: Visitor, ids: readonly string[]): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    // The demo's front page, which is not there in service, names everybody to anybody on purpose.
    if (field.name === 'storyCast') continue
    const required = field.args.filter(isRequiredArgument)
    const [first] = required
    const takes = first === undefined ? [null] : required.length === 1 && String(first.type) === 'ID!' ? ids : []
    for (const [place, id] of takes.entries()) {
      const given = id === null || first === undefined ? '' : `(${first.name}: ${JSON.stringify(id)})`
      const { result } = await visitor.ask(`{ ${field.name}${given}${selectionOf(field, [])} }`)
      const name = id === null ? field.name : `${field.name} ${place}`
      seen[name] = result.errors === undefined ? (result.data?.[field.name] ?? null) : result.errors.map(({ message }) => message)
    }
  }
  return seen
}

/** All fields of what a field gives, and of what those give, as far as none needs an argument. */
function selectionOf(field: GraphQLField<unknown, unknown>, above: readonly string[]): string {
  const type = getNamedType(field.type)
  if (isUnionType(type)) return ' { __typename }'
  if (!isObjectType(type)) return ''
  if (above.includes(type.name) || above.length === deepest) return ' { __typename }'
  const below = Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((one) => `${one.name}${selectionOf(one, [...above, type.name])}`)
  return ` { ${below.join(' ')} }`
}
