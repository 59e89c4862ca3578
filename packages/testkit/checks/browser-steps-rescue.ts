import type { Page } from 'playwright-core'
import { follow, mark, press, reads, write } from './browser-windows'

/** Starts the plan on a tablet that several share; it asks for rescue words first, and gives them. */
export async function startOnSharedTablet(page: Page): Promise<string[]> {
  await mark(page, /^This is a shared tablet/)
  await press(page, 'Start our plan')
  await reads(page, 'This is a shared tablet, so it keeps no key.')
  return writeCard(page)
}

/** Makes six words, writes them down, and types the two that are asked back; gives the six. */
async function writeCard(page: Page): Promise<string[]> {
  await press(page, /^Make (six|new) words$/)
  await reads(page, 'Write these six words on the card by hand, in this order.')
  const words = await page.locator('.spoken-words li').allTextContents()
  await press(page, 'They are on the card')
  await reads(page, 'Look at your card, not at this page.')
  for (const label of await page.locator('form label').allTextContents()) {
    await write(page, label, words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await press(page, 'Check these words')
  await reads(page, 'Your rescue words are ready.')
  await follow(page, 'Go to our plan')
  return words
}

/** Types the words from the card where a page has no key: three letters of each, and then the word itself. */
export async function openByCard(page: Page, words: readonly string[]): Promise<void> {
  await follow(page, 'We have rescue words')
  for (const [at, word] of words.entries()) {
    await write(page, `Word ${at + 1}`, word.slice(0, 3))
    await press(page, word)
  }
  await press(page, 'Open our plan')
  await page.getByRole('heading', { name: 'What your plan must make sure of' }).waitFor()
}
