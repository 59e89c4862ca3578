// A store is the only writer of its noun's tables, and whoever reads across is written down. See table-owners.mjs for who owns what.
import ts from 'typescript'
import { finding } from './house.mjs'
import { functionOwners, tableOwners } from './table-owners.mjs'

const ownersFile = 'scripts/house/table-owners.mjs'
const writing = new Set([
  'create',
  'createMany',
  'createManyAndReturn',
  'update',
  'updateMany',
  'updateManyAndReturn',
  'upsert',
  'delete',
  'deleteMany',
])
const reading = new Set(['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'count', 'aggregate', 'groupBy'])
const writingWithin = new Set([
  'create',
  'createMany',
  'connectOrCreate',
  'connect',
  'disconnect',
  'set',
  'update',
  'updateMany',
  'upsert',
  'delete',
  'deleteMany',
])

/** What is against the owners, one finding a table or function and concept. */
export function tablesAndTheirWriters(house, owners = tableOwners, functions = functionOwners) {
  const tables = tablesOf(house)
  const uses = [...usesInCode(house, tables), ...usesInFunctions(house, functions)]
  const known = [...tables.keys()]
  return [
    ...known
      .filter((table) => owners[table] === undefined)
      .map((table) => finding('tables', ownersFile, 1, `${table} has no owner: say which concept writes it.`, table)),
    ...Object.keys(owners)
      .filter((table) => !tables.has(table))
      .map((table) => finding('tables', ownersFile, 1, `${table} is no table: take it out.`, table)),
    ...known
      .filter((table) => owners[table] !== undefined)
      .flatMap((table) =>
        againstTheOwner(
          table,
          owners[table],
          uses.filter((use) => use.table === table),
        ),
      ),
    ...functionsWithoutOwner(house, functions),
  ]
}

function againstTheOwner(table, { owner, mayRead = [] }, uses) {
  const others = (kind) => firstOfEach(uses.filter((use) => use.kind === kind && use.concept !== owner))
  const readers = others('reads')
  return [
    ...others('writes').map(({ concept, path, line, how }) =>
      finding(
        'tables',
        path,
        line,
        `${concept} writes ${table} (${how}), which is ${owner}'s: call a function of ${owner}'s store.`,
        table,
      ),
    ),
    ...readers
      .filter(({ concept }) => !mayRead.includes(concept))
      .map(({ concept, path, line }) =>
        finding(
          'tables',
          path,
          line,
          `${concept} reads ${table}, which is ${owner}'s: ask ${owner}'s store, or write it down in ${ownersFile}.`,
          table,
        ),
      ),
    ...mayRead
      .filter((concept) => !readers.some((one) => one.concept === concept))
      .map((concept) => finding('tables', ownersFile, 1, `${concept} may read ${table} and does not: take it out.`, table)),
  ]
}

const firstOfEach = (uses) => uses.filter(({ concept }, at) => uses.findIndex((one) => one.concept === concept) === at)

/** By table: the fields of its model that are other models, by their names. */
function tablesOf({ texts }) {
  const models = new Map()
  for (const [path, text] of texts) {
    if (!path.endsWith('.prisma')) continue
    for (const [, name, body] of text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm))
      models.set(
        name,
        [...body.matchAll(/^\s+(\w+)\s+(\w+)(?:\[\]|\?)?/gm)].map(([, field, type]) => ({ field, type })),
      )
  }
  for (const fields of models.values()) fields.splice(0, fields.length, ...fields.filter(({ type }) => models.has(type)))
  return models
}

const propertyOf = (model) => model[0].toLowerCase() + model.slice(1)

function usesInCode(house, tables) {
  const byProperty = new Map([...tables.keys()].map((table) => [propertyOf(table), table]))
  const found = []
  for (const file of house.sources.values()) {
    if (file.package !== 'server' || file.top !== 'src' || file.isTest || file.code === null) continue
    const objects = objectsIn(file.code)
    const lineOf = (node) => file.code.getLineAndCharacterOfPosition(node.getStart(file.code)).line + 1
    const add = (kind, table, node, how) =>
      found.push({ kind, table, concept: file.concept === '' ? file.name : file.concept, path: file.path, line: lineOf(node), how })
    const visit = (node) => {
      const call = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : null
      const table =
        call === null
          ? undefined
          : byProperty.get(
              ts.isPropertyAccessExpression(call.expression)
                ? call.expression.name.text
                : ts.isIdentifier(call.expression)
                  ? call.expression.text
                  : '',
            )
      if (table !== undefined) {
        const method = call.name.text
        if (writing.has(method)) add('writes', table, node, method)
        if (reading.has(method)) add('reads', table, node, method)
        if (writing.has(method) || reading.has(method))
          for (const within of relatedIn(node.arguments, table, tables, objects))
            add(within.kind, within.table, within.node, `within ${table}`)
      }
      const handedOn = handsOn(node, byProperty)
      if (handedOn !== undefined) add('writes', handedOn, node, 'handed on')
      const sql = sqlOf(node)
      if (sql !== null) for (const { kind, table: named } of usesInSql(sql)) if (tables.has(named)) add(kind, named, node, 'SQL')
      ts.forEachChild(node, visit)
    }
    visit(file.code)
  }
  return found
}

/** A table that is put aside whole (`const rows = tx.person`): what is done to it then nobody sees, so it counts as written. */
function handsOn(node, byProperty) {
  const isTx = (one) => (ts.isIdentifier(one) && one.text === 'tx') || (ts.isPropertyAccessExpression(one) && one.name.text === 'tx')
  if (ts.isPropertyAccessExpression(node) && isTx(node.expression) && !ts.isPropertyAccessExpression(node.parent))
    return byProperty.get(node.name.text)
  return ts.isBindingElement(node) &&
    node.propertyName !== undefined &&
    ts.isVariableDeclaration(node.parent.parent) &&
    node.parent.parent.initializer !== undefined &&
    isTx(node.parent.parent.initializer)
    ? byProperty.get(node.propertyName.getText())
    : undefined
}

/** The objects that a file puts together under a name (`const columns = { … }`): by name, all that are called so. */
function objectsIn(code) {
  const objects = new Map()
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined && holdsObject(node.initializer))
      objects.set(node.name.text, [...(objects.get(node.name.text) ?? []), node.initializer])
    ts.forEachChild(node, visit)
  }
  visit(code)
  return objects
}

