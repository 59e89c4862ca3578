import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginPrivateTime } from '../checks/browser-steps-day'
import { allSaved, becomeSomebody, becomeWorker, follow, openWindows, press, reads, until, type Windows } from '../checks/browser-windows'
import { runningServer, type RunningServer } from '../src/running-server'

let server: RunningServer
let windows: Windows

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
const holds = (page: Page, words: string) =>
  until(`"${words}" in the field`, async () => ((await field(page).inputValue()) === words ? true : null))

it('a plan on one phone outlives its tab, a word typed just before, leaving, and signing in again', async () => {
  const { address } = server.config
  const privately = `${address}/f/meeting/${server.story?.osei.meetingId}/private`
  const helen = await windows.open('laptop')
  await becomeWorker(helen, address, 'Helen Okafor')
  await helen.goto(`${address}/staff/meetings/${server.story?.osei.meetingId}/day`)
  await beginPrivateTime(helen)

  let ama = await windows.open('phone')
  const phone = ama.context()
  await becomeSomebody(ama, address, 'Ama Osei')
  await follow(ama, 'Go to private family time')
  await press(ama, 'Start our plan')
  await follow(ama, bottomLine)
  await press(ama, 'Add a step')
  await field(ama).fill('Gran has Kofi on Fridays')
  await allSaved(ama)

  // The line is gone, more is typed, and the tab is swiped away.
  await phone.setOffline(true)
  await ama.keyboard.type(' and on Sundays')
  await ama.waitForTimeout(300)
  await ama.close()
  await phone.setOffline(false)
  ama = await phone.newPage()
  await ama.goto(privately)
  await follow(ama, bottomLine)
  await holds(ama, 'Gran has Kofi on Fridays and on Sundays')
  await allSaved(ama)

  // Whoever leaves signs out; the same person on the same phone finds the plan again.
  await press(ama, /Leave this site/)
  await until('another site', () => Promise.resolve(ama.url().startsWith(address) ? null : true))
  await becomeSomebody(ama, address, 'Ama Osei')
  await ama.goto(privately)
  await follow(ama, bottomLine)
  await holds(ama, 'Gran has Kofi on Fridays and on Sundays')

  // On another phone nothing opens, whoever signs in.
  const elsewhere = await windows.open('phone')
  await becomeSomebody(elsewhere, address, 'Ama Osei')
  await elsewhere.goto(privately)
  await reads(elsewhere, 'This phone is not in your family’s plan yet.')

  // A phone that was told to keep nothing keeps nothing.
  await ama.goto(privately)
  await follow(ama, 'This phone')
  await press(ama, 'Keep nothing on this phone')
  await reads(ama, 'Nothing of your plan is kept on this phone.')
  await ama.reload()
  await reads(ama, 'This phone is not in your family’s plan yet.')
  expect(await ama.getByText('Gran has Kofi').count()).toBe(0)
})
