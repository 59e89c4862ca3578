import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { documentId } from '../src/browser'
import { allSaved, becomeWorker, follow, press, reads, unfold, until, write } from './browser-windows'
import type { Journey, Step } from './journey'

/** The meeting itself, and writing in private. */
export const stepsOfTheDay: readonly Step[] = [
  { name: 'Meet', walk: meet },
  { name: 'Write', walk: writeInPrivate },
]

/** Words that no worker may see before the family shares them. */
const ownWords = {
  first: 'Gran comes on Fridays at four.',
  second: 'Mark takes Ruby to school on his days off.',
  late: 'And on Saturdays, too.',
}

async function meet(journey: Journey): Promise<void> {
  const { helen, hannah, mark, windows, address, refusals, meetingAddress } = journey
  const at = `${address}/f/meeting/${meetingAddress.split('/').at(-1)}/day`
  await mark.goto(`${address}/f/`)
  await follow(mark, /^Family meeting about/)
  await follow(mark, /^The day/)
  await reads(mark, 'The date is set.')

  await helen.goto(`${meetingAddress}/day`)
  const second = await windows.open('deafLaptop')
  await becomeWorker(second, address, 'Helen Okafor')
  await second.goto(`${meetingAddress}/day`)
  await second.getByRole('button', { name: 'Begin: welcome' }).waitFor()
  await press(helen, 'Begin: welcome')
  // Live: nobody touches this phone.
  await reads(mark, 'Everybody arrives and says who they are.')
  await press(second, 'Begin: welcome')
  await refusals.on(second, 'changedMeanwhile', 'Somebody else changed this while you were writing.')
  await second.context().close()

  await press(helen, 'Go on to information')
  await reads(mark, 'The workers say what they are worried about')
  const family = ['Hannah Reed', 'Mark Reed', 'Sue Reed']
  for (const name of family) await markWhether(helen, `${name} is not here`)
  await press(helen, 'Begin private family time')
  await press(helen.getByRole('dialog'), 'Every worker is leaving')
  await refusals.on(helen.getByRole('dialog'), 'nobodyInRoom', 'Nobody of the family is here for private family time.')
  await press(helen.getByRole('dialog'), 'Not yet')
  for (const name of family) await markWhether(helen, `${name} is here`)
  await beginPrivateTime(helen)
  await reads(mark, 'No worker can read what your family writes. Your phone shows no names until somebody lets it in.')
  await hannah.goto(at.replace(/meeting.*/, ''))
  await follow(hannah, 'Go to private family time')
}

async function markWhether(page: Page, here: string): Promise<void> {
  await press(page, here)
  await page.getByRole('button', { name: here, pressed: true }).waitFor()
}

/** On the coordinator's page of the day. */
export async function beginPrivateTime(helen: Page): Promise<void> {
  await press(helen, /^(Begin private family time|Go private again)$/)
  await press(helen.getByRole('dialog'), 'Every worker is leaving')
  await reads(helen, 'No worker can read what the family writes. Knock if you must.')
}

