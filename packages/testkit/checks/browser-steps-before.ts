import type { Page } from 'playwright-core'
import { dateFrom } from '../src/story-moments'
import { becomeWorker, follow, mark, pick, press, reads, unfold, write } from './browser-windows'
import type { Journey, Step } from './journey'

const now = new Date()

/** Opening a family, why it meets, and meeting each person. */
export const stepsBefore: readonly Step[] = [
  { name: 'Open a family', walk: openFamily },
  { name: 'Say why', walk: sayWhy },
  { name: 'Meet each person', walk: meetEachPerson },
]

async function openFamily(journey: Journey): Promise<void> {
  const { priya, helen, ruth, refusals } = journey
  await follow(priya, 'Families')
  await follow(priya, 'Open a family')
  await press(priya, 'Open this family')
  await refusals.on(priya, 'wordsMissing', 'Please write something here.')
  await write(priya, 'What do you call this family?', 'The Reed family')
  await write(priya, 'Name of child 1', 'Ruby Reed')
  await press(priya, 'Open this family')
  await refusals.on(priya, 'dateImpossible', 'That is not a day in the calendar.')
  await write(priya, 'Born on (child 1)', dateFrom(now, -3300))
  await press(priya, 'Another child')
  await write(priya, 'Name of child 2', 'Alfie Cole')
  await write(priya, 'Born on (child 2)', dateFrom(now, -600))
  await write(priya, 'Time zone', 'Europe/Lundon')
  await press(priya, 'Open this family')
  await refusals.on(priya, 'zoneUnknown', 'That is not a time zone we know.')
  await write(priya, 'Time zone', 'Europe/London')
  await press(priya, 'Open this family')
  await priya.getByRole('heading', { level: 1, name: 'The Reed family' }).waitFor()
  journey.familyAddress = priya.url()

  await addPerson(priya, 'Hannah Reed', {
    'Ruby Reed': { kind: 'Mother', basis: 'Birth certificate' },
    'Alfie Cole': { kind: 'Mother', basis: 'Birth certificate' },
  })
  await addPerson(priya, 'Mark Reed', { 'Ruby Reed': { kind: 'Father', basis: 'Birth certificate' } })
  await addPerson(priya, 'Lee Cole', { 'Alfie Cole': { kind: 'Father', basis: 'Court order' } })
  await addPerson(priya, 'Sue Reed', {
    'Ruby Reed': { kind: 'Grandparent', through: 'Hannah Reed' },
    'Alfie Cole': { kind: 'Grandparent', through: 'Hannah Reed' },
  })
  for (const [name, phone] of [
    ['Hannah Reed', '07700 900301'],
    ['Mark Reed', '07700 900302'],
    ['Lee Cole', '07700 900303'],
    ['Sue Reed', '07700 900304'],
  ] as const) {
    await addPhone(priya, name, phone)
  }
  await nameParent(priya, 'Ruby Reed', 'Mum', 'Hannah Reed')
  await nameParent(priya, 'Alfie Cole', 'Mum', 'Hannah Reed')
  await nameParent(priya, 'Ruby Reed', 'Dad', 'Mark Reed')
  await tryUnknownParent(journey)
  await nameParent(priya, 'Alfie Cole', 'Dad', 'Lee Cole')

  await ruth.goto(journey.familyAddress)
  const allocate = await unfold(ruth, 'Put somebody on this family')
  await pick(allocate, 'Who?', 'Helen Okafor, Family meeting coordinator (North team)')
  await pick(allocate, 'As what?', 'Coordinator')
  await press(allocate, 'Put them on')
  await reads(ruth.getByRole('listitem'), /^Coordinator: Helen Okafor/)

  await priya.reload()
  const start = await unfold(priya, 'Start a meeting')
  await press(start, 'Start this meeting')
  await priya.getByRole('navigation', { name: 'Parts of this meeting' }).waitFor()
  journey.meetingAddress = priya.url()

  await helen.goto(`${journey.meetingAddress}/people`)
  for (const [name, need] of [
    ['Ruby Reed', 'Hoped for'],
    ['Hannah Reed', 'Must be there'],
    ['Mark Reed', 'Must be there'],
    ['Sue Reed', 'The child asks for them'],
    ['Lee Cole', 'Hoped for'],
  ] as const) {
    const add = await unfold(helen, 'Add somebody to this meeting')
    await pick(add, 'Who?', name)
    await pick(add, 'How much are they needed?', need)
    await press(add, 'Add them')
    await participant(helen, name).waitFor()
  }
  await keepApart(journey)
}

