import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getNamedType, GraphQLString, isInputObjectType, type GraphQLSchema } from 'graphql'

/** A column that could hold words: of String as text, of Bytes as what is sealed or hashed. */
interface TextColumn {
  readonly column: string
  readonly type: 'String' | 'Bytes'
}

/** Every column of text or bytes that is no id, by 'Model.column', as the models of this folder have them. */
export async function columnsOfModels(folder: string): Promise<TextColumn[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.prisma'))
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).flatMap(columnsIn)
}

/** The same of the text of one models file. */
export function columnsIn(models: string): TextColumn[] {
  let model = ''
  return models.split('\n').flatMap((line) => {
    model = /^model (\w+)/.exec(line)?.[1] ?? model
    const [, name, type] = /^\s+(\w+)\s+(String|Bytes|Json)\b/.exec(line) ?? []
    if (name === undefined || line.includes('@db.Uuid')) return []
    return [{ column: `${model}.${name}`, type: type === 'Bytes' ? ('Bytes' as const) : ('String' as const) }]
  })
}

/** Every String that an operation of the contract takes: 'Input.field', and 'Mutation.field.argument'. */
export function textsOfContract(schema: GraphQLSchema): string[] {
  const isText = (type: Parameters<typeof getNamedType>[0]) => getNamedType(type) === GraphQLString
  const inputs = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => (isText(field.type) ? [`${type.name}.${field.name}`] : []))
      : [],
  )
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) => (isText(arg.type) ? [`${root?.name}.${field.name}.${arg.name}`] : [])),
    ),
  )
  return [...inputs, ...roots]
}

/** What is there and has no row, and rows for what is not there any more. */
export function unclassified(there: readonly string[], rows: object): { missing: string[]; stale: string[] } {
  const known = Object.keys(rows)
  return { missing: there.filter((name) => !known.includes(name)), stale: known.filter((name) => !there.includes(name)) }
}
