import { Field, ID, InputType, Int, ObjectType, type ClassType } from 'type-graphql'

/** What type-graphql knows a type by. */
type TypeValue = ReturnType<NonNullable<Parameters<typeof Field>[0]>>

declare const value: unique symbol

/** A type of the API, and with it `T`: what code gives and gets for it. */
export class ApiType<T> {
  declare readonly [value]: T
  constructor(readonly type: TypeValue) {}
}

/** A type of which more is said than its name. */
class Said<T> {
  declare readonly [value]: T
  constructor(
    readonly of: Plain,
    readonly more: { nullable?: boolean; description?: string },
  ) {}
}

/** One of the types here, a class of the API, or an enum of `enumOf`. */
type Plain = ApiType<unknown> | ClassType<object> | Record<string, string>
type Stated = Plain | Said<unknown>
/** The fields of a class of the API by name, each with its type. */
export type Statement = Record<string, Stated>

type ValueOf<F> = F extends { [value]: infer T } ? T : F extends ClassType<infer T> ? T : F[keyof F]
/** What code gives and gets for these fields. */
export type Values<S extends Statement> = { [K in keyof S]: ValueOf<S[K]> }

export const id = new ApiType<string>(ID)
export const text = new ApiType<string>(String)
export const whole = new ApiType<number>(Int)
export const flag = new ApiType<boolean>(Boolean)

/** Any number of these, none of them null. */
export function list<F extends Plain>(item: F): ApiType<ValueOf<F>[]> {
  return new ApiType([typeOf(item)])
}

/** This or null. */
export function nullable<F extends Plain>(type: F): Said<ValueOf<F> | null> {
  return new Said(type, { nullable: true })
}

/** This, with what the contract says about it. */
export function described<F extends Stated>(stated: F, description: string): Said<ValueOf<F>> {
  return stated instanceof Said ? new Said(stated.of, { ...stated.more, description }) : new Said(stated, { description })
}

/**
 * What a class of the API extends: its fields, each with its type, once for GraphQL and for TypeScript. What the API does not show stands
 * in the class's body; so does a field whose type is the class itself, with `@Field`, since no class can be inferred from itself.
 */
export function fields<S extends Statement>(stated: S): new () => Values<S> {
  return withFields(class {}, stated)
}

/** As `fields`, for a class that has all the fields of another and these. */
export function moreFields<B extends object, S extends Statement>(base: new () => B, stated: S): new () => B & Values<S> {
  return withFields(base, stated)
}

function withFields<T>(base: ClassType<object>, stated: Statement): new () => T {
  class Fields extends base {}
  // For type-graphql a class inherits from what is a type of the same kind; one that no field names is not in the contract.
  ObjectType('Fields')(Fields)
  InputType('Fields')(Fields)
  for (const [name, one] of Object.entries(stated)) {
    const { of, more } = one instanceof Said ? one : { of: one, more: {} }
    Field(() => typeOf(of), { ...more, simple: true })(Fields.prototype, name)
  }
  return Fields as new () => T
}

function typeOf(type: Plain): TypeValue {
  return type instanceof ApiType ? type.type : type
}