/** Two fathers are kept apart: from then on nothing goes out, until the manager has recorded what makes it safe. */
async function keepApart(journey: Journey): Promise<void> {
  const { priya, helen, ruth, windows, address, refusals, familyAddress, meetingAddress } = journey
  const before = await windows.open('deafLaptop')
  await becomeWorker(before, address, 'Helen Okafor')
  await before.goto(`${meetingAddress}/people`)
  await unfold(participant(before, 'Hannah Reed'), 'Make a sign-in link for them')

  await priya.goto(familyAddress)
  const form = await unfold(priya, 'Mark two people as kept apart')
  await press(form, 'Keep them apart')
  await reads(form, 'Not saved')
  await pick(form, 'One person', 'Mark Reed')
  await pick(form, 'The other person', 'Lee Cole')
  await press(form, 'Keep them apart')
  await refusals.on(form, 'choiceUnknown', 'Please choose one of the answers.')
  await mark(form, /^Not in the same room/)
  await mark(form, /^Not in the same building/)
  await pick(form, 'Who is at risk?', 'Mark Reed')
  await press(form, 'Keep them apart')
  await reads(form, 'Saved.')

  await press(before, 'Make a link')
  await refusals.on(before, 'safetyFirst', 'Two people are kept apart. A manager has to record the safety decision first.')
  await before.context().close()
  await helen.reload()
  await reads(helen, 'Safety first: nothing can go out yet')
  if ((await participant(helen, 'Hannah Reed').locator('summary', { hasText: 'Make a sign-in link for them' }).count()) > 0)
    throw new Error('A link is offered before the safety decision')

  await ruth.goto(meetingAddress)
  const decision = await unfold(ruth, 'Record the safety decision')
  await write(decision, 'What did the person at risk say, on their own?', 'Mark says he is safe if Lee is not in the building.')
  await write(decision, 'Which orders and bail were checked?', 'No orders and no bail. Police checked.')
  await write(decision, 'What did a specialist advise?', 'Domestic abuse adviser: not in one building.')
  await write(decision, 'What shape does the meeting have?', 'Mark in the room. Lee sends what he thinks.')
  await write(decision, 'How does everybody arrive and leave?', 'Everybody by the garden door, at their own time.')
  await write(decision, 'What happens if somebody comes anyway?', 'Helen stops the meeting and rings 999.')
  await press(decision, 'Record this decision')
  await reads(ruth, /^Safety decision by Ruth Jenkins/)
}

async function sayWhy({ priya, helen, ruth, refusals, meetingAddress }: Journey): Promise<void> {
  await priya.goto(`${meetingAddress}/why`)
  await addUnder(priya, 'Add what is going well', 'Something that is going well', 'Ruby reads to Alfie every evening.')
  await addUnder(priya, 'Add a worry', 'A worry', 'Alfie was alone in the flat twice in May.')
  const tooMuch = await unfold(priya, 'Add a worry')
  await write(tooMuch, 'A worry', 'too long '.repeat(600))
  await press(tooMuch, 'Add a worry')
  await refusals.on(priya, 'wordsTooLong', 'That is more than fits here.')
  await addUnder(priya, 'Add a question', 'A question for the family', 'Who can be there on Friday nights?')
  await addUnder(priya, 'Add help or money', 'Something on offer', 'A place at nursery, three mornings a week.')
  const must = 'Add something the plan must make sure of'
  for (const words of ['A grown-up looks after Alfie, day and night.', 'Ruby is at school on time every day.']) {
    const form = await unfold(priya, must)
    await write(form, 'The plan must make sure that…', words)
    await press(form, 'Add this')
    await reads(priya.getByRole('listitem'), words)
  }
  await reads(priya, 'a manager has not agreed yet')

  await ruth.goto(`${meetingAddress}/why`)
  await press(ruth, 'Agree to this')
  await reads(ruth, 'agreed by Ruth Jenkins')
  await press(ruth, 'Agree to this')
  await ruth.getByRole('button', { name: 'Agree to this' }).waitFor({ state: 'detached' })

  await helen.goto(`${meetingAddress}/why`)
  const give = await unfold(helen, 'I have given these to the family')
  await press(give, 'Save the day')
  await reads(helen, /given to the family on/)
}

