import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginPrivateTime, joinBySquare } from '../checks/browser-steps-day'
import { allSaved, becomeSomebody, becomeWorker, follow, openWindows, press, reads, until, type Windows } from '../checks/browser-windows'
import { runningServer, type RunningServer } from '../src/running-server'

let server: RunningServer
let windows: Windows
let ama: Page
let efua: Page

beforeAll(async () => {
  server = await runningServer({ story: true })
  windows = await openWindows()
})
afterAll(async () => {
  await windows.close()
  await server.close()
})

const bottomLine = /^A grown-up Kofi knows/
const field = (page: Page) => page.getByLabel('What will happen?')
const arrives = (page: Page, words: string) =>
  until(`"${words}" in the field`, async () => ((await field(page).inputValue()) === words ? true : null))
/** The keyboard's word so far, underlined: what Chromium does for an Android keyboard. */
const compose = (keyboard: CDPSession, text: string) =>
  keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

beforeAll(async () => {
  const { address } = server.config
  const helen = await windows.open('laptop')
  await becomeWorker(helen, address, 'Helen Okafor')
  await helen.goto(`${address}/staff/meetings/${server.story?.osei.meetingId}/day`)
  await beginPrivateTime(helen)
  ama = await windows.open('phone')
  await becomeSomebody(ama, address, 'Ama Osei')
  await follow(ama, 'Go to private family time')
  await press(ama, 'Start our plan')
  efua = await windows.open('phone')
  await becomeSomebody(efua, address, 'Efua Mensah')
  await joinBySquare(ama, efua, 'Efua Mensah')
  await follow(ama, 'Back')
  await follow(ama, bottomLine)
  await press(ama, 'Add a step')
  await field(ama).fill('Kofi likes football. ')
  await follow(efua, bottomLine)
  await arrives(efua, 'Kofi likes football. ')
})

it('a word that a keyboard is still composing leaves alone what somebody else writes', async () => {
  const keyboard = await ama.context().newCDPSession(ama)
  await field(ama).focus()
  for (const text of ['S', 'Sa', 'Sat']) await compose(keyboard, text)
  await arrives(efua, 'Kofi likes football. Sat')
  await field(efua).press('Control+Home')
  await efua.keyboard.type('Gran has him on Fridays. ')
  await allSaved(efua)
  // What came in waits behind the word.
  await ama.waitForTimeout(1000)
  await arrives(ama, 'Kofi likes football. Sat')
  for (const text of ['Satu', 'Satur']) await compose(keyboard, text)
  await keyboard.send('Input.insertText', { text: 'Satur' })
  const merged = 'Gran has him on Fridays. Kofi likes football. Satur'
  await arrives(ama, merged)
  await arrives(efua, merged)
  await allSaved(ama)
  await reads(ama, 'All your words are saved, and others have them')
  await ama.keyboard.type('day')
  await arrives(efua, `${merged}day`)
  expect(await field(ama).inputValue()).toBe(`${merged}day`)
})

it('a step that is taken away stays with whoever writes in it and can be put back, also by whoever took it away', async () => {
  const words = await field(ama).inputValue()
  await ama.keyboard.type(' and')
  await press(efua, 'Take this step away')
  await press(efua, 'Yes, take it away')
  await reads(ama, 'Somebody took this step away. Your words are still here.')
  await ama.keyboard.type(' Sunday')
  expect(await field(ama).inputValue()).toBe(`${words} and Sunday`)
  await press(ama, 'Put it back')
  await arrives(ama, `${words} and Sunday`)
  await arrives(efua, `${words} and Sunday`)
  await efua.getByText('Somebody took').waitFor({ state: 'hidden' })

  await press(efua, 'Take this step away')
  await press(efua, 'Yes, take it away')
  await reads(ama, 'Somebody took this step away. Your words are still here.')
  await reads(efua, 'You took this step away.')
  expect(await efua.evaluate('document.activeElement.textContent')).toBe('Undo')
  await efua.keyboard.press('Enter')
  await arrives(efua, `${words} and Sunday`)
  // The same words stand there again: nobody has to decide anything.
  await ama.getByText('Somebody took').waitFor({ state: 'hidden' })
  await arrives(ama, `${words} and Sunday`)
})
