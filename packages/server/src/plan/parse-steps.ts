import { mostName, parseWordsIfAny } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import { mostSteps } from '@kinplan/private-draft/protocol'
import type { MeetingPermit } from '../access/permit'
import { givenBottomLines, type NewStep } from './plan.store'

/** A step as it comes in. */
type StepGiven = Omit<NewStep, 'bottomLineId' | 'heading'> & { bottomLineId?: string | null; heading?: string | null }

/**
 * The steps of a plan, word for word: nothing has to be filled in, because what is not answered is the family's to say. Refuses tooMany,
 * and choiceUnknown for what nobody gave the family as something that the plan must make sure of.
 */
export async function parseSteps(permit: MeetingPermit, steps: readonly StepGiven[]): Promise<NewStep[]> {
  if (steps.length > mostSteps) throw new Refusal('tooMany', 'steps')
  const given = await givenBottomLines(permit)
  return steps.map((step) => {
    const bottomLineId = step.bottomLineId ?? null
    if (bottomLineId !== null && !given.has(bottomLineId)) throw new Refusal('choiceUnknown', 'bottomLineId')
    return {
      bottomLineId,
      heading: parseWordsIfAny(step.heading, 'heading', mostName) || null,
      what: parseWordsIfAny(step.what, 'what'),
      who: parseWordsIfAny(step.who, 'who'),
      byWhen: parseWordsIfAny(step.byWhen, 'byWhen'),
      howWeWillKnow: parseWordsIfAny(step.howWeWillKnow, 'howWeWillKnow'),
      helpNeeded: parseWordsIfAny(step.helpNeeded, 'helpNeeded'),
      ifItDoesNotWork: parseWordsIfAny(step.ifItDoesNotWork, 'ifItDoesNotWork'),
    }
  })
}
