import { afterAll, beforeAll, expect, it } from 'vitest'
import { Phone } from '../checks/accidents-phone'
import { beginPrivateTime, shareInAMinute } from '../checks/browser-steps-day'
import { openByCard, startOnSharedTablet } from '../checks/browser-steps-rescue'
import { allSaved, becomeWorker, follow, openWindows, press, reads, until, type Windows } from '../checks/browser-windows'
import { usableTimeoutMs, whatLargeTextBreaks, whatStopsPeople } from '../checks/usable-page'
import { runningServer, type RunningServer } from '../src/running-server'

let server: RunningServer
let windows: Windows
let tablet: Phone | undefined

beforeAll(async () => {
  server = await runningServer({ story: true })
  windows = await openWindows()
})
afterAll(async () => {
  await tablet?.close()
  await windows.close()
  await server.close()
})

const bottomLine = /^A grown-up Kofi knows/
const whole = 'Gran has Kofi on Fridays and on Sundays'

it(
  'one shared tablet whose battery dies comes back by rescue words, and its family shares the plan',
  { timeout: usableTimeoutMs },
  async () => {
    if (server.story === null) throw new Error('The story was not told')
    const { address } = server.config
    const { meetingId, people } = server.story.osei
    const privately = `${address}/f/meeting/${meetingId}/private`
    const helen = await windows.open('laptop')
    await becomeWorker(helen, address, 'Helen Okafor')
    await helen.goto(`${address}/staff/meetings/${meetingId}/day`)
    await beginPrivateTime(helen)
    const phone = (tablet = await Phone.of(address, people.ama ?? ''))
    const field = () => phone.page.getByLabel('What will happen?')
    const holds = (words: string) => until(`"${words}" in the field`, async () => ((await field().inputValue()) === words ? true : null))
    const wrong: string[] = []
    const look = async () => void wrong.push(...(await whatLargeTextBreaks(phone.page)), ...(await whatStopsPeople(phone.page)))

    await phone.page.goto(privately)
    await phone.page.getByRole('button', { name: 'Start our plan' }).waitFor()
    await look()
    const words = await startOnSharedTablet(phone.page)
    expect(words).toHaveLength(6)
    await follow(phone.page, bottomLine)
    await press(phone.page, 'Add a step')
    await field().fill('Gran has Kofi on Fridays')
    await allSaved(phone.page)

    // The line is gone, more is typed, and the battery dies.
    await phone.setOffline(true)
    await phone.page.keyboard.type(' and on Sundays')
    await phone.page.waitForTimeout(400)
    await phone.dies()
    await phone.page.goto(privately)
    await reads(phone.page, 'This is a shared tablet, so it keeps no key.')
    expect(await phone.page.getByText('Gran has Kofi').count()).toBe(0)
    await look()
    await openByCard(phone.page, words)
    await follow(phone.page, bottomLine)
    await holds(whole)
    await allSaved(phone.page)

    // Ama leaves it, and Efua takes it in her hands: she sees nothing of Ama's before she has read the card.
    await press(phone.page, /Leave this site/)
    await until('another site', () => Promise.resolve(phone.page.url().startsWith(address) ? null : true))
    await phone.signIn(people.efua)
    await phone.newTab()
    await phone.page.goto(privately)
    await reads(phone.page, 'This phone is not in your family’s plan yet.')
    expect(await phone.page.getByText('Gran has Kofi').count()).toBe(0)
    await openByCard(phone.page, words)
    await follow(phone.page, 'Who is signed in')
    await reads(phone.page, /It opened your plan with rescue words on/)
    await look()
    await follow(phone.page, 'Back')
    await follow(phone.page, bottomLine)
    await holds(whole)

    await phone.page.goto(privately)
    await openByCard(phone.page, words)
    await follow(phone.page, 'Share our plan')
    await press(phone.page, 'Yes, this is what we want to share')
    await shareInAMinute(phone.page, server)
    await reads(phone.page, 'Your plan is shared')
    await helen.goto(`${address}/staff/meetings/${meetingId}/plan`)
    await reads(helen, whole)
    expect(wrong).toEqual([])
  },
)
