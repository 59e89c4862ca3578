import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { dateFrom } from '../src/story-moments'
import { participant } from './browser-steps-before'
import { follow, mark, pick, press, reads, unfold, until, write } from './browser-windows'
import type { Journey, Step } from './journey'

const now = new Date()

/** When people can come, the time that fits, and the invitations. */
export const stepsOfTimes: readonly Step[] = [
  { name: 'When can you come?', walk: whenCanYouCome },
  { name: 'Find the time', walk: findTheTime },
  { name: 'Invite', walk: invite },
]

async function whenCanYouCome(journey: Journey): Promise<void> {
  const { helen, hannah, mark: marksPhone, sue, lee, refusals, meetingAddress } = journey
  await helen.goto(`${meetingAddress}/people`)

  const link = await makeLink(helen, 'Hannah Reed')
  await tryCode(hannah, link.address, wrong(link.code))
  await refusals.on(hannah, 'codeWrong', 'That is not the code. Look at it again')
  await typeCode(hannah, link.code)
  await follow(hannah, 'See more and say when you can come')
  await follow(hannah, 'Say when I can come')
  await follow(hannah, /^An ordinary week/)
  await mark(hannah, /^Weekday afternoons/)
  await mark(hannah, /^Saturday/)
  await reads(hannah, 'Saved. Only Helen Okafor sees this.')
  await follow(hannah, 'Go on')
  await mark(hannah, /^By video/)
  await follow(hannah, 'Go on')
  await write(hannah, 'First day', dateFrom(now, 30))
  await write(hannah, 'Last day', dateFrom(now, 32))
  await press(hannah, 'Add these days')
  await reads(hannah, /^Added: /)
  await follow(hannah, 'See my month')
  await reads(hannah, /^Monday to Friday/)
  await follow(hannah, 'That is all. Go home')

  // After a few wrong codes the page waits; a newer link ends the one before it.
  const closed = await makeLink(helen, 'Sue Reed')
  await sue.goto(closed.address)
  for (let times = 1; times <= 3; times++) await typeCode(sue, wrong(closed.code))
  await refusals.on(sue, 'codeTooOften', 'That was a few wrong codes, so this page waits a little to keep you safe.')
  const older = await makeLink(helen, 'Sue Reed')
  await sue.goto(older.address)
  const newer = await makeLink(helen, 'Sue Reed')
  await typeCode(sue, older.code)
  await refusals.on(sue, 'linkEnded', 'This link has ended, or a newer one took its place.')
  await tryCode(sue, newer.address, newer.code)
  await sue.goto(`${journey.address}/f/times/days`)
  await mark(sue, /^Weekday afternoons/)
  await mark(sue, /^Weekday mornings/)
  await reads(sue, 'Saved. Only Helen Okafor sees this.')

  await sayForMark(journey)
  const forMark = await makeLink(helen, 'Mark Reed')
  await tryCode(marksPhone, forMark.address, forMark.code)
  const forLee = await makeLink(helen, 'Lee Cole')
  await tryCode(lee, forLee.address, forLee.code)
  await reads(lee, 'There is no day for the meeting yet.')
}

/** Mark is at work: he rings, and Helen types what he says. */
async function sayForMark({ helen, refusals }: Journey): Promise<void> {
  const form = await unfold(participant(helen, 'Mark Reed'), 'Say for them when they can come')
  await write(form, 'From', '09:00')
  await write(form, 'To', '20:00')
  await press(form, 'Save these times')
  await refusals.on(form, 'noDayChosen', 'Please choose at least one day of the week.')
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) await mark(form, day)
  await write(form, 'To', '08:00')
  await press(form, 'Save these times')
  await refusals.on(form, 'endBeforeStart', 'The end has to be after the start.')
  await write(form, 'To', '20:00')
  await form.getByRole('checkbox', { name: 'In the room' }).uncheck()
  await press(form, 'Save these times')
  await refusals.on(form, 'noWayChosen', 'Please choose at least one way of taking part.')
  await mark(form, 'In the room')
  await press(form, 'Save these times')
  await reads(participant(helen, 'Mark Reed'), 'Has said when they can come')
}

