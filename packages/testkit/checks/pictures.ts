import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { runningServer } from '../src/running-server'
import { joinBySquare, shareInAMinute } from './browser-steps-day'
import { allSaved, becomeSomebody, becomeWorker, follow, mark, openWindows, press, reads, unfold, write } from './browser-windows'

/** A picture larger than this makes the README slow; in bytes. */
const mostBytes = 200_000

/** Makes the ten pictures of the README and the documents, from the demo story on its own morning. */
export async function run(): Promise<number> {
  const folder = join(findProjectRoot(), 'docs', 'pictures')
  await mkdir(folder, { recursive: true })
  const server = await runningServer({ story: true })
  const windows = await openWindows()
  const { story } = server
  const { address } = server.config
  if (story === null) throw new Error('The story was not told')
  let tooLarge = 0
  const take = async (page: Page, name: string) => {
    const path = join(folder, `${name}.png`)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
    const { size } = await stat(path)
    if (size > mostBytes) tooLarge++
    process.stdout.write(`${name}.png ${Math.round(size / 1000)} KB\n`)
  }
  try {
    const laptop = await windows.open('laptop')
    await laptop.goto(address)
    await take(laptop, 'front')
    await becomeWorker(laptop, address, 'Ruth Jenkins')
    await laptop.goto(`${address}/staff/team`)
    await reads(laptop, 'Only you can decide')
    await take(laptop, 'supervisor')
    await becomeWorker(laptop, address, 'Helen Okafor')
    await laptop.goto(`${address}/staff/families/${story.carter.id}`)
    await reads(laptop, 'Mia Carter’s circle')
    await take(laptop, 'family-circle')
    await laptop.goto(`${address}/staff/meetings/${story.carter.meetingId}/times`)
    await laptop.getByRole('list', { name: 'Proposed times, the best first' }).waitFor()
    await laptop.evaluate('document.querySelector(".stone-list").scrollIntoView({ block: "start" }); scrollBy(0, -560)')
    await take(laptop, 'times')
    const day = `${address}/staff/meetings/${story.osei.meetingId}/day`
    await laptop.goto(day)
    await reads(laptop, 'Who is here')
    await take(laptop, 'day')

    const phone = await windows.open('phone')
    await becomeSomebody(phone, address, 'Leanne Walsh')
    await phone.goto(`${address}/f/times/days`)
    await reads(phone, 'When can you usually come?')
    await mark(phone, /^Weekday afternoons/)
    await mark(phone, /^Saturday/)
    await phone.evaluate('document.activeElement.blur()')
    await take(phone, 'when-i-can-come')
    await becomeSomebody(phone, address, 'Carys Hughes')
    await phone.goto(`${address}/f/promises`)
    await reads(phone, 'My promises')
    await take(phone, 'promises')
    await follow(phone, 'Home')
    await follow(phone, /^Looking back at the plan for/)
    await reads(phone, 'When and where')
    await take(phone, 'my-meeting')

    await press(laptop, 'Begin private family time')
    await press(laptop.getByRole('dialog'), 'Every worker is leaving')
    await becomeSomebody(phone, address, 'Ama Osei')
    await follow(phone, 'Go to private family time')
    await press(phone, 'Start our plan')
    const other = await windows.open('phone')
    await becomeSomebody(other, address, 'Efua Mensah')
    await joinBySquare(phone, other, 'Efua Mensah')
    await follow(phone, 'Back')
    await follow(phone, /^A grown-up Kofi knows/)
    await press(phone, 'Add a step')
    await write(phone, 'What will happen?', 'Gran comes at six and has breakfast with Kofi.')
    await write(phone, /^Who does it\?/, 'Gran')
    await write(phone, 'By when, or how often?', 'On the days I work')
    const more = await unfold(phone, 'More about this step')
    await write(more, 'What help do you need for it?', 'A bus pass for Gran.')
    await more.locator('summary').click()
    await allSaved(phone)
    await phone.evaluate('document.activeElement.blur(); scrollTo(0, 190)')
    await take(phone, 'private-time')
    await follow(phone, 'Back to the whole plan')
    await follow(phone, 'Share our plan')
    await press(phone, 'Yes, this is what we want to share')
    await shareInAMinute(phone, server)
    await reads(phone, 'This is what you wrote')
    await follow(phone, 'End private family time')
    await press(phone, 'Yes, end private family time')
    await reads(phone, 'Now everybody looks at it together.')
    await press(laptop, 'Go on to agreeing the plan')
    await reads(laptop, 'The family shows its plan.')
    await phone.goto(`${address}/f/`)
    await follow(phone, 'Look at the plan')
    await follow(phone, 'Say what you think of the plan')
    await reads(phone, 'Yes, I agree with it')
    await phone.getByRole('radio', { name: 'Yes, I agree with it' }).check()
    await take(phone, 'agree')
    return tooLarge === 0 ? 0 : 1
  } finally {
    await windows.close()
    await server.close()
  }
}
