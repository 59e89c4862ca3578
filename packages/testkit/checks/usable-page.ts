import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** An old phone held upright, and a laptop; in pixels. */
export const widths = [320, 1280] as const

/** Every page of somebody, looked at in several ways, on a busy computer; in milliseconds. */
export const usableTimeoutMs = 600_000

const unfoldAll = 'document.querySelectorAll("details").forEach((folded) => { folded.open = true })'
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** As a page in Arabic would be: styles for old phones go by the language, others by the direction. */
const turn = (direction: 'rtl' | 'ltr') => `Object.assign(document.documentElement, ${JSON.stringify({ dir: direction, lang: direction === 'rtl' ? 'ar' : 'en-GB' })})`

/** Words of another language are longer: every vowel twice is some 40 % more. The page's own words come back afterwards, for what follows. */
const lengthen = `globalThis.ownWords = []
for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
  ownWords.push([walker.currentNode, walker.currentNode.data])
  walker.currentNode.data = walker.currentNode.data.replace(/[aeiou]/g, '$&$&')
}`
const shorten = 'for (const [node, words] of ownWords) node.data = words'

/** What stops somebody from using the page as it stands, with everything unfolded, at both widths, with longer words and from right to left; empty when nothing does. */
export async function whatStopsPeople(page: Page): Promise<string[]> {
  const found: string[] = []
  const at = new URL(page.url()).pathname
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    await page.evaluate(unfoldAll)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) found.push(`${at} at ${width}: ${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)
    for (const words of ['own', 'long'] as const) {
      if (words === 'long') await page.evaluate(lengthen)
      for (const direction of ['rtl', 'ltr'] as const) {
        await page.evaluate(turn(direction))
        const over = (await page.evaluate(sideways)) as number
        if (over > 0) found.push(`${at} at ${width} ${direction}, ${words} words: ${over} px stick out sideways`)
      }
      if (words === 'long') await page.evaluate(shorten)
    }
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  if ((await page.getByRole('heading', { level: 1 }).filter({ visible: true }).count()) !== 1) found.push(`${at} in forced colours: not one heading of the page`)
  await page.emulateMedia({ forcedColors: null, colorScheme: null })
  return found
}

/** Every page that links lead to from `start`, as paths, each given to `look` once it stands; at most `most`, so that a loop of links ends. */
export async function walkLinks(page: Page, start: string, look: (path: string) => Promise<void>, most = 60): Promise<string[]> {
  const { origin } = new URL(page.url())
  const below = start.endsWith('/') ? start : `${start}/`
  const waiting = [start]
  const walked: string[] = []
  for (let path = waiting.shift(); path !== undefined && walked.length < most; path = waiting.shift()) {
    walked.push(path)
    await page.goto(origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(/^One moment/).or(page.locator('.spinner')).first().waitFor({ state: 'detached' })
    const links = await page.getByRole('link').all()
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
    for (const href of hrefs) {
      const to = href === null ? '' : new URL(href, origin + path).pathname
      if (to.startsWith(below) && !walked.includes(to) && !waiting.includes(to)) waiting.push(to)
    }
    await look(path)
  }
  return walked
}
