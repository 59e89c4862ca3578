import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql'
import { refusalCodes, type RefusalCode } from '@kinplan/domain/refusal'
import { enumOf } from './enum.graphql'
import { fields, nullable, text } from './fields.graphql'

export const RefusalCodeEnum = enumOf('RefusalCode', refusalCodes)

/** What was asked was not done, nothing was lost: the code, and the input's field where there is one. */
@ObjectType()
export class Refused extends fields({ code: RefusalCodeEnum, field: nullable(text) }) {
  static because(code: RefusalCode, field: string | null): Refused {
    return Object.assign(new Refused(), { code, field })
  }
}

type FieldType = () => ClassType | object | typeof String | typeof Number | typeof Boolean

/** The one maker of a mutation's result: `<name>Done` with these fields, or Refused. A field ending in `?` may be null. */
export function resultOf(name: string, fields: Record<string, FieldType>) {
  class Done {}
  Object.defineProperty(Done, 'name', { value: `${name}Done` })
  for (const [field, type] of Object.entries(fields)) {
    Field(type as () => ClassType, { nullable: field.endsWith('?') })(Done.prototype, field.replace('?', ''))
  }
  ObjectType(`${name}Done`)(Done)
  return createUnionType({
    name: `${name}Result`,
    types: () => [Done, Refused] as const,
    resolveType: (value) => (value instanceof Refused ? Refused : Done),
  })
}
