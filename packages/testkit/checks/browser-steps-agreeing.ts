import type { Page } from 'playwright-core'
import { dateFrom } from '../src/story-moments'
import { goPrivateAgain } from './browser-steps-day'
import { letterTo } from './browser-steps-times'
import { follow, mark, pick, press, reads, unfold, write } from './browser-windows'
import type { Journey, Step } from './journey'

const now = new Date()

/** Agreeing the plan and keeping it. */
export const stepsOfAgreeing: readonly Step[] = [
  { name: 'Agree', walk: agree },
  { name: 'Keep it', walk: keepIt },
]

const added = 'Hannah rings Gran when she is too tired.'

async function agree(journey: Journey): Promise<void> {
  const { priya, helen, hannah, sue, refusals, meetingAddress, address } = journey
  await answer(hannah, address, 'I am not happy with it yet', 'Who do I ring at night?')
  await answer(sue, address, 'Yes, I agree with it', '')
  await sue.goto(`${address}/f/`)
  if ((await sue.content()).includes('Who do I ring at night?')) throw new Error('An answer can be read by somebody else')

  await helen.goto(`${meetingAddress}/plan`)
  await reads(helen, /^2 of \d have answered this version\.$/)
  const slip = await unfold(helen, 'Write down an answer')
  await pick(slip, 'Whose answer', 'Mark Reed')
  await mark(slip, /^Yes$/)
  await mark(slip, 'On a slip of paper')
  await press(slip, 'Save this answer')
  await reads(helen, /^3 of \d have answered this version\.$/)
  await reads(helen.getByRole('table', { name: 'Answers to this version' }), 'Who do I ring at night?')

  await priya.goto(`${meetingAddress}/plan`)
  const whole = await unfold(card(priya, 'The plan as a whole'), 'Answer this')
  await mark(whole, 'Somebody else decides')
  await press(whole, 'Save this answer')
  await refusals.on(whole, 'deciderMissing', 'Please say who decides, and by when.')
  await mark(whole, 'Not yet')
  await mark(whole, 'I have said this aloud to the family')
  await press(whole, 'Save this answer')
  await refusals.on(whole, 'answerNeedsReason', 'A no, or a not yet, needs its reason.')
  await write(whole, 'Why', 'Nobody is named for the nights.')
  await write(whole, 'What would make it a yes', 'A name for the nights.')
  await press(whole, 'Save this answer')
  await reads(card(priya, 'The plan as a whole'), 'It would be a yes if:')
  await openPlan(hannah, address)
  await reads(hannah, 'A name for the nights.')

  await goPrivateAgain(journey, added)
  await helen.goto(`${meetingAddress}/plan`)
  await reads(helen, added)
  await reads(helen, /^0 of \d have answered this version\.$/)
  await priya.goto(`${meetingAddress}/plan`)
  const again = await unfold(card(priya, 'The plan as a whole'), 'Answer this')
  await mark(again, /^Yes$/)
  await press(again, 'Save this answer')
  await reads(card(priya, 'The plan as a whole'), /^Priya Shah,/)
  const request = await unfold(card(priya, 'A bus pass for Ruby.'), 'Answer this')
  await mark(request, /^Yes$/)
  await press(request, 'Save this answer')
  await reads(card(priya, 'A bus pass for Ruby.'), /^Priya Shah,/)
  await answer(hannah, address, 'Yes, I agree with it', '')
  await answer(sue, address, 'Yes, I agree with it', '')
  await helen.reload()
  await reads(helen, /^2 of \d have answered this version\.$/)

  await helen.goto(`${meetingAddress}/day`)
  const end = await unfold(helen, 'End the meeting')
  await mark(end, /^With a plan/)
  await press(end, 'End the meeting')
  await refusals.on(end, 'wordsMissing', 'Please write something here.')
  await write(end, 'What happens next', 'We look at the plan again in twelve weeks.')
  await press(end, 'End the meeting')
  await reads(helen, 'This meeting ended with a plan.')
  await helen.goto(`${meetingAddress}/plan`)
  await reads(helen, /^2 of \d have answered this version\.$/)
  if ((await helen.getByRole('table', { name: 'Answers to this version' }).count()) > 0)
    throw new Error('The coordinator still reads answers after the ending')
}

