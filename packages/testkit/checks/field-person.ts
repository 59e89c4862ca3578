import type { CDPSession, Page } from 'playwright-core'
import type { Windows } from './browser-windows'

/** What one person sees, and what their device has. */
interface FieldState {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly draft: string
}

/** One person at a field of their own, in a window of their own. */
export class FieldPerson {
  state: FieldState = { value: '', start: 0, end: 0, draft: '' }
  /** The word that the keyboard is composing, and where it stands. */
  composing: { readonly at: number; readonly text: string } | null = null

  private constructor(
    private readonly page: Page,
    private readonly keyboard: CDPSession,
  ) {}

  static async at(windows: Windows, address: string): Promise<FieldPerson> {
    const page = await windows.open('laptop')
    await page.goto(address)
    await page.waitForFunction('window.fieldPage !== undefined')
    return new FieldPerson(page, await page.context().newCDPSession(page))
  }

  /** A new draft: this person's own, or one that somebody else has begun. */
  async begin(device: number, from: FieldPerson | null, fault: string): Promise<void> {
    const news = from ? await from.#ask<number[]>('news([0])') : null
    this.composing = null
    await this.#look(`begin(${device}, ${JSON.stringify(news)}, ${JSON.stringify(fault)})`)
  }

  select(start: number, end = start): Promise<void> {
    return this.#look(`select(${start}, ${end})`)
  }

  /** What a keyboard, dictation or the clipboard puts in place of what is selected. */
  async put(text: string): Promise<void> {
    await this.keyboard.send('Input.insertText', { text })
    this.composing = null
    await this.#look('state()')
  }

  /** The word so far, underlined; `instead`: of these units of the field, which the keyboard corrects. */
  async compose(text: string, instead?: readonly [number, number]): Promise<void> {
    const at = this.composing?.at ?? instead?.[0] ?? this.state.start
    const replacement = instead ? { replacementStart: instead[0], replacementEnd: instead[1] } : {}
    await this.keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length, ...replacement })
    this.composing = { at, text }
    await this.#look('state()')
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys)
    await this.#look('state()')
  }

  /** What a menu, a shaken phone or three fingers ask the browser for. */
  async command(command: 'undo' | 'redo'): Promise<void> {
    await this.keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Unidentified', commands: [command] })
    await this.keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Unidentified' })
    await this.#look('state()')
  }

  /** What that person has and this one has not arrives. */
  async hear(other: FieldPerson): Promise<void> {
    const news = await other.#ask<number[]>(`news(${JSON.stringify(await this.#ask<number[]>('has()'))})`)
    await this.#look(`take(${JSON.stringify(news)})`)
  }

  async #look(what: string): Promise<void> {
    this.state = await this.#ask<FieldState>(what)
  }

  #ask<T>(what: string): Promise<T> {
    return this.page.evaluate<T>(`fieldPage.${what}`)
  }
}