async function writeInPrivate(journey: Journey): Promise<void> {
  const { helen, hannah, mark, sue, address, refusals } = journey
  await press(hannah, 'Start our plan')
  await hannah.getByRole('heading', { name: 'What your plan must make sure of' }).waitFor()
  await reads(hannah, 'Only this phone has your plan.')
  await sue.goto(`${address}/f/`)
  await follow(sue, 'Go to private family time')
  await reads(sue, 'Point the camera of this phone at the square')
  await reads(sue, 'It never comes from a worker.')
  const square = await joinBySquare(hannah, sue, 'Sue Reed')
  await sue.getByRole('heading', { name: 'What your plan must make sure of' }).waitFor()
  await mark.goto(square)
  await refusals.on(mark, 'joinEnded', 'This square has been used, or is older than ten minutes. Ask for a new one.')

  await follow(hannah, 'Back')
  await reads(hannah, /^Only these people can read this: .*No worker can\./)
  await reads(hannah, 'Who is signed in')
  await writeStep(hannah, /^A grown-up looks after Alfie/, 1, {
    'What will happen?': ownWords.first,
    'Who does it?': 'Sue',
    'By when, or how often?': 'Every Friday',
  })
  await allSaved(hannah)
  await follow(sue, /^A grown-up looks after Alfie/)
  await arrives(sue, ownWords.first)
  await follow(sue, 'Back to the whole plan')
  await writeStep(sue, /^Ruby is at school/, 1, {
    'What will happen?': ownWords.second,
    'Who does it?': 'Mark',
    'By when, or how often?': 'From Monday',
  })
  const more = await unfold(sue, 'More about this step')
  await write(more, /^What help do you need for it\?/, 'A bus pass for Ruby.')
  await allSaved(sue)
  await follow(hannah, 'Back to the whole plan')
  await follow(hannah, /^Ruby is at school/)
  await arrives(hannah, ownWords.second)
  await workersSeeNothing(journey)
  await press(helen, 'Go on to agreeing the plan')
  await refusals.on(helen, 'stillPrivate', 'The family is still in private family time.')

  await follow(hannah, 'Back to the whole plan')
  await follow(hannah, 'Share our plan')
  await reads(hannah, 'This is what the workers will see')
  await reads(hannah, ownWords.second)
  await write(sue, /^How will you know that it works\?/, ownWords.late)
  await allSaved(sue)
  await press(hannah, 'Yes, this is what we want to share')
  await press(hannah, 'Show everybody, then share')
  await refusals.on(hannah, 'draftMoved', 'Somebody has written more since you looked.')
  await press(hannah, 'Look again')
  await reads(hannah, ownWords.late)
  await press(hannah, 'Yes, this is what we want to share')
  await press(hannah, 'Show everybody, then share')
  await reads(sue, 'Your plan is about to be shared')
  await press(sue, 'Not yet')
  for (const page of [hannah, sue]) await reads(page, 'Somebody wants more time')
  await press(hannah, 'Yes, this is what we want to share')
  await shareInAMinute(hannah, journey)
  for (const page of [hannah, sue]) {
    await reads(page, 'Your plan is shared')
    await reads(page, 'This is what you wrote')
  }
  await endPrivateTime(journey)
  await helen.goto(`${journey.meetingAddress}/plan`)
  await reads(helen, ownWords.first)
}

/** A phone shows its plan to everybody; nobody says "Not yet" for a minute, and it shares by itself. */
export async function shareInAMinute(page: Page, { minutePasses }: Pick<Journey, 'minutePasses'>): Promise<void> {
  await press(page, 'Show everybody, then share')
  await reads(page, 'Your plan is about to be shared')
  await minutePasses()
  // The phone is back, and asks how many seconds are left.
  await page.evaluate('dispatchEvent(new Event("online"))')
}

/** A phone joins by the square on the screen of the first that is in; gives the square's address. */
export async function joinBySquare(from: Page, to: Page, name: string): Promise<string> {
  await follow(from, 'Let another phone in')
  await reads(from, 'No worker may join.')
  const square = await readSquare(from)
  await to.goto(square)
  await press(from, 'Yes, let this phone in')
  await reads(from, `${name} is in.`)
  return square
}

const takeApart = `async (base64) => {
  const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }))
  const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')
  drawing.drawImage(image, 0, 0)
  const pixels = drawing.getImageData(0, 0, image.width, image.height)
  return { width: image.width, height: image.height, data: btoa(Array.from(pixels.data, (byte) => String.fromCharCode(byte)).join('')) }
}`

/** The other phone's camera: the address that the square on the screen holds. Like a camera it looks until it has read it. */
function readSquare(page: Page): Promise<string> {
  const square = page.getByRole('img', { name: 'A square for the camera of another phone' })
  return until('a square that a camera can read', async () => {
    // Chromium itself takes the picture apart.
    const { width, height, data } = (await page.evaluate(
      `(${takeApart})(${JSON.stringify((await square.screenshot()).toString('base64'))})`,
    )) as { width: number; height: number; data: string }
    return jsqr(new Uint8ClampedArray(Buffer.from(data, 'base64')), width, height)?.data ?? null
  })
}