async function keepIt(journey: Journey): Promise<void> {
  const { priya, helen, ruth, hannah, windows, outbox, meetingAddress, address } = journey
  await helen.goto(`${meetingAddress}/promises`)
  await promise(helen, /^Make a promise of: Hannah rings Gran/, 'Hannah Reed, family', dateFrom(now, 63))
  await promise(helen, /^Make a promise of: Mark takes Ruby/, 'Priya Shah, social worker for the council', dateFrom(now, 56))
  await priya.goto(`${meetingAddress}/promises`)
  await press(priya, /^Yes, I promise: Mark takes Ruby/)
  await priya.getByRole('button', { name: /^Yes, I promise/ }).waitFor({ state: 'detached' })
  await hannah.goto(`${address}/f/promises`)
  await follow(hannah, /^Hannah rings Gran/)
  await press(hannah, 'Yes, I promise this')
  await reads(hannah, 'How is it going?')

  await press(helen, 'Send the messages')
  await reads(helen, '1 message was sent.')
  const letter = await letterTo(outbox, 'Hannah Reed', 'your name beside it')
  const link = /https?:\/\/\S+\/a\/\S+/.exec(letter)?.[0]
  if (link === undefined) throw new Error('The message has no link')
  const plain = await windows.open('plainPhone')
  await plain.goto(link)
  await write(plain, /^Anything you want to say/, 'I have no credit on my phone.')
  await press(plain, 'I need a hand')
  await reads(plain, 'Thank you. It is saved.')

  const day = dateFrom(now, 100)
  await write(helen, 'Day', day)
  await write(helen, 'Begins at', '14:00')
  await press(helen, 'Book the review')
  await helen.getByRole('link', { name: /^Review on/ }).waitFor()

  await ruth.getByRole('link', { name: 'Team' }).click()
  await reads(ruth, 'What is stuck now, for how long, and in whose hands.')
  const stuck = ruth.getByRole('listitem').filter({ hasText: added })
  await reads(stuck, 'Needs a hand')
  await reads(stuck, 'The Reed family')

  await follow(helen, /^Review on/)
  await follow(helen.getByRole('navigation', { name: 'Parts of this meeting' }), 'Plan')
  await reads(helen, 'The plan of last time, and what happened')
  await reads(helen, 'Gran comes on Fridays at four.')
  await reads(helen, 'I have no credit on my phone.')
  await reads(helen, 'Needs a hand')
  await follow(helen.getByRole('navigation', { name: 'Parts of this meeting' }), 'Print')
  await helen.getByRole('button', { name: 'Print the pack' }).waitFor()
  await reads(helen, /^Day sheet/)
  await reads(helen, 'What I say to the plan')
}

const card = (page: Page, heading: string) => page.locator('.card').filter({ has: page.getByRole('heading', { level: 3, name: heading }) })

async function openPlan(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/f/`)
  await follow(page, 'Look at the plan')
}

/** Somebody of the family answers on their own screen. */
async function answer(page: Page, address: string, said: string, why: string): Promise<void> {
  await openPlan(page, address)
  await follow(page, 'Say what you think of the plan')
  await mark(page, said)
  await write(page, /^(Why|What would have to change)\? Only if you like/, why)
  await press(page, 'Save my answer')
  await page.getByRole('link', { name: 'Change my answer' }).waitFor()
}

async function promise(page: Page, step: RegExp, owner: string, dueOn: string): Promise<void> {
  await press(page, step)
  const dialog = page.getByRole('dialog')
  await pick(dialog, 'Who promises', owner)
  await write(dialog, 'By which day', dueOn)
  await press(dialog, 'Make this promise')
  await dialog.waitFor({ state: 'detached' })
}
