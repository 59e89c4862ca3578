// An export that no other file uses, or tests alone, is dead: take the word `export` away, or the code. A test may name a type.
import ts from 'typescript'
import { entries, keptExports } from './entries.mjs'
import { fileOf, finding } from './house.mjs'

/** Tests, and what stands beside them for them alone. */
const isTest = (file) => file.isTest || /-for-tests\.[a-z]+$/.test(file.name) || file.name.endsWith('.test.mjs')
/** What is there for tests or is a tool that its test calls: there a test's use is a use. */
const isForTests = (file) => isTest(file) || file.package === 'testkit' || file.path.startsWith('scripts/')

/** Exports of the house that nothing but their own file, or a test, uses. */
export function deadExports(house, kept = keptExports) {
  const uses = usesOf(house)
  const stale = kept
    .filter(({ path }) => !house.sources.has(path))
    .map(({ path, name }) => finding('deadExports', entriesFile, 1, `keeps ${name} of ${path}, which is not there: take it out.`))
  return [
    ...stale,
    ...[...house.sources.values()].flatMap((file) => {
      const entry = entries.find(({ is }) => is(file.path))
      if (file.code === null || (entry !== undefined && entry.names === undefined)) return []
      return exportsOf(file).flatMap(({ name, line, isType }) => {
        if (entry?.names.includes(name) || kept.some((one) => one.path === file.path && one.name === name)) return []
        const users =
          uses
            .get(file.path)
            ?.filter(({ names }) => names === null || names.includes(name))
            .map(({ by }) => by) ?? []
        if (users.some((by) => isType || isForTests(file) || !isTest(by))) return []
        const who = users.length === 0 ? 'nothing else uses it' : `only ${users[0].path} uses it`
        return [finding('deadExports', file.path, line, `exports ${name}, and ${who}: keep it to the file, or take it out.`)]
      })
    }),
  ]
}

const entriesFile = 'scripts/house/entries.mjs'

/** By file: who imports which of its names; null for all of them. */
function usesOf(house) {
  const uses = new Map()
  for (const by of house.sources.values()) {
    for (const one of by.imports) {
      const target = fileOf(house, one)
      if (target === undefined || target === by) continue
      const known = uses.get(target.path) ?? uses.set(target.path, []).get(target.path)
      known.push({ by, names: one.names })
    }
  }
  return uses
}

function exportsOf({ code }) {
  const found = []
  const add = (name, node) =>
    found.push({
      name,
      line: code.getLineAndCharacterOfPosition(node.getStart(code)).line + 1,
      isType: ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
    })
  for (const statement of code.statements) {
    if (ts.isExportAssignment(statement)) add('default', statement)
    else if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause))
        for (const one of statement.exportClause.elements) add(one.name.text, one)
    } else if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      const isDefault = statement.modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
      if (isDefault) add('default', statement)
      else if (ts.isVariableStatement(statement))
        for (const declared of statement.declarationList.declarations) for (const name of namesIn(declared.name)) add(name, declared)
      else if (statement.name !== undefined) add(statement.name.text, statement)
    }
  }
  // A function has a line for each of its overloads.
  return found.filter(({ name }, at) => found.findIndex((one) => one.name === name) === at)
}

const namesIn = (name) =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : namesIn(one.name)))