async function meetEachPerson({ helen, meetingAddress }: Journey): Promise<void> {
  await helen.goto(`${meetingAddress}/people`)
  for (const [name, wants] of [
    ['Hannah Reed', 'Yes, with her mum there.'],
    ['Mark Reed', 'Yes. He does four nights on, four off.'],
    ['Sue Reed', 'Of course.'],
    ['Ruby Reed', 'Yes, if Gran sits beside me.'],
    ['Lee Cole', 'He would rather write.'],
  ] as const) {
    const card = participant(helen, name)
    await reads(card, 'Not asked yet')
    const talk = await unfold(card, 'Talk with them, and type as you talk')
    await reads(talk, /Do you want to take part\?/)
    await write(talk, 'Do they want to take part?', wants)
    await write(talk, 'Is it safe?', 'Yes.')
    await write(talk, 'How may they be reached?', 'By text, after six.')
    await press(talk, 'Save what they said')
    await reads(card, /^Talked with on/)
    await reads(card, /^Asked/)
    await talk.locator('> summary').click()
  }
}

/** Somebody on the list of a meeting, with everything one may do for them. */
export function participant(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) })
}

async function addUnder(page: Page, button: string, label: string, words: string): Promise<void> {
  const form = await unfold(page, button)
  await write(form, label, words)
  await press(form, button)
  await reads(page.getByRole('listitem'), words)
}

async function addPerson(
  page: Page,
  name: string,
  relations: Record<string, { kind: string; through?: string; basis?: string }>,
): Promise<void> {
  const form = await unfold(page, 'Add a person')
  await write(form, 'Name', name)
  for (const [child, { kind, through, basis }] of Object.entries(relations)) {
    await pick(form, `What are they to ${child}?`, kind)
    if (through) await pick(form, `Through whom do they belong to ${child}?`, through)
    if (basis) {
      await mark(form, `They have parental responsibility for ${child}`)
      await form
        .locator('.choice-more')
        .filter({ hasText: `responsibility for ${child}` })
        .getByLabel('How is that known?')
        .fill(basis)
    }
  }
  await press(form, 'Add this person')
  await page.getByRole('table', { name: 'Everybody of this family' }).getByText(name, { exact: true }).first().waitFor()
}

async function addPhone(page: Page, name: string, number: string): Promise<void> {
  const form = await unfold(page, 'Add how somebody may be reached')
  await pick(form, 'Whose?', name)
  await write(form, 'Number, email or address', number)
  await mark(form, 'Yes, at any time or as the note says')
  await press(form, 'Add this')
  await reads(page.getByRole('table', { name: 'Everybody of this family' }), number)
}

const parentsOf = (page: Page, child: string) => page.locator('.card').filter({ has: page.getByRole('heading', { level: 3, name: child }) })

async function nameParent(page: Page, child: string, label: string, name: string): Promise<void> {
  const form = await unfold(page, `Add a parent of ${child}`)
  await write(form, 'Who is this parent?', label)
  await pick(form, 'Which person?', name)
  await pick(form, 'How can they be found?', 'Can be reached')
  await press(form, 'Save this parent')
  await reads(parentsOf(page, child), new RegExp(`^${label}: ${name}`))
}

async function tryUnknownParent({ priya, refusals }: Journey): Promise<void> {
  const form = await unfold(priya, 'Add a parent of Alfie Cole')
  await write(form, 'Who is this parent?', 'Dad')
  await pick(form, 'Which person?', 'Lee Cole')
  await pick(form, 'How can they be found?', 'Not known')
  await write(form, 'Why is it so?', 'Nobody has asked yet.')
  await press(form, 'Save this parent')
  await refusals.on(form, 'parentHasPerson', 'A parent who is not known cannot be one of the people here.')
}
