import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { Browser } from '../src/browser'

/** A phone: a Chromium with a profile on the disk, which outlives a battery that dies. */
export class Phone {
  readonly #address: string
  readonly #folder: string
  readonly #person: Browser
  readonly #id: string
  #context: BrowserContext
  page: Page

  private constructor(of: { address: string; folder: string; id: string; person: Browser; context: BrowserContext; page: Page }) {
    this.#address = of.address
    this.#folder = of.folder
    this.#id = of.id
    this.#person = of.person
    this.#context = of.context
    this.page = of.page
  }

  /** Somebody of the story on a phone of their own, signed in. `refusesStorage`: its browser keeps nothing for pages. */
  static async of(address: string, id: string, refusesStorage = false): Promise<Phone> {
    const folder = await mkdtemp(join(tmpdir(), 'kinplan-phone-'))
    const person = new Browser(address)
    const context = await openProfile(folder)
    if (refusesStorage)
      await context.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { get() { throw new Error('refused') } })")
    const phone = new Phone({ address, folder, id, person, context, page: await context.newPage() })
    await phone.signIn()
    return phone
  }

  /** By the front page of the story; whoever signs in again is on the same device, and so is somebody else who has it in their hands. */
  async signIn(id = this.#id): Promise<void> {
    await this.#person.graphql('ChooseWho', { id })
    await this.#context.addCookies([{ name: 'kinplan', value: this.#person.session ?? '', url: this.#address, expires: inAnHour() }])
  }

  /** The session is gone, as if somebody else had ended it. */
  async loseSession(): Promise<void> {
    await this.#context.clearCookies({ name: 'kinplan' })
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#context.setOffline(offline)
  }

  /** Another tab of the same browser, in which the phone goes on. */
  async newTab(): Promise<void> {
    this.page = await this.#context.newPage()
  }

  /** The whole browser is killed, as by an empty battery, and opened again. Its cookies are those of a minute ago. */
  async dies(): Promise<void> {
    const cookies = await this.#context.cookies()
    await killBrowserOf(this.#folder)
    await this.#context.close().catch(() => undefined)
    this.#context = await openProfile(this.#folder)
    await this.#context.addCookies(cookies)
    await this.newTab()
  }

  async close(): Promise<void> {
    await this.#context.close()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600

function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
}

/** By the one process that was started with this folder and is no child of a browser. */
async function killBrowserOf(folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args='])
  for (const line of stdout.split('\n')) {
    if (line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=')) process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
  }
}
