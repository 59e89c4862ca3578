import { GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql'
import { buildContract } from '@kinplan/server/graphql/schema'

/** Fields that are shown in answers, on pages, on paper and in a calendar. */
const spilled = ['Council.name', 'Worker.name', 'Slip.place', 'HeldTime.id', 'Subscription.changed']

/** The contract, with words that nobody may have spilled into what many see: the control that the search sees into each way out. */
export async function leakyContract(words: string): Promise<GraphQLSchema> {
  const schema = await buildContract()
  for (const name of spilled) {
    const field = fieldOf(schema, name)
    const honest = field.resolve
    field.resolve = async (source: unknown, args: Record<string, unknown>, context: unknown, info) => {
      const own = (source as Record<string, unknown> | null)?.[field.name]
      const value: unknown = honest ? await honest(source, args, context, info) : own
      return typeof value === 'string' ? `${value} ${words}` : value
    }
  }
  return schema
}

/** The contract, where a top-level error quotes words that nobody may have. */
export async function quotingContract(words: string): Promise<GraphQLSchema> {
  const schema = await buildContract()
  const field = fieldOf(schema, 'Query.me')
  const honest = field.resolve
  field.resolve = async (...asked) => {
    await honest?.(...asked)
    throw new GraphQLError(`Cannot read ${words}`, { extensions: { code: 'MALFORMED' } })
  }
  return schema
}

function fieldOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> {
  const [type = '', field = ''] = name.split('.')
  const found = schema.getType(type)
  const known = found && 'getFields' in found ? found.getFields()[field] : undefined
  if (known === undefined || !('args' in known)) throw new Error(`The contract has no ${name}`)
  return known
}
