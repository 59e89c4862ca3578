import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Config } from '@kinplan/server/platform/config'
import { Browser } from '../src/browser'
import { workers } from '../src/cast'
import { enginesToTest, filledConfig } from '../src/clean-database'
import { freePort } from '../src/running-server'
import { toldStory } from '../src/told-story'
import { backUp, type Backup } from './accidents-backup'
import { Phone } from './accidents-phone'
import { joinBySquare } from './browser-steps-day'
import { openByCard, startOnSharedTablet } from './browser-steps-rescue'
import { allSaved, savedWords, follow, press, until } from './browser-windows'
import { serverProcess } from './edge-processes'

const accidents = [
  'tabClosed',
  'battery',
  'reload',
  'offlineReload',
  'leave',
  'secondTab',
  'sessionEnded',
  'serverKilled',
  'storageRefused',
  'backup',
] as const
type Accident = (typeof accidents)[number]
const moments = ['midWord', 'afterSaved'] as const
const settings = ['alone', 'twoPhones', 'sharedTablet'] as const
/** What a tablet suffers that keeps no key: all that closes its page, and a backup. */
const accidentsOfTablet: ReadonlySet<Accident> = new Set(['tabClosed', 'battery', 'reload', 'backup'])

/** One accident, to whom and when. `keepsNothing`: the planted fault, a phone that was told to keep nothing. */
interface Trial {
  accident: Accident
  moment: (typeof moments)[number]
  setting: (typeof settings)[number]
  keepsNothing?: boolean
}

interface Outcome {
  wordsTyped: number
  /** Letters typed more than 300 ms before the accident that are not there afterwards. */
  lost: number
  /** How long before the accident the first letter that was lost had been typed, in milliseconds; 0 when none was. */
  windowMs: number
  /** Nobody of the family came back to the plan. */
  jam: boolean
  /** The phone said that all was saved, and something was not. */
  falseSaved: boolean
  /** The room ended, though nobody asked. */
  falseEnding: boolean
}

/** What may be lost: what was typed this long before the accident. */
const allowedMs = 300
const betweenLettersMs = 60
const known = 'Gran has Kofi on Fridays.'
const typed = ' And on Sundays after church until supper'
const bottomLine = /^A grown-up Kofi knows/

async function scene() {
  const { filled: story, remove, config: made } = await filledConfig(enginesToTest().at(-1) ?? 'embedded', toldStory(new Date()))
  const port = await freePort()
  const config: Config = { ...made, host: '127.0.0.1', port, address: `http://127.0.0.1:${port}`, demo: true }
  const { address } = config
  let server = await serverProcess(config, 'built')
  let backup: Backup | undefined
  const helen = new Browser(address)
  await helen.graphql('ChooseWho', { id: workers.helen.id })
  const { meetingId, people } = story.osei
  const { version } = await helen.shows<{ version: number }>('Meeting', { id: meetingId })
  await helen.graphql('MoveStage', { meetingId, to: 'privateTime', version })
  return {
    address,
    people,
    privately: `${address}/f/meeting/${meetingId}/private`,
    stage: async () => (await helen.shows<{ stage: string }>('Meeting', { id: meetingId })).stage,
    async killServer() {
      await server.kill()
      server = await serverProcess(config, 'built')
    },
    async backUp() {
      await server.stop()
      backup = await backUp(config)
      server = await serverProcess(config, 'built')
    },
    async bringBack() {
      await server.stop()
      await backup?.bringBack()
      server = await serverProcess(config, 'built')
    },
    async close() {
      await server.stop()
      await backup?.remove()
      await remove()
    },
  }
}

const field = (phone: Phone) => phone.page.getByLabel('What will happen?')

/** Takes a phone through an accident, and back to the plan by what its pages offer. */
async function suffer({ accident, moment, setting, keepsNothing = false }: Trial): Promise<Outcome> {
  const here = await scene()
  const phones: Phone[] = []
  const phoneOf = async (id: string, refusesStorage = false) => {
    const phone = await Phone.of(here.address, id, refusesStorage)
    phones.push(phone)
    await phone.page.goto(here.privately)
    return phone
  }
  try {
    const ama = await phoneOf(here.people.ama ?? '', accident === 'storageRefused')
    if (keepsNothing) await ama.page.getByLabel('Keep nothing on this phone').check()
    const card = setting === 'sharedTablet' ? await startOnSharedTablet(ama.page) : undefined
    if (!card) await press(ama.page, 'Start our plan')
    await ama.page.getByRole('heading', { name: 'What your plan must make sure of' }).waitFor()
    const efua = setting === 'twoPhones' ? await phoneOf(here.people.efua ?? '') : undefined
    if (efua) {
      await joinBySquare(ama.page, efua.page, 'Efua Mensah')
      await follow(ama.page, 'Back')
    }
    await follow(ama.page, bottomLine)
    await press(ama.page, 'Add a step')
    await field(ama).fill(known)
    await allSaved(ama.page)
    if (accident === 'backup') await here.backUp()

    const typedAt: number[] = []
    for (const letter of typed) {
      await ama.page.keyboard.type(letter)
      typedAt.push(performance.now())
      await pause(betweenLettersMs)
    }
    if (moment === 'afterSaved') await allSaved(ama.page)
    const saidSaved = await savedWords(ama.page).isVisible()
    const at = performance.now()
    await happens(accident, ama, here)
    const returned = await comesBack({ ama, efua, card }, here).catch(() => null)
    // What a phone shows it may have by itself: what the server has again is what another phone reads.
    const words =
      returned !== null && accident === 'backup'
        ? await readElsewhere(ama, efua ?? (await phoneOf(here.people.efua ?? '')), here)
        : returned
    const whole = known + typed
    const kept = words ?? ''
    const same = [...whole].findIndex((letter, place) => letter !== kept[place])
    const lostFrom = same < 0 ? whole.length : same
    const lostAt = typedAt.slice(Math.max(0, lostFrom - known.length))
    return {
      wordsTyped: whole.split(' ').length,
      lost: lostAt.filter((ms) => at - ms > allowedMs).length,
      windowMs: lostAt[0] === undefined ? 0 : Math.ceil(at - lostAt[0]),
      jam: words === null,
      falseSaved: saidSaved && kept !== whole,
      falseEnding: (await here.stage()) !== 'privateTime',
    }
  } finally {
    for (const phone of phones) await phone.close()
    await here.close()
  }
}

