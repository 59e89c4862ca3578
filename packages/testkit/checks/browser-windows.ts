import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import type { RefusalCode } from '@kinplan/domain/refusal'

/** How long a person would wait for a page of a busy computer, in milliseconds. */
const patienceMs = 60_000

const laptop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const kinds = {
  laptop,
  phone,
  /** A phone on which no script runs. */
  plainPhone: { ...phone, javaScriptEnabled: false },
  /** A laptop on which nothing comes by itself: its live line hangs. */
  deafLaptop: laptop,
} satisfies Record<string, BrowserContextOptions>
type WindowKind = keyof typeof kinds

export interface Windows {
  /** Opens a window of its own, with its own cookies. */
  open(kind: WindowKind, options?: BrowserContextOptions): Promise<Page>
  /** Keeps a picture of every open window in the system's temp folder; gives the folder. */
  keepPictures(): Promise<string>
  close(): Promise<void>
}

/** Chromium of this machine, with an empty profile. */
export async function openWindows(): Promise<Windows> {
  const browser = await chromium.launch({
    // The fields for dates and times speak the language of the machine, not of the page.
    env: { ...process.env, LANGUAGE: 'en_GB' },
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  return {
    async open(kind, options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...kinds[kind], ...options })
      context.setDefaultTimeout(patienceMs)
      const page = await context.newPage()
      if (kind === 'deafLaptop') await page.routeWebSocket('**/graphql', () => undefined)
      return page
    },
    async keepPictures() {
      const folder = await mkdtemp(join(tmpdir(), 'kinplan-story-'))
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const [place, page] of pages.entries()) {
        await page.screenshot({ path: join(folder, `window-${place + 1}.png`), fullPage: true, timeout: patienceMs })
      }
      return folder
    },
    close: () => browser.close(),
  }
}

type Where = Page | Locator

/** The first of these that can be seen. */
const seen = (found: Locator): Locator => found.filter({ visible: true }).first()

/** Waits until these words can be read. */
export async function reads(where: Where, words: string | RegExp): Promise<void> {
  await seen(where.getByText(words)).waitFor()
}

/** The line above a private plan that shows where its words are; beside it stands what is said aloud, up to ten seconds later. */
export const savedWords = (page: Page): Locator => page.locator('.saved-line .status').getByText('All your words are saved')

/** Waits until every word that was written on this page is saved. */
export const allSaved = (page: Page): Promise<void> => savedWords(page).waitFor()

export async function press(where: Where, name: string | RegExp): Promise<void> {
  await seen(where.getByRole('button', { name, exact: typeof name === 'string' })).click()
}

export async function follow(where: Where, name: string | RegExp): Promise<void> {
  await seen(where.getByRole('link', { name, exact: typeof name === 'string' })).click()
}

/** Opens what is folded away under these words, if it is not open. */
export async function unfold(where: Where, words: string): Promise<Locator> {
  const summary = seen(where.locator('summary').filter({ hasText: words }))
  await summary.waitFor()
  const folded = summary.locator('..')
  if ((await folded.getAttribute('open')) === null) await summary.click()
  return folded
}

/** Types words into the field with this label. */
export async function write(where: Where, label: string | RegExp, words: string): Promise<void> {
  await seen(where.getByLabel(label, { exact: typeof label === 'string' })).fill(words)
}

export async function pick(where: Where, label: string | RegExp, option: string): Promise<void> {
  await seen(where.getByLabel(label, { exact: typeof label === 'string' })).selectOption({ label: option })
}

/** Marks an answer of a list: one of several, or one of many. */
export async function mark(where: Where, answer: string | RegExp): Promise<void> {
  await seen(where.getByRole('radio', { name: answer }).or(where.getByRole('checkbox', { name: answer }))).check()
}

/** Asks again and again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`Nobody saw ${what} in ${patienceMs / 1000} seconds`)
}

/** The refusals whose words people read on their pages. */
export class RefusalsRead {
  readonly codes = new Set<RefusalCode>()

  /** Waits until a person reads the words of a refusal. */
  async on(where: Where, code: RefusalCode, words: string | RegExp): Promise<void> {
    await reads(where, words)
    this.codes.add(code)
  }
}

/** Staff sign-in is not there yet: workers choose who to be on the story's front page. */
export async function becomeWorker(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await press(page, new RegExp(`^${name}`))
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

/** Somebody of the story's families, chosen on its front page. */
export async function becomeSomebody(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await press(page, new RegExp(`^${name}`))
  await page.getByRole('heading', { level: 1, name: `Hello ${name}` }).waitFor()
}
