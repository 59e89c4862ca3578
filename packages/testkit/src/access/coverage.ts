import { getNamedType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { allAsks } from './all-asks'
import { fieldOf } from './ask'
import { rootFields } from './documents'
import { wordsOf } from './judge'
import { whatComesBack } from './what-comes-back'
import { whatGoesIn } from './what-goes-in'
import { whoMay } from './who-may'
import { whoSees } from './who-sees'

/** Every field and argument of the schema, as 'Type.field', 'field' or 'field(argument)', and those that no row of the tables has. */
interface Coverage {
  fields: string[]
  /** In words: what has no row, or a row and is gone. */
  missing: string[]
}

/** Holds the tables against a schema: a field without a row, and a row without a field, are both missing. */
export function coverageOf(schema: GraphQLSchema): Coverage {
  const roots = rootFields(schema)
  const needed = new Set<string>()
  for (const [name, { field }] of roots) {
    needed.add(name)
    for (const arg of field.args) needed.add(`${name}(${arg.name})`)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type as never)
    )
      continue
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        needed.add(`${type.name}.${field.name}`)
        for (const arg of field.args) needed.add(`${type.name}.${field.name}(${arg.name})`)
      }
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) needed.add(`${type.name}(${name})`)
  }
  const rows = rowsOfTables(roots)
  const ids = [...needed].filter((name) => isId(schema, name) && !namesSomething(name))
  return {
    fields: [...needed],
    missing: [
      ...[...needed].filter((name) => !rows.has(name)).map((name) => `no row for ${name}`),
      ...[...rows].filter((name) => !needed.has(name)).map((name) => `a row for ${name}, which is gone`),
      ...ids.map((name) => `${name} is an id, and its row does not say what it names`),
      ...Object.keys(allAsks)
        .filter((ask) => whoMay[ask] === undefined)
        .map((ask) => `no row for ${ask}`),
    ],
  }
}

function rowsOfTables(roots: ReadonlyMap<string, unknown>): Set<string> {
  const rows = new Set(
    Object.keys(whoMay)
      .filter((ask) => allAsks[ask] !== undefined)
      .map(fieldOf),
  )
  for (const [type, { all, some = {}, unmet }] of Object.entries(whoSees))
    for (const field of [...wordsOf(all), ...Object.keys(some), ...wordsOf(unmet)]) rows.add(`${type}.${field}`)
  for (const [type, fields] of Object.entries(whatComesBack)) for (const field of wordsOf(fields)) rows.add(`${type}.${field}`)
  for (const [taker, { words, names = {} }] of Object.entries(whatGoesIn))
    for (const name of [...wordsOf(words), ...Object.keys(names)]) rows.add(`${taker}(${name})`)
  for (const ask of Object.keys(whoMay)) if (!roots.has(fieldOf(ask))) rows.add(fieldOf(ask))
  return rows
}

const parted = (name: string) => /^(\w+)\((\w+)\)$/.exec(name)

function isId(schema: GraphQLSchema, name: string): boolean {
  const [, taker = '', arg = ''] = parted(name) ?? []
  const type = schema.getType(taker)
  const root = rootFields(schema).get(taker)
  const found = isInputObjectType(type) ? type.getFields()[arg] : root?.field.args.find((one) => one.name === arg)
  return found !== undefined && getNamedType(found.type).name === 'ID'
}

function namesSomething(name: string): boolean {
  const [, taker = '', arg = ''] = parted(name) ?? []
  return whatGoesIn[taker]?.names?.[arg] !== undefined
}
