import { afterAll, beforeAll, expect, it } from 'vitest'
import { becomeSomebody, becomeWorker, follow, mark, openWindows, press, reads, write, type Windows } from '../checks/browser-windows'
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

it(
  'a plan from paper is typed in, read back, put right after a no, and the family’s after a yes',
  { timeout: usableTimeoutMs },
  async () => {
    if (server.story === null) throw new Error('The story was not told')
    const { address } = server.config
    const at = `${address}/staff/meetings/${server.story.osei.meetingId}`
    const helen = await windows.open('laptop')
    const wrong: string[] = []
    const look = async (page: typeof helen) => void wrong.push(...(await whatLargeTextBreaks(page)), ...(await whatStopsPeople(page)))
    const step = helen.getByRole('group', { name: /^Step 1 ?: A grown-up Kofi knows/ })
    const readBackTo = async (name: string) => {
      await press(helen, 'Read it back to them')
      await press(helen, 'Next')
      await press(helen, 'Next')
      await mark(helen, name)
      await press(helen, /^I read it back to them word for word/)
      await reads(helen, 'Sent to the family. It waits for their yes.')
    }

    await becomeWorker(helen, address, 'Helen Okafor')
    await helen.goto(`${at}/day`)
    await press(helen, 'Begin private family time')
    await press(helen.getByRole('dialog'), 'Every worker is leaving')
    await press(helen, 'The family told me they have finished')
    await write(helen, 'Who told you', 'Efua')
    await press(helen, 'End private family time')
    await reads(helen, /The family shows its plan/)

    await helen.goto(`${at}/plan`)
    await press(helen, 'Type in a plan from paper')
    await step.getByLabel('What we will do').fill('Efua has breakfast with Kofi.')
    await step.getByLabel('By when').fill('from Monday')
    await write(helen, 'Anything else we want you to know', 'Kofi wants to walk the last bit alone.')
    wrong.push(...(await whatStopsPeople(helen)))
    await helen.reload()
    await expect.poll(() => step.getByLabel('By when').inputValue(), { timeout: 60_000 }).toBe('from Monday')
    await readBackTo('Ama Osei')

    const [ama, kwame] = [await windows.open('phone'), await windows.open('phone')]
    await becomeSomebody(ama, address, 'Ama Osei')
    await follow(ama, 'Read what was typed in')
    await reads(ama, 'Efua has breakfast with Kofi.')
    await look(ama)
    await press(ama, 'No, this is not what we wrote')
    await write(ama, 'What is wrong?', 'From Tuesday: Efua works on Mondays.')
    await press(ama, 'Send this to Helen Okafor')
    await reads(ama, /You told Helen Okafor that this is not what you wrote/)
    await becomeSomebody(kwame, address, 'Kwame Osei')
    await follow(kwame, 'Read what was typed in')
    await reads(kwame, /Somebody in your family says that this is not what you wrote/)
    expect(await kwame.getByText('Efua works on Mondays').count()).toBe(0)

    await reads(helen, 'From Tuesday: Efua works on Mondays.')
    await press(helen, 'Type it in again')
    await step.getByLabel('By when').fill('from Tuesday')
    await readBackTo('Ama Osei')

    await reads(ama, 'from Tuesday')
    await press(ama, 'Yes, this is what we wrote')
    await reads(ama, /Your family wrote this plan on paper\. Helen Okafor typed it in/)
    await look(ama)
    await follow(ama, 'Say what you think of the plan')
    await mark(ama, 'Yes, I agree with it')
    await press(ama, 'Save my answer')
    await reads(ama, 'You agree with this plan')
    await reads(helen, /Written on paper by the family, typed in by Helen Okafor/)
    await reads(helen, /^1 of \d have answered this version/)
    expect(wrong).toEqual([])
  },
)
