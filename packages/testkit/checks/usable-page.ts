import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** An old phone held upright, and a laptop; in pixels. */
const widths = [320, 1280] as const

/** Every page of somebody, looked at in several ways, on a busy computer; in milliseconds. */
export const usableTimeoutMs = 600_000

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
interface Violation {
  id: string
  nodes: { target: string[] }[]
}

/**
 * All that axe judges a page by: its elements, which of them can be seen, in which colours and whether large, and what can be scrolled.
 * Names that are made anew for each page are left out.
 */
const asJudged = `JSON.stringify([
  document.documentElement.lang + document.body.outerHTML.replace(/\\b_r_\\w+_|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#'),
  ...[...document.querySelectorAll('body *')].map((element) => {
    const style = getComputedStyle(element)
    const { color, backgroundColor, backgroundImage, opacity, visibility, fontSize, fontWeight } = style
    const { width, height } = element.getBoundingClientRect()
    const isLarge = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)
    const mayScroll = /auto|scroll/.test(style.overflowX + style.overflowY)
    const scrolls = mayScroll && [element.scrollWidth > element.clientWidth, element.scrollHeight > element.clientHeight]
    return [color, backgroundColor, backgroundImage, opacity, visibility, width > 1 && height > 1, isLarge, scrolls]
  }),
])`
const foundClean = new Set<string>()

/**
 * What axe finds on a page without frames; nothing is looked for a second time where a page like it in every way was clean.
 * It is loaded once a page: @axe-core/playwright opens a second page each time.
 */
async function violationsOn(page: Page): Promise<Violation[]> {
  const judged = createHash('sha256')
    .update((await page.evaluate(asJudged)) as string)
    .digest('base64')
  if (foundClean.has(judged)) return []
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe)
  const found = await page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`)
  if (found.length === 0) foundClean.add(judged)
  return found
}

const unfoldAll = 'document.querySelectorAll("details").forEach((folded) => { folded.open = true })'
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** As a page in Arabic would be: styles for old phones go by the language, others by the direction. */
const turn = (direction: 'rtl' | 'ltr') =>
  `Object.assign(document.documentElement, ${JSON.stringify({ dir: direction, lang: direction === 'rtl' ? 'ar' : 'en-GB' })})`

/**
 * Words of another language are longer: every vowel twice is some 40 % more. The page's own words come back afterwards, for what follows.
 */
const lengthen = `globalThis.ownWords = []
for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
  ownWords.push([walker.currentNode, walker.currentNode.data])
  walker.currentNode.data = walker.currentNode.data.replace(/[aeiou]/g, '$&$&')
}`
const shorten = 'for (const [node, words] of ownWords) node.data = words'

/**
 * What stops somebody from using the page as it stands, with everything unfolded, at both widths, with longer words and from right to left;
 * empty when nothing does.
 */
export async function whatStopsPeople(page: Page): Promise<string[]> {
  const found: string[] = []
  const at = new URL(page.url()).pathname
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    await page.evaluate(unfoldAll)
    for (const { id, nodes } of await violationsOn(page))
      found.push(
        `${at} at ${width}: ${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
      )
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
  if ((await page.getByRole('heading', { level: 1 }).filter({ visible: true }).count()) !== 1)
    found.push(`${at} in forced colours: not one heading of the page`)
  await page.emulateMedia({ forcedColors: null, colorScheme: null })
  return found
}

/** A phone held upright, and the share of it that the top of a page may take; in pixels. */
const phone = { width: 360, height: 740 }
const mostOfTop = 1 / 3

/** Of each element with words of its own: whether they are cut off, or stand in a column of a letter or two. */
const crampedWords = `[...document.querySelectorAll('body *')].flatMap((element) => {
  const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '')
  const style = getComputedStyle(element)
  const isForEyes = (box) => box === document.body || (box.getBoundingClientRect().width > 1 && isForEyes(box.parentElement))
  if (texts.length === 0 || style.visibility === 'hidden' || element.closest('.skip-link, option') || !isForEyes(element)) return []
  const about = '“' + element.textContent.trim().slice(0, 30) + '”'
  const found = []
  for (const node of texts) {
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
    if (lines.size > 3 && node.data.trim().length / lines.size < 3) found.push(about + ' stands in ' + lines.size + ' lines')
    const { left, right } = range.getBoundingClientRect()
    const own = element.getBoundingClientRect()
    if (style.display !== 'inline' && (left < own.left - 1 || right > own.right + 1)) found.push(about + ' runs out of its box')
    for (let box = element; box !== null && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box)
      if (overflowX === 'auto' || overflowX === 'scroll') break
      const { left: from, right: until } = box.getBoundingClientRect()
      if (overflowX !== 'visible' && (left < from - 1 || right > until + 1)) found.push(about + ' is cut off')
    }
  }
  return found
})`

/** What does not fit on a phone whose browser shows text at this size (16 is usual), with everything unfolded; empty when all does. */
export async function whatLargeTextBreaks(page: Page, textSize = 32): Promise<string[]> {
  const at = `${new URL(page.url()).pathname} with text of ${textSize} px`
  const browser = await page.context().newCDPSession(page)
  const setText = (standard: number) => browser.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } })
  await page.setViewportSize(phone)
  await page.evaluate(unfoldAll)
  await setText(textSize)
  const found: string[] = []
  const over = (await page.evaluate(sideways)) as number
  if (over > 0) found.push(`${at}: ${over} px stick out sideways`)
  const top = (await page.evaluate(`document.querySelector('header')?.getBoundingClientRect().height ?? 0`)) as number
  if (top > phone.height * mostOfTop) found.push(`${at}: the top of the page is ${Math.round(top)} px tall`)
  for (const words of (await page.evaluate(crampedWords)) as string[]) found.push(`${at}: ${words}`)
  await setText(16)
  await browser.detach()
  return found
}

/**
 * Every page that links lead to from `start`, as paths, each given to `look` once it stands; at most `most`, so that a loop of links ends.
 */
export async function walkLinks(page: Page, start: string, look: (path: string) => Promise<void>, most = 60): Promise<string[]> {
  const { origin } = new URL(page.url())
  const below = start.endsWith('/') ? start : `${start}/`
  const waiting = [start]
  const walked: string[] = []
  for (let path = waiting.shift(); path !== undefined && walked.length < most; path = waiting.shift()) {
    walked.push(path)
    await page.goto(origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .getByText(/^One moment/)
      .or(page.locator('.spinner'))
      .first()
      .waitFor({ state: 'detached' })
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