async function writeStep(page: Page, thing: RegExp, number: number, words: Record<string, string>): Promise<void> {
  await follow(page, thing)
  await press(page, /^Add (a|another) step$/)
  await page.getByRole('heading', { name: `Step ${number}` }).waitFor()
  for (const [label, said] of Object.entries(words))
    await page
      .getByLabel(label)
      .nth(number - 1)
      .fill(said)
}

/** Waits until words of another phone stand in a field here. */
async function arrives(page: Page, words: string): Promise<void> {
  await until(`"${words}" on the other phone`, async () => {
    const fields = await page.getByRole('textbox').all()
    return (await Promise.all(fields.map((field) => field.inputValue()))).includes(words) ? true : null
  })
}

/** The worker's window is plum and holds no word; her own questions to the server get nothing. */
async function workersSeeNothing({ helen, priya, ruth, meetingAddress }: Journey): Promise<void> {
  const meetingId = meetingAddress.split('/').at(-1) ?? ''
  for (const page of [helen, priya, ruth]) {
    await page.goto(`${meetingAddress}/day`)
    await reads(page, 'No worker can read what the family writes. Knock if you must.')
    if ((await page.locator('body.plum-page').count()) === 0) throw new Error('A worker’s window is not plum')
    for (const part of ['day', 'plan', 'promises', 'pack']) {
      await page.goto(`${meetingAddress}/${part}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const text = await page.content()
      const word = Object.values(ownWords).find((words) => text.includes(words))
      if (word) throw new Error(`A worker’s page holds “${word}”`)
    }
    const answer = await page.evaluate(
      async ({ id, variables }) =>
        (
          await fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ extensions: { documentId: id }, variables }),
          })
        ).json() as unknown,
      { id: documentId('MyRoom'), variables: { meetingId } },
    )
    if (JSON.stringify(answer) !== '{"data":{"myRoom":null}}')
      throw new Error(`A worker’s question for the private room was answered: ${JSON.stringify(answer)}`)
    await page.goto(`${meetingAddress}/day`)
  }
}

/** The family ends it; then the coordinator goes on. */
async function endPrivateTime({ hannah, helen, meetingAddress }: Journey): Promise<void> {
  await follow(hannah, 'End private family time')
  await press(hannah, 'Yes, end private family time')
  await reads(hannah, 'Your plan is shared. Now everybody looks at it together.')
  await helen.goto(`${meetingAddress}/day`)
  await press(helen, 'Go on to agreeing the plan')
  await reads(helen, 'The family shows its plan.')
}

/** A second private family time, in which the family adds a step and shares the whole again. */
export async function goPrivateAgain(journey: Journey, words: string): Promise<void> {
  const { helen, hannah, sue, address, meetingAddress } = journey
  await helen.goto(`${meetingAddress}/day`)
  await beginPrivateTime(helen)
  await hannah.goto(`${address}/f/`)
  await follow(hannah, 'Go to private family time')
  await press(hannah, 'Start our plan')
  await joinBySquare(hannah, sue, 'Sue Reed')
  await follow(hannah, 'Back')
  await writeStep(hannah, /^A grown-up looks after Alfie/, 2, {
    'What will happen?': words,
    'Who does it?': 'Hannah',
    'By when, or how often?': 'Every night',
  })
  await allSaved(hannah)
  await follow(hannah, 'Back to the whole plan')
  await follow(hannah, 'Share our plan')
  await reads(hannah, ownWords.first)
  await press(hannah, 'Yes, this is what we want to share')
  await shareInAMinute(hannah, journey)
  await reads(hannah, 'This is what you wrote')
  await endPrivateTime(journey)
}
