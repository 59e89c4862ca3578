import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { filesUnder } from '../freshness.mjs'
import { root } from '../node-24.mjs'

const isSource = (path) => /\.(tsx?|mts|cts|jsx?|mjs|cjs|css)$/.test(path)

/** The files under packages/ that git knows or would add: what the check must not look past. */
export function filesGitLists() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'packages'], {
    cwd: root,
    encoding: 'utf8',
  })
  const gone = new Set(execFileSync('git', ['ls-files', '--deleted', 'packages'], { cwd: root, encoding: 'utf8' }).split('\n'))
  return listed.split('\n').filter((path) => isSource(path) && !gone.has(path))
}

/** Every source file under packages/ on the disk, read. */
export function readSources() {
  return filesUnder(['packages'], isSource).map((path) => {
    const unix = path.replaceAll('\\', '/')
    return sourceOf(unix, readFileSync(join(root, path), 'utf8'))
  })
}

/**
 * What the rules look at: where the file stands in the tree, what it imports, and the parsed code.
 * `concept` is the folder below src (plan, access, graphql), empty for a file that stands in src itself.
 */
export function sourceOf(path, text) {
  const [, pack, top, ...rest] = path.split('/')
  const name = posix.basename(path)
  const code = path.endsWith('.css') ? null : ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return {
    path,
    text,
    name,
    package: pack,
    top: rest.length > 0 ? top : '',
    concept: rest.length > 1 ? rest[0] : '',
    isTest: /\.(test|story)\.tsx?$/.test(name) || top === 'tests' || top === 'stories',
    isConfig: rest.length === 0,
    code,
    imports: code === null ? [] : importsOf(code, path),
  }
}

/** Each import of the file: where it leads, whether types alone come of it, and by which names; null where all names may be meant. */
function importsOf(code, path) {
  const found = []
  const add = (literal, typeOnly, names) => {
    if (literal === undefined || !ts.isStringLiteralLike(literal)) return
    const line = code.getLineAndCharacterOfPosition(literal.getStart(code)).line + 1
    found.push({ specifier: literal.text, line, typeOnly, names, to: targetOf(literal.text, path) })
  }
  const onlyTypes = (clause) =>
    clause !== undefined &&
    (clause.isTypeOnly === true ||
      (clause.name === undefined &&
        clause.namedBindings !== undefined &&
        ts.isNamedImports(clause.namedBindings) &&
        clause.namedBindings.elements.length > 0 &&
        clause.namedBindings.elements.every((one) => one.isTypeOnly)))
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause), namesOfClause(node.importClause))
    else if (ts.isExportDeclaration(node))
      add(
        node.moduleSpecifier,
        node.isTypeOnly,
        node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? node.exportClause.elements.map(nameBefore) : null,
      )
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true, node.qualifier === undefined ? null : [node.qualifier.getText(code).split('.')[0]])
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require'))
    )
      add(node.arguments[0], false, namesAwaited(node))
    ts.forEachChild(node, visit)
  }
  visit(code)
  return found
}

const nameBefore = (element) => (element.propertyName ?? element.name).text

function namesOfClause(clause) {
  if (clause === undefined) return []
  if (clause.namedBindings !== undefined && ts.isNamespaceImport(clause.namedBindings)) return null
  return [...(clause.name === undefined ? [] : ['default']), ...(clause.namedBindings?.elements.map(nameBefore) ?? [])]
}

/** The names of `const { a } = await import()` and of `import().then((part) => part.a)`. */
function namesAwaited(call) {
  const { parent } = call
  if (ts.isAwaitExpression(parent) && ts.isVariableDeclaration(parent.parent) && ts.isObjectBindingPattern(parent.parent.name))
    return parent.parent.name.elements.map(nameBefore)
  const then =
    ts.isPropertyAccessExpression(parent) && parent.name.text === 'then' && ts.isCallExpression(parent.parent)
      ? parent.parent.arguments[0]
      : undefined
  return then !== undefined && ts.isArrowFunction(then) && ts.isPropertyAccessExpression(then.body) ? [then.body.name.text] : null
}

/** Where an import leads: to a file of ours (without its extension), or to a package from npm or Node. */
function targetOf(specifier, from) {
  const ours = /^@kinplan\/([^/]+)\/(.+)$/.exec(specifier)
  const path = ours
    ? `packages/${ours[1]}/src/${ours[2]}`
    : specifier.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(from), specifier))
      : null
  if (path === null) {
    const [scopeOrName, name] = specifier.split('/')
    return { npm: specifier.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName.split(':')[0] === 'node' ? 'node' : scopeOrName }
  }
  const [packages, pack, top, ...rest] = path.split('/')
  if (packages !== 'packages') return { path, package: null, concept: '' }
  return { path, package: pack, top: rest.length > 0 ? top : '', concept: rest.length > 1 ? rest[0] : '' }
}
