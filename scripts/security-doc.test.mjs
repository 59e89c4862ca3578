import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './node-24.mjs'

const packagesOrRoot = (path) => [join(root, 'packages', path), join(root, path)].find((one) => existsSync(one))

/** Rows of the security document that name a test: its file, and what it says it shows. */
function namedTests(text) {
  return [...text.matchAll(/^\| [\d., -]+ +\| `([\w./-]+\.test\.\w+)`: ([^|(.]+(?:\(%s\)[^|(.]*)?)/gm)].map(([, file, title]) => ({
    file,
    title: title.trim(),
  }))
}

/** Those whose file has no test of that name. */
const missing = (text) =>
  namedTests(text)
    .filter(({ file, title }) => {
      const path = packagesOrRoot(file)
      return path === undefined || !readFileSync(path, 'utf8').includes(`'${title}'`)
    })
    .map(({ file, title }) => `${file}: ${title}`)

describe('docs/security.md', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8')

  it('names tests that are there', () => {
    expect(namedTests(text).length).toBeGreaterThan(20)
    expect(missing(text)).toEqual([])
  })

  it('would be found out if one were not', () => {
    const wrong = '| 1.1 | `server/tests/http.test.ts`: is as safe as can be. |\n| 2.1 | `server/tests/none.test.ts`: is there |\n'
    expect(missing(wrong)).toEqual(['server/tests/http.test.ts: is as safe as can be', 'server/tests/none.test.ts: is there'])
  })
})
