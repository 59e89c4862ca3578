import { registerEnumType } from 'type-graphql'

/** Registers a domain constant as a GraphQL enum whose values are the domain's own words. */
export function enumOf<T extends string>(name: string, values: readonly T[], description?: string): { [K in T]: K } {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K }
  registerEnumType(members, { name, description })
  return members
}
