import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { describe, expect, it } from 'vitest'

const packages = join(findProjectRoot(), 'packages')

/** The file of ours that an import names; none for a package from npm. */
function fileOf(from: string, name: string): string[] {
  const at = name.startsWith('@kinplan/ui/') ? join(packages, 'ui', 'src', name.slice(12)) : join(dirname(from), name)
  if (!name.startsWith('@kinplan/ui/') && !name.startsWith('.')) return []
  return ['', '.tsx', '.ts'].map((end) => at + end).filter((file) => /\.(tsx?|css)$/.test(file) && existsSync(file))
}

/** Every file that an app's first one leads to, with its text. */
function reachedFrom(first: string): Map<string, string> {
  const files = new Map<string, string>()
  const waiting = [first]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    const text = readFileSync(file, 'utf8')
    files.set(file, text)
    for (const [, name = ''] of text.matchAll(/(?:from |import |import\()'([^']+)'/g)) waiting.push(...fileOf(file, name))
  }
  return files
}

const rulesIn = (css: string) => new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name))
const namesIn = (code: string) =>
  [...code.matchAll(/className=(?:"([^"]+)"|\{([^}]+)\})/g)].flatMap(([, plain = '', worked = '']) =>
    plain ? plain.split(' ') : [...worked.matchAll(/'([^']+)'/g)].flatMap(([, words = '']) => words.split(' ')),
  )

/** Classes that have a rule somewhere, and none in what the app loads. */
function withoutRule(files: Map<string, string>): string[] {
  const written = rulesIn(
    globSync(join(packages, '{ui,family,staff}/src/**/*.css'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  )
  const of = (end: RegExp) => [...files].flatMap(([file, text]) => (end.test(file) ? text : [])).join('\n')
  const loaded = rulesIn(of(/\.css$/))
  return [...new Set(namesIn(of(/\.tsx$/)))].filter((name) => written.has(name) && !loaded.has(name)).toSorted()
}

describe.each(['family', 'staff'])('the %s app', (app) => {
  it('loads a rule for each class that its pages use, and misses one that is taken away', () => {
    const files = reachedFrom(join(packages, app, 'src', 'main.tsx'))
    expect(namesIn([...files.values()].join('\n')).length).toBeGreaterThan(50)
    expect(withoutRule(files)).toEqual([])
    files.delete(join(packages, 'ui', 'src', 'apps.css'))
    expect(withoutRule(files)).toContain('columns')
  })
})
