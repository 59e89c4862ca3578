// Rules about one file by itself: its name, casts to Permit and Scope, left and right in styles, words for families.
import ts from 'typescript'

const problem = (rule, file, line, says) => ({ rule, path: file.path, line, says })
const lineAt = (text, index) => text.slice(0, index).split('\n').length

const saysNothing = /^(index|utils?|helpers?|common|misc|shared|types)\./

export function badName(file) {
  if (file.isConfig) return []
  if (saysNothing.test(file.name))
    return [problem('name', file, 1, 'a file is named for the question it answers: ranked-times.ts, not utils.ts.')]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(tsx?|css)$/.test(file.name))
    return [problem('name', file, 1, 'file names are small letters with hyphens: agree-plan.ts.')]
  return []
}

/** Permit and Scope are proofs: only the lock makes them. */
export function castToProof(file) {
  if (file.code === null || (file.package === 'server' && file.top === 'src' && file.concept === 'access')) return []
  const found = []
  const namesProof = (node) =>
    (ts.isTypeReferenceNode(node) && /^(Permit|Scope)$/.test(node.typeName.getText(file.code))) ||
    ts.forEachChild(node, (child) => namesProof(child) || undefined) === true
  const visit = (node) => {
    if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && namesProof(node.type)) {
      found.push(
        problem(
          'cast',
          file,
          file.code.getLineAndCharacterOfPosition(node.getStart(file.code)).line + 1,
          'casts to Permit or Scope: only server/src/access makes them. Ask permit() or scope() for one.',
        ),
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(file.code)
  return found
}

const sided = [
  /(?<![\w-])(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)(?:-(?:width|style|color))?\s*:/g,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\s*:/g,
  /(?<![\w-])(?:left|right)\s*:/g,
  /(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g,
]
const sidedInScript = [/\b(?:margin|padding|border)(?:Left|Right)(?:Width|Style|Color)?\s*:/g, /\btextAlign\s*:\s*['"](?:left|right)['"]/g]

export function leftAndRight(file) {
  const rules = file.code === null ? sided : file.name.endsWith('.tsx') ? sidedInScript : []
  const text = file.code === null ? file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')) : file.text
  return rules.flatMap((rule) =>
    [...text.matchAll(rule)].map((hit) =>
      problem(
        'left-right',
        file,
        lineAt(text, hit.index),
        `"${hit[0].trim()}" is wrong from right to left: write margin-inline-start, inset-inline-end, text-align: start and the like.`,
      ),
    ),
  )
}

/** Words that families never read from us, and what to say instead where the house has a word. */
const notForFamilies = [
  [/(?<!\bin )\bcases?\b(?! you\b)/i, 'say "your family" or the child\'s name'],
  [/\bFGMs?\b/i, 'say "family meeting"'],
  [/\bbottom lines?\b/i, 'say "what the plan must make sure of"'],
  [/\bactions?\b/i, 'say "promise"'],
  [/\bexclu(de|des|ded|ding|sion)\b/i, 'say what is so: "not part of this meeting"'],
  [/\bsilent(ly)?\b/i, 'say "has not answered yet"'],
  [/\bmonitor(s|ed|ing)?\b/i, 'say who looks, and when'],
  [/\bcontact(s|ed|ing)?\b/i, 'say "see", "ring" or "write to"'],
  [/\bplacements?\b/i, 'say "home" or where the child lives'],
  [/\boverdue\b/i, 'say "was to be done by"'],
  [/\binvalid\b/i, 'say what to type instead'],
  [/\brequired\b/i, 'say what we need and why'],
  [/\bsubmit(s|ted|ting)?\b/i, 'say what happens: "Send", "Save"'],
]

const readByFamilies = (file) =>
  file.name.endsWith('.copy.ts') &&
  (file.package === 'family' || file.package === 'ui' || (file.package === 'server' && file.concept === 'pages'))

export function wordsForFamilies(file) {
  if (!readByFamilies(file)) return []
  const found = []
  const visit = (node) => {
    const isName = ts.isPropertyAssignment(node.parent ?? node) && node.parent?.name === node
    const isType = node.parent !== undefined && ts.isLiteralTypeNode(node.parent)
    const isImport = node.parent !== undefined && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent))
    const isKey = node.parent !== undefined && ts.isElementAccessExpression(node.parent)
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
    if (isText && !isName && !isType && !isImport && !isKey) {
      for (const [word, instead] of notForFamilies) {
        const hit = word.exec(node.text)
        if (hit === null) continue
        const line = file.code.getLineAndCharacterOfPosition(node.getStart(file.code)).line + 1
        found.push(problem('words', file, line, `"${hit[0]}" is not a word for families: ${instead}.`))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file.code)
  return found
}