async function findTheTime({ helen, refusals, meetingAddress }: Journey): Promise<void> {
  await helen.goto(`${meetingAddress}/times`)
  await write(helen, 'How long, in minutes', '17')
  await press(helen, 'Look for times')
  await refusals.on(helen, 'timeImpossible', /^Write how long in whole minutes/)
  await write(helen, 'How long, in minutes', '120')
  await write(helen, 'To this day', dateFrom(now, 900))
  await press(helen, 'Look for times')
  await refusals.on(helen, 'windowTooLong', 'That is too many weeks to look through at once.')
  await write(helen, 'To this day', dateFrom(now, 50))
  await press(helen, 'Look for times')
  const best = helen.getByRole('list', { name: 'Proposed times, the best first' }).getByRole('listitem').first()
  for (const name of ['Hannah Reed', 'Mark Reed', 'Sue Reed']) await reads(best, new RegExp(`Can come:.*${name}.*in the room`))
  await reads(best, /(Lee Cole and Ruby Reed|Ruby Reed and Lee Cole) have not said yet when they can come: that is not a no/)

  const byHand = await unfold(helen, 'Choose a time by hand')
  await write(byHand, 'Day', dateFrom(now, -3))
  await write(byHand, 'Begins at', '14:00')
  await press(byHand, 'Look at this time')
  await refusals.on(byHand, 'dateGone', 'That day has gone by.')
  await write(byHand, 'Day', dateFrom(now, 31))
  await press(byHand, 'Look at this time')
  await byHand
    .getByRole('button', { name: 'Book it all the same' })
    .or(byHand.getByRole('button', { name: /^Choose this time/ }))
    .waitFor()

  await press(best, /^Choose this time/)
  const book = helen.getByRole('dialog')
  await write(book, 'Where, in words', 'Willow Family Hub, the garden room')
  await press(book, 'Book it')
  await helen.getByRole('heading', { name: 'Invitations' }).waitFor()
}

async function invite(journey: Journey): Promise<void> {
  const { helen, hannah, mark: marksPhone, sue, lee, refusals, outbox, meetingAddress, address } = journey
  await helen.goto(`${meetingAddress}/times`)
  await press(helen, 'Send the invitations')
  await reads(helen, '4 invitations are on their way.')
  for (const name of ['Hannah Reed', 'Mark Reed', 'Sue Reed', 'Lee Cole']) {
    const letter = await letterTo(outbox, name, 'Family meeting on')
    if (letter.includes('Willow Family Hub')) throw new Error(`The letter to ${name} gives the address before they are coming`)
    for (const other of ['Hannah Reed', 'Mark Reed', 'Sue Reed', 'Lee Cole'])
      if (other !== name && letter.includes(other)) throw new Error(`The letter to ${name} names ${other}`)
  }

  for (const [page, way] of [
    [hannah, /^In the room/],
    [marksPhone, /^In the room/],
    [sue, /^In the room/],
  ] as const) {
    await page.goto(`${address}/f/`)
    await follow(page, 'Say if you can come')
    await mark(page, 'Yes, I am coming')
    await mark(page, way)
    await press(page, 'Save my answer')
    await reads(page, 'You are coming')
    await page.goto(`${address}/reply`)
    await reads(page, 'Willow Family Hub, the garden room')
  }

  await lee.goto(`${address}/reply`)
  await reads(lee, 'You see the place here once you say you are coming in the room.')
  await press(lee, 'Send my answer')
  await reads(lee, 'Choose one of the answers.')
  await mark(lee, 'I cannot come, but I will send what I think')
  await press(lee, 'Send my answer')
  await reads(lee, 'Thank you. Your answer is saved.')
  await reads(lee, 'You are sending what you think')

  await helen.goto(`${meetingAddress}/people`)
  const card = participant(helen, 'Lee Cole')
  await reads(card, /^Sending views/)
  const stands = await unfold(card, 'Write down how they stand')
  await pick(stands, 'How do they stand?', 'Coming')
  await pick(stands, 'How do they take part?', 'In the room')
  await press(stands, 'Save')
  await refusals.on(stands, 'keptApart', 'This would put two people together who are kept apart.')
}

/** A link with its code, read from the coordinator's page. */
async function makeLink(page: Page, name: string): Promise<{ address: string; code: string }> {
  const form = await unfold(participant(page, name), 'Make a sign-in link for them')
  const shown = form.getByRole('status')
  const before = await shown.innerText()
  await press(form, 'Make a link')
  return until(`a new link for ${name}`, async () => {
    const text = await shown.innerText()
    const address = /https?:\/\/\S+\/p\/\S+/.exec(text)?.[0]
    const code = /\b(\d{4}) (\d{4})\b/.exec(text)
    return address && code && text !== before ? { address, code: `${code[1]}${code[2]}` } : null
  })
}

const wrong = (code: string) => (code === '11111111' ? '22222222' : '11111111')

async function tryCode(page: Page, address: string, code: string): Promise<void> {
  await page.goto(address)
  await typeCode(page, code)
}

async function typeCode(page: Page, code: string): Promise<void> {
  await write(page, 'What is your code?', code)
  await press(page, 'Open my page')
}

/** The newest message to somebody whose subject begins so, once it is in the outbox. */
export function letterTo(outbox: string, name: string, subject: string): Promise<string> {
  return until(`a letter to ${name}`, async () => {
    const files = (await readdir(outbox))
      .filter((file) => file.endsWith('.txt'))
      .toSorted()
      .toReversed()
    for (const file of files) {
      const letter = await readFile(join(outbox, file), 'utf8')
      if (letter.startsWith(`To: ${name} <`) && letter.includes(subject)) return letter
    }
    return null
  })
}
