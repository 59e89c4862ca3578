import { copyOfMeeting, copyOfPlan } from '@kinplan/server/meeting/copy-of-participant'
import { copyOfWorker, planCopyOfWorker } from '@kinplan/server/meeting/copy-of-worker'
import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { describe, expect, it } from 'vitest'

/** Every value that a document asks for below one of its root fields, as 'coordinator.name'. */
function asked(document: DocumentNode, root: string): string[] {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])))
  const below = (set: SelectionSetNode, path: string): string[] =>
    set.selections.flatMap((one) => {
      if (one.kind === Kind.FRAGMENT_SPREAD) return below(fragments.get(one.name.value)!.selectionSet, path)
      if (one.kind === Kind.INLINE_FRAGMENT) return below(one.selectionSet, path)
      if (one.name.value === '__typename') return []
      const here = path === '' ? one.name.value : `${path}.${one.name.value}`
      return one.selectionSet ? below(one.selectionSet, here) : [here]
    })
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  const found = operation?.selectionSet.selections.find((one) => one.kind === Kind.FIELD && one.name.value === root)
  if (found?.kind !== Kind.FIELD || !found.selectionSet) throw new Error(`Nothing asks for ${root}`)
  return below(found.selectionSet, '')
}

/** Told in another way: the draft's own subscription, or a clock that runs on the phone. */
const toldOtherwise = ['room.draft.epoch', 'room.draft.head', 'room.shareProposal.secondsLeft', 'room.waitingEnd.secondsLeft']

/** An operation of the apps by its name. */
async function operations() {
  const text = await readFile(join(findProjectRoot(), 'packages/server/src/generated/manifest.json'), 'utf8')
  const manifest = Object.values(JSON.parse(text) as Record<string, string>)
  return (name: string) => parse(manifest.find((one) => new RegExp(`^query ${name}\\b`).test(one)) ?? expect.fail(name))
}

/** Null for a worker who may not read who is kept apart; or what somebody says of their hours, which moves nothing of the meeting. */
const ofParticipant = [
  'preparation',
  'travel',
  'partEdge',
  'partMinutes',
  'comesWithId',
  'plannedHow',
  'person.availability',
  'person.availabilityVersion',
  'person.linkTries',
]
const ofMeeting = [
  'safety',
  'safetyDecision',
  'conflicts',
  'moved',
  'timeOff',
  'anotherDays',
  'withdrawals',
  'timeAsk',
  'spokenEnd',
  'roomHolds.seatsTaken',
]
const notForWorker = [...ofMeeting, ...ofParticipant.map((name) => `participants.${name}`)]
const isForWorker = (path: string) => !notForWorker.some((name) => path === name || path.startsWith(`${name}.`))

describe("a participant's copy, of whose changes they are told", () => {
  it("has every field that the family's app shows of a meeting, its room, its plan and their promises", async () => {
    const operation = await operations()
    const user = operation('CurrentUser')
    const wanted = {
      meeting: [...asked(user, 'myMeetings'), ...asked(operation('MyRoom'), 'myRoom').map((path) => `room.${path}`)],
      promises: asked(user, 'myActions'),
      plan: asked(operation('MyPlan'), 'myPlan'),
    }
    const copied = {
      meeting: asked(copyOfMeeting, 'myMeeting'),
      promises: asked(copyOfMeeting, 'myActions'),
      plan: asked(copyOfPlan, 'myPlan'),
    }
    for (const part of ['meeting', 'promises', 'plan'] as const) {
      expect(wanted[part].length, part).toBeGreaterThan(5)
      expect(
        wanted[part].filter((path) => !copied[part].includes(path) && !toldOtherwise.includes(path)),
        part,
      ).toEqual([])
    }
    expect(toldOtherwise.filter((path) => !wanted.meeting.includes(path))).toEqual([])
  })

  it("has, of a worker who may not read who is kept apart, every field that the workers' app shows of a meeting and its plan", async () => {
    const operation = await operations()
    const meeting = asked(operation('Meeting'), 'meeting').filter(isForWorker)
    const plan = asked(operation('Plan'), 'plan').filter((path) => !/^(agreements|doubts|possibleOwners)\b/.test(path))
    for (const paths of [meeting, plan]) expect(paths.length).toBeGreaterThan(20)
    expect(meeting.filter((path) => !asked(copyOfWorker, 'meeting').includes(path))).toEqual([])
    expect(plan.filter((path) => !asked(planCopyOfWorker, 'plan').includes(path))).toEqual([])
  })
})
