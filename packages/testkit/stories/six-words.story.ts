import { afterAll, beforeAll, expect, it } from 'vitest'
import { allSaved, becomeSomebody, becomeWorker, follow, openWindows, press, reads, write, type Windows } from '../checks/browser-windows'
import { usableTimeoutMs, whatLargeTextBreaks, whatStopsPeople } from '../checks/usable-page'
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

it('somebody on the telephone comes in by six words, and both write in one plan', { timeout: usableTimeoutMs }, async () => {
  if (server.story === null) throw new Error('The story was not told')
  const { address } = server.config
  const helen = await windows.open('laptop')
  await becomeWorker(helen, address, 'Helen Okafor')
  await helen.goto(`${address}/staff/meetings/${server.story.osei.meetingId}/day`)
  await press(helen, 'Begin private family time')
  await press(helen.getByRole('dialog'), 'Every worker is leaving')
  const [ama, efua] = [await windows.open('phone'), await windows.open('phone')]
  const wrong: string[] = []
  const look = async (page: typeof ama) => void wrong.push(...(await whatLargeTextBreaks(page)), ...(await whatStopsPeople(page)))
  await becomeSomebody(ama, address, 'Ama Osei')
  await follow(ama, 'Go to private family time')
  await press(ama, 'Start our plan')
  await follow(ama, 'Let another phone in')
  await follow(ama, 'Is somebody on the telephone? Read them six words instead.')
  await ama.locator('.spoken-words').waitFor()
  const words = await ama.locator('.spoken-words li').allTextContents()
  expect(words).toHaveLength(6)
  await look(ama)

  await becomeSomebody(efua, address, 'Efua Mensah')
  await follow(efua, 'Go to private family time')
  await follow(efua, 'Somebody reads me six words on the telephone')
  for (const [at, word] of words.entries()) {
    await write(efua, `Word ${at + 1}`, word.slice(0, 3))
    if (at === 2) await look(efua)
    await press(efua, word)
  }
  await press(efua, 'Join our plan')
  await reads(efua, 'Asking the other phone.')
  await reads(ama, 'A phone asks to come in by your words.')
  await look(ama)
  await press(ama, 'Yes, let this phone in')
  await reads(efua, /Only these people can read this/)
  await follow(ama, 'Back')
  await follow(ama, 'Back')
  await follow(ama, /^A grown-up Kofi knows/)
  await press(ama, 'Add a step')
  await write(ama, 'What will happen?', 'Gran has breakfast with Kofi.')
  await allSaved(ama)
  await follow(efua, /^A grown-up Kofi knows/)
  await expect.poll(() => efua.getByLabel('What will happen?').inputValue(), { timeout: 60_000 }).toBe('Gran has breakfast with Kofi.')
  expect(wrong).toEqual([])
})