function holdsObject(node) {
  if (ts.isConditionalExpression(node)) return holdsObject(node.whenTrue) || holdsObject(node.whenFalse)
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? holdsObject(node.expression) : ts.isObjectLiteralExpression(node)
}

const writesWithin = (node) =>
  ts.isObjectLiteralExpression(node) && node.properties.some(({ name }) => name !== undefined && writingWithin.has(name.getText()))

/**
 * Tables that a call reaches through the relations of its own: what it includes, selects, asks for, or writes within its data, said there
 * or in an object of the file that it names.
 */
function relatedIn(nodes, table, tables, objects) {
  const found = []
  const visit = (node, model, at, named) => {
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const value = ts.isPropertyAssignment(node) ? node.initializer : node.name
      const related = tables.get(model)?.find(({ field }) => field === node.name.text)
      if (related !== undefined) {
        const values = ts.isIdentifier(value) ? (objects.get(value.text) ?? []) : [value]
        found.push({ kind: values.some(writesWithin) ? 'writes' : 'reads', table: related.type, node: at ?? node })
      }
      visit(value, related?.type ?? model, at, named)
    } else if (ts.isPropertyAccessExpression(node)) {
      visit(node.expression, model, at, named)
    } else if (ts.isIdentifier(node)) {
      for (const object of objects.get(node.text) ?? []) if (!named.includes(object)) visit(object, model, at ?? node, [...named, object])
    } else ts.forEachChild(node, (child) => visit(child, model, at, named))
  }
  for (const node of nodes) visit(node, table, undefined, [])
  return found
}

/** The text of a literal, with a gap where values go in; null for what is no whole literal. */
function sqlOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map(({ literal }) => ` ? ${literal.text}`).join('') : null
}

function usesInSql(sql) {
  const named = (kind, pattern) => [...sql.matchAll(pattern)].map(([, table]) => ({ kind, table }))
  return [
    ...named('writes', /\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE(?:\s+ONLY)?|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO)\s+"(\w+)"/gi),
    ...named('reads', /(?<!\bDELETE\s)\b(?:FROM|JOIN|USING)\s+"(\w+)"/gi),
  ]
}

const steps = new RegExp(
  [
    String.raw`\bCREATE\s+(?:OR\s+REPLACE\s+)?FUNCTION\s+"?(\w+)"?[\s\S]*?AS\s+(\$\w*\$)([\s\S]*?)\2`,
    String.raw`\bDROP\s+FUNCTION\s+(?:IF\s+EXISTS\s+)?"?(\w+)"?`,
    String.raw`\bCREATE\s+(?:CONSTRAINT\s+)?TRIGGER\s+"(\w+)"[\s\S]*?\bON\s+"(\w+)"[\s\S]*?EXECUTE\s+(?:FUNCTION|PROCEDURE)\s+(\w+)`,
    String.raw`\bDROP\s+TRIGGER\s+(?:IF\s+EXISTS\s+)?"(\w+)"`,
  ].join('|'),
  'gi',
)

/** Functions as the last migration leaves them: name, body, and the tables whose triggers call them. */
function functionsOf({ texts }) {
  const functions = new Map()
  const triggers = new Map()
  for (const [path, text] of [...texts].filter(([one]) => /^prisma\/migrations\/.*\.sql$/.test(one)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const said = text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
    for (const step of said.matchAll(steps)) {
      const [, created, , body, dropped, trigger, table, calls, gone] = step
      if (created !== undefined) functions.set(created, { name: created, body, path, line: said.slice(0, step.index).split('\n').length })
      if (dropped !== undefined) functions.delete(dropped)
      if (trigger !== undefined) triggers.set(trigger, { table, calls })
      if (gone !== undefined) triggers.delete(gone)
    }
  }
  return [...functions.values()].map((one) => ({
    ...one,
    on: [...new Set([...triggers.values()].filter(({ calls }) => calls === one.name).map(({ table }) => table))],
  }))
}

/** A function writes what its statements write, and as a trigger the row that it changes on the way in. */
function usesInFunctions(house, owners) {
  return functionsOf(house).flatMap(({ name, body, path, line, on }) => {
    const tables = usesInSql(body)
      .filter(({ kind }) => kind === 'writes')
      .map(({ table }) => table)
    const changesItsRow = /\bNEW\."?\w+"?\s*:=|\bINTO\s+NEW\b/i.test(body)
    return [...new Set([...tables, ...(changesItsRow ? on : [])])].map((table) => ({
      kind: 'writes',
      table,
      concept: owners[name] ?? `the function ${name}`,
      path,
      line,
      how: `the function ${name}`,
    }))
  })
}

function functionsWithoutOwner(house, owners) {
  const functions = functionsOf(house)
  return [
    ...functions
      .filter(({ name }) => owners[name] === undefined)
      .map(({ name, path, line }) =>
        finding('tables', path, line, `the function ${name} belongs to no concept: say to which in ${ownersFile}.`, name),
      ),
    ...Object.keys(owners)
      .filter((name) => !functions.some((one) => one.name === name))
      .map((name) => finding('tables', ownersFile, 1, `${name} is no function of the database: take it out.`, name)),
  ]
}
