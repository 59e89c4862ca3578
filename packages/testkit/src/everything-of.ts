import { getNamedType, isObjectType, isRequiredArgument, isUnionType, type GraphQLField, type GraphQLSchema } from 'graphql'
import type { Visitor } from './test-server'

/** Types that lead back to themselves, or to one another, are followed so far. */
const deepest = 4

/** Asked by itself: it plays what would come and undoes it, and what is asked beside it would be played with it. */
const byItself = ['copies']

/** The same with nearly everything in one operation, which is much faster: what it shows, and its errors. */
export async function everythingAtOnce(schema: GraphQLSchema, visitor: Visitor, ids: readonly string[]): Promise<unknown[]> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  const together = fields.filter(({ name }) => !byItself.includes(name)).flatMap((field) => askedWith(field, ids))
  const documents = [
    `{ ${together.map(({ text }, place) => `one${place}: ${text}`).join('\n')} }`,
    ...fields.filter(({ name }) => byItself.includes(name)).flatMap((field) => askedWith(field, ids).map(({ text }) => `{ ${text} }`)),
  ]
  const shown: unknown[] = []
  for (const document of documents) shown.push((await visitor.ask(document)).result)
  return shown
}

/**
 * Everything that somebody can ask for: every query, with all its fields, without an argument or with each of these ids in the place of its
 * id. By 'field' and, where it takes an id, which of them; null where it shows nothing.
 */
export async function everythingOf(schema: GraphQLSchema, visitor: Visitor, ids: readonly string[]): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    for (const { name, text } of askedWith(field, ids)) {
      const { result } = await visitor.ask(`{ ${text} }`)
      seen[name] = result.errors === undefined ? (result.data?.[field.name] ?? null) : result.errors.map(({ message }) => message)
    }
  }
  return seen
}

/** One query with all its fields, without an argument or once with each id. */
function askedWith(field: GraphQLField<unknown, unknown>, ids: readonly string[]): { name: string; text: string }[] {
  // The demo's front page, which is not there in service, names everybody to anybody on purpose.
  if (field.name === 'storyCast') return []
  const required = field.args.filter(isRequiredArgument)
  const [first] = required
  const selection = selectionOf(field, [])
  if (first === undefined) return [{ name: field.name, text: `${field.name}${selection}` }]
  if (required.length > 1 || String(first.type) !== 'ID!') return []
  return ids.map((id, place) => ({
    name: `${field.name} ${place}`,
    text: `${field.name}(${first.name}: ${JSON.stringify(id)})${selection}`,
  }))
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