async function happens(
  accident: Accident,
  phone: Phone,
  { privately, killServer, bringBack }: Awaited<ReturnType<typeof scene>>,
): Promise<void> {
  if (accident === 'battery') return phone.dies()
  if (accident === 'serverKilled') return killServer()
  if (accident === 'backup') return bringBack()
  if (accident === 'sessionEnded') await phone.loseSession()
  if (accident === 'leave') {
    await press(phone.page, /Leave this site/)
    await until('another site', () => Promise.resolve(phone.page.url().startsWith(privately) ? null : true))
  }
  if (accident === 'sessionEnded' || accident === 'leave') await phone.signIn()
  if (accident === 'offlineReload') {
    await phone.setOffline(true)
    await phone.page.reload().catch(() => undefined)
    await phone.setOffline(false)
  }
  const before = phone.page
  if (accident === 'secondTab') {
    await phone.newTab()
    await phone.page.goto(privately)
    await before.close()
    return
  }
  if (accident === 'tabClosed' || accident === 'leave') {
    await before.close()
    await phone.newTab()
  }
  if (accident !== 'tabClosed' && accident !== 'leave') await phone.page.reload()
}

/** The words that stand in the plan once the phone is back in it and all is saved; throws when it does not come back. */
async function comesBack(
  { ama, efua, card }: { ama: Phone; efua: Phone | undefined; card: readonly string[] | undefined },
  { privately }: { privately: string },
): Promise<string> {
  await ama.page.goto(privately)
  const plan = ama.page.getByRole('link', { name: bottomLine })
  const outside = ama.page.getByText('This phone is not in your family’s plan yet.')
  await plan.or(outside).first().waitFor()
  await pause(1_000)
  if (efua && !(await plan.isVisible())) {
    await efua.page.goto(privately)
    await joinBySquare(efua.page, ama.page, 'Ama Osei')
  }
  if (card && !(await plan.isVisible())) await openByCard(ama.page, card)
  await plan.waitFor({ timeout: 20_000 })
  await plan.click()
  await field(ama).waitFor()
  await allSaved(ama.page)
  await pause(500)
  return field(ama).inputValue()
}

/** The words as Efua's phone has them from the server: it joins, or reads anew. */
async function readElsewhere(ama: Phone, efua: Phone, { privately }: { privately: string }): Promise<string> {
  await efua.page.goto(privately)
  const plan = efua.page.getByRole('link', { name: bottomLine })
  await plan.or(efua.page.getByText('This phone is not in your family’s plan yet.')).first().waitFor()
  await pause(1_000)
  if (!(await plan.isVisible())) {
    await follow(ama.page, 'Back to the whole plan')
    await joinBySquare(ama.page, efua.page, 'Efua Mensah')
  }
  await plan.click()
  await field(efua).waitFor()
  await pause(5_000)
  return field(efua).inputValue()
}

/** Every accident to one phone, to one of two and to a shared tablet, in the middle of a word and once all is saved; each `every`th. */
function* trialsOf(every: number): Generator<Trial> {
  let place = 0
  for (const accident of accidents) {
    for (const setting of settings) {
      for (const moment of moments) {
        // A phone that can keep nothing and is alone has nobody to let it in again.
        if (accident === 'storageRefused' && setting === 'alone') continue
        if (setting === 'sharedTablet' && !accidentsOfTablet.has(accident)) continue
        if (place++ % every === 0) yield { accident, setting, moment }
      }
    }
  }
}

/** Goes through them, and through the control: a phone that keeps nothing and is alone does not come back, and has lost what it held. */
export async function countAccidents(trials: Iterable<Trial>, say: (line: string) => void) {
  const counts = { accidents: 0, wordsTyped: 0, lostOutsideWindow: 0, windowMs: 0, jams: 0, falseSaved: 0, falseEndings: 0 }
  for (const trial of trials) {
    const outcome = await suffer(trial)
    counts.accidents += 1
    counts.wordsTyped += outcome.wordsTyped
    counts.lostOutsideWindow += outcome.lost
    counts.windowMs = Math.max(counts.windowMs, outcome.windowMs)
    counts.jams += Number(outcome.jam)
    counts.falseSaved += Number(outcome.falseSaved)
    counts.falseEndings += Number(outcome.falseEnding)
    say(`${Object.values(trial).join(' ')}: ${JSON.stringify(outcome)}`)
  }
  const planted = await suffer({ accident: 'tabClosed', moment: 'midWord', setting: 'alone', keepsNothing: true })
  return { ...counts, planted: 2, caught: Number(planted.jam) + Number(planted.lost > 0) }
}

/** `--every <number>` (1 when left out). The last line is the counts as JSON; answers 1 when anything was lost, jammed or not true. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { every: { type: 'string', default: '1' } } })
  const counts = await countAccidents(trialsOf(Number(values.every)), (line) => void process.stderr.write(`${line}\n`))
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  const { lostOutsideWindow, jams, falseSaved, falseEndings, planted, caught } = counts
  return lostOutsideWindow + jams + falseSaved + falseEndings === 0 && caught === planted ? 0 : 1
}
