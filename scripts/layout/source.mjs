import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { filesUnder } from '../freshness.mjs'
import { root } from '../node-24.mjs'

const isSource = (path) => /\.(tsx?|mts|cts|jsx?|mjs|cjs|css)$/.test(path)

/** The files under packages/ that git knows or would add: what the check must not look past. */
export function filesGitLists() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'packages'], { cwd: root, encoding: 'utf8' })
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

function importsOf(code, path) {
  const found = []
  const add = (literal, typeOnly) => {
    if (literal === undefined || !ts.isStringLiteralLike(literal)) return
    const line = code.getLineAndCharacterOfPosition(literal.getStart(code)).line + 1
    found.push({ specifier: literal.text, line, typeOnly, to: targetOf(literal.text, path) })
  }
  const onlyTypes = (clause) =>
    clause !== undefined && (clause.isTypeOnly === true || (clause.name === undefined && clause.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings)
      && clause.namedBindings.elements.length > 0 && clause.namedBindings.elements.every((one) => one.isTypeOnly)))
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require'))) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(code)
  return found
}

/** Where an import leads: to a file of ours (without its extension), or to a package from npm or Node. */
export function targetOf(specifier, from) {
  const ours = /^@kinplan\/([^/]+)\/(.+)$/.exec(specifier)
  const path = ours ? `packages/${ours[1]}/src/${ours[2]}` : specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : null
  if (path === null) {
    const [scopeOrName, name] = specifier.split('/')
    return { npm: specifier.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName.split(':')[0] === 'node' ? 'node' : scopeOrName }
  }
  const [packages, pack, top, ...rest] = path.split('/')
  if (packages !== 'packages') return { path, package: null, concept: '' }
  return { path, package: pack, top: rest.length > 0 ? top : '', concept: rest.length > 1 ? rest[0] : '' }
}
