import { createUnionType, Mutation, ObjectType, type ClassType } from 'type-graphql'
import { refusalCodes, type RefusalCode } from '@kinplan/domain/refusal'
import { enumOf } from './enum.graphql'
import { ApiType, fields, nullable, text, type Statement, type Values } from './fields.graphql'

export const RefusalCodeEnum = enumOf('RefusalCode', refusalCodes)

/** What was asked was not done, nothing was lost: the code, and the input's field where there is one. */
@ObjectType()
export class Refused extends fields({ code: RefusalCodeEnum, field: nullable(text) }) {
  static because(code: RefusalCode, field: string | null): Refused {
    return Object.assign(new Refused(), { code, field })
  }
}

/** The one maker of a mutation's result: `<name>Done` with these fields, or Refused. */
export function resultOf<S extends Statement>(name: string, stated: S): ApiType<Values<S>> {
  class Done extends (fields(stated) as ClassType) {}
  ObjectType(`${name}Done`)(Done)
  return new ApiType(
    createUnionType({
      name: `${name}Result`,
      types: () => [Done, Refused] as const,
      resolveType: (value) => (value instanceof Refused ? Refused : Done),
    }),
  )
}

/** A mutation with this result. What it gives, other than a refusal, must be the result's fields, or it does not compile. */
export function mutationOf<D>(result: ApiType<D>, more: { description?: string } = {}) {
  return <M extends (...args: never[]) => Promise<D | Refused>>(target: object, name: string, method: TypedPropertyDescriptor<M>): void => {
    Mutation(() => result.type, more)(target, name, method)
  }
}
