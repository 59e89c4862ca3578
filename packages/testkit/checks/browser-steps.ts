import type { RefusalCode } from '@kinplan/domain/refusal'
import { stepsBefore } from './browser-steps-before'
import { stepsOfAgreeing } from './browser-steps-agreeing'
import { stepsOfTheDay } from './browser-steps-day'
import { stepsOfTimes } from './browser-steps-times'
import { becomeWorker, openWindows, RefusalsRead, type Windows } from './browser-windows'
import { Journey, Step } from './journey'

const steps: readonly Step[] = [...stepsBefore, ...stepsOfTimes, ...stepsOfTheDay, ...stepsOfAgreeing]

export interface Walked {
  steps: number
  passed: number
  /** Refusals whose words somebody read on a page. */
  codesRead: RefusalCode[]
  /** The step that failed, why, and the folder with a picture of every window. */
  failure: { step: string; error: unknown; pictures: string } | null
}

/** Takes a new family the whole way through the pages. Ends at the first step that fails: the others stand on it. */
export async function walkTheWholeWay(
  server: Pick<Journey, 'address' | 'outbox' | 'minutePasses'>,
  say: (line: string) => void = () => undefined,
): Promise<Walked> {
  const windows = await openWindows()
  try {
    const journey = await begin(windows, server)
    const walked = (passed: number, failure: Walked['failure']): Walked => ({
      steps: steps.length,
      passed,
      codesRead: [...journey.refusals.codes],
      failure,
    })
    for (const [place, step] of steps.entries()) {
      const began = Date.now()
      try {
        await step.walk(journey)
      } catch (error) {
        return walked(place, { step: step.name, error, pictures: await windows.keepPictures() })
      }
      say(`${place + 1} ${step.name}: ${Math.round((Date.now() - began) / 1000)} s`)
    }
    return walked(steps.length, null)
  } finally {
    await windows.close()
  }
}

async function begin(
  windows: Windows,
  { address, outbox, minutePasses }: Pick<Journey, 'address' | 'outbox' | 'minutePasses'>,
): Promise<Journey> {
  const worker = async (name: string) => {
    const page = await windows.open('laptop')
    await becomeWorker(page, address, name)
    return page
  }
  return {
    address,
    outbox,
    minutePasses,
    windows,
    refusals: new RefusalsRead(),
    priya: await worker('Priya Shah'),
    helen: await worker('Helen Okafor'),
    ruth: await worker('Ruth Jenkins'),
    hannah: await windows.open('phone'),
    mark: await windows.open('phone'),
    sue: await windows.open('phone'),
    lee: await windows.open('plainPhone'),
    familyAddress: '',
    meetingAddress: '',
  }
}
