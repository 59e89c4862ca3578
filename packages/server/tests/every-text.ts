import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

type Path = (string | number)[]

/** Where in a document's variables a text goes in, by the types of the schema: also the ones that were left out. */
interface TextPlace {
  path: Path
  scalar: 'String' | 'ID'
}

/** Every String and ID that a document takes, down through its inputs; of a list the first entry. */
export function textPlaces(schema: GraphQLSchema, document: string, variables: Record<string, unknown>): TextPlace[] {
  const [operation] = parse(document).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation')
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const found = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    return found ? placesIn(found, variables[variable.name.value], [variable.name.value]) : []
  })
}

function placesIn(type: GraphQLInputType, value: unknown, path: Path): TextPlace[] {
  const inner = isNonNullType(type) ? type.ofType : type
  if (isListType(inner)) {
    const [first] = (value ?? []) as unknown[]
    return first === undefined ? [] : placesIn(inner.ofType as GraphQLInputType, first, [...path, 0])
  }
  const named = getNamedType(inner)
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((field) =>
      placesIn(field.type, (value as Record<string, unknown> | undefined)?.[field.name], [...path, field.name]),
    )
  }
  return named.name === 'String' || named.name === 'ID' ? [{ path, scalar: named.name }] : []
}

/** The variables with one text in the place of another. */
export function withText(variables: Record<string, unknown>, path: Path, text: string): Record<string, unknown> {
  const changed = structuredClone(variables)
  let holder = changed as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>
  holder[path.at(-1) ?? ''] = text
  return changed
}
