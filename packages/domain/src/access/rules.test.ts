import { describe, expect, it } from 'vitest'
import { stages } from '../meeting/stages'
import { rights, decide, ties, type Right, type Circumstances, type Tie } from './rules'

/** When an answer is yes, in words; each is a question about the moment. */
const moments = {
  always: () => true,
  'before the day': ({ stage }) => stage === 'preparing' || stage === 'booked',
  'before the day, safety settled': ({ stage, safety }) => (stage === 'preparing' || stage === 'booked') && safety !== 'needed',
  'safety settled': ({ safety }) => safety !== 'needed',
  'until it has ended': ({ stage }) => stage !== 'ended',
  'until it has ended, safety settled': ({ stage, safety }) => stage !== 'ended' && safety !== 'needed',
  'booked or at the welcome': ({ stage }) => stage === 'booked' || stage === 'welcome',
  'on the day': ({ stage }) => stage === 'welcome' || stage === 'information' || stage === 'privateTime' || stage === 'agreeing',
  'in private family time': ({ stage }) => stage === 'privateTime',
  'in private family time, not left out': ({ stage, leftOut }) => stage === 'privateTime' && !leftOut,
  'while agreeing': ({ stage }) => stage === 'agreeing',
  'while agreeing, not left out': ({ stage, leftOut }) => stage === 'agreeing' && !leftOut,
  'from agreeing on, not left out': ({ stage, leftOut }) => (stage === 'agreeing' || stage === 'ended') && !leftOut,
  'from agreeing on': ({ stage }) => stage === 'agreeing' || stage === 'ended',
  'once it has ended': ({ stage }) => stage === 'ended',
  "where it is the family's": ({ ofCouncil }) => !ofCouncil,
  'with the demo story': ({ storyPage }) => storyPage,
} as const satisfies Record<string, (now: Circumstances) => boolean>
type Moment = keyof typeof moments

const everybody = (moment: Moment) => Object.fromEntries(ties.map((relation) => [relation, moment])) as Record<Tie, Moment>
const anyWorker = { worker: 'always', socialWorker: 'always', coordinator: 'always', supervisor: 'always' } as const
/** Reading in an emergency: never how to reach somebody, what they said alone, or what is written in private. */
const inEmergency = { brokeGlass: 'always' } as const
const theirWorkers = { socialWorker: 'always', coordinator: 'always', supervisor: 'always' } as const

/** The whole policy once more, written by hand from the product's words. Whoever is not named is refused. */
const expected: Record<Right, Partial<Record<Tie, Moment>>> = {
  // Anybody may ask who they are, come in and go.
  'me:read': everybody('always'),
  'story:choose': everybody('with the demo story'),
  'account:signIn': everybody('always'),
  'account:leave': everybody('always'),
  'account:makeLink': { coordinator: 'safety settled' },
  // Sign-ins stand on one's own page, and in a room on the room's phones: for no worker.
  'account:readSignIns': { self: 'always' },
  'account:endAccess': { coordinator: 'always', supervisor: 'always' },

  // The family's own workers, and nobody else's.
  'family:list': anyWorker,
  'family:open': anyWorker,
  'family:read': { ...theirWorkers, ...inEmergency },
  'family:grow': { socialWorker: 'always', coordinator: 'always' },
  'family:correct': theirWorkers,
  'family:allocate': { supervisor: 'always' },
  'family:record': { supervisor: 'always' },
  'breakGlass:open': anyWorker,
  'breakGlass:end': inEmergency,
  'breakGlass:read': theirWorkers,
  'breakGlass:review': { supervisor: 'always' },
  // Which workers looked at what concerns somebody: theirs alone to know.
  'record:readMine': { self: 'always' },
  'contact:read': { socialWorker: 'always', coordinator: 'always', self: 'always' },
  'contact:add': { socialWorker: 'always', coordinator: 'always' },
  'pair:mark': theirWorkers,
  'pair:read': { coordinator: 'always', supervisor: 'always', ...inEmergency },
  'pair:lift': { supervisor: 'always' },

  // Getting ready.
  'meeting:start': { socialWorker: 'always', supervisor: 'always' },
  'meeting:read': { ...theirWorkers, ...inEmergency },
  'meeting:readMine': { part: 'always' },
  'safety:record': { supervisor: 'until it has ended' },
  'safety:read': { coordinator: 'always', supervisor: 'always', ...inEmergency },
  // What the person at risk said alone is not for an emergency either.
  'safety:readSaid': { coordinator: 'always', supervisor: 'always' },
  'why:add': { socialWorker: 'until it has ended', coordinator: 'until it has ended' },
  'why:ask': { part: 'before the day' },
  'bottomLine:add': { socialWorker: 'until it has ended' },
  'bottomLine:agree': { supervisor: 'until it has ended' },
  'bottomLine:give': { coordinator: 'before the day, safety settled' },
  'participant:add': { socialWorker: 'before the day', coordinator: 'until it has ended' },
  'participant:prepare': { coordinator: 'before the day' },
  'preparation:read': { coordinator: 'always' },
  'participant:set': { coordinator: 'until it has ended' },
  'participant:notPart': { supervisor: 'until it has ended' },
  'availability:say': { coordinator: 'always', self: 'always' },
  'availability:read': { coordinator: 'always', self: 'always' },
  'time:ask': { coordinator: 'before the day' },
  'time:rank': { coordinator: 'before the day, safety settled' },
  'time:book': { coordinator: 'before the day, safety settled' },
  'time:confirm': { coordinator: 'until it has ended' },
  'meeting:invite': { coordinator: 'before the day, safety settled' },
  // What somebody else's page and message will say.
  'copy:read': { coordinator: 'before the day, safety settled' },
  // Whether messages went is not for an emergency, and to the social worker it would tell who is kept apart.
  'invitation:read': { coordinator: 'always', supervisor: 'always' },
  'message:read': { coordinator: 'always' },
  'meeting:reply': { part: 'booked or at the welcome' },
  'anotherDay:ask': { part: 'booked or at the welcome' },
  'anotherDay:read': { coordinator: 'always' },
  'anotherDay:answer': { coordinator: 'until it has ended' },
  // Who withdrew unseen: the social worker who referred them is not told either.
  'withdrawal:say': { part: 'until it has ended' },
  'withdrawal:write': { coordinator: 'until it has ended' },
  'withdrawal:read': { coordinator: 'always', supervisor: 'always' },
  'withdrawal:answer': { coordinator: 'always', supervisor: 'always' },

  // The day.
  'stage:move': { coordinator: 'until it has ended, safety settled' },
  'meeting:attend': { coordinator: 'on the day' },
  'meeting:end': { coordinator: 'until it has ended' },
  'room:read': { member: 'always' },
  // A session proves that somebody had a link: names, ending, and other people's sign-ins are for those whom the family vouched for.
  'room:readMembers': { vouched: 'always' },
  'room:dropSession': { vouched: 'in private family time' },
  'room:end': { vouched: 'in private family time' },
  'room:endForFamily': { coordinator: 'in private family time' },
  // Where no device holds the key any more, the family still ends it or starts again, and a device that does hold it stops or undoes that.
  'room:endWithoutKey': { member: 'in private family time' },
  'room:stopEnd': { vouched: 'in private family time', alone: 'in private family time' },
  'room:undoEnd': { vouched: 'in private family time', alone: 'in private family time' },
  'room:endSpoken': { coordinator: 'in private family time' },
  'draft:start': { member: 'in private family time, not left out', vouched: 'in private family time' },
  'draft:read': { vouched: 'always', alone: 'always' },
  'draft:comeBack': { member: 'always', vouched: 'always', alone: 'always' },
  'draft:join': { member: 'in private family time' },
  'draft:admit': { vouched: 'in private family time', alone: 'in private family time' },
  'draft:append': { vouched: 'in private family time', alone: 'in private family time' },
  // Shows everybody what will be shared, and lets anybody of them ask for more time: somebody alone has nobody to show it to.
  'draft:propose': { vouched: 'in private family time' },
  'draft:share': { vouched: 'in private family time', alone: 'in private family time' },
  // What is shared is held against their own words by those who wrote it; they tell the coordinator alone.
  'draft:doubt': { vouched: 'always', alone: 'always' },
  // Made by a phone that has the key, for one that has none: whoever shows the words has what no worker was told.
  'rescueWords:make': { vouched: 'in private family time', alone: 'in private family time' },
  'rescueWords:use': { member: 'in private family time' },

  // The plan and the promises.
  'plan:read': { ...theirWorkers, ...inEmergency },
  'plan:readMine': { part: 'always' },
  'plan:agree': { part: 'while agreeing, not left out' },
  'plan:agreeFor': { coordinator: 'while agreeing' },
  'agreement:read': { coordinator: 'while agreeing', self: 'always' },
  'doubt:read': { coordinator: 'always' },
  // What the family wrote on paper is typed by the coordinator, and is nobody's else before somebody of its room says that it is theirs.
  'paperPlan:type': { coordinator: 'from agreeing on' },
  'paperPlan:read': { coordinator: 'always' },
  'paperPlan:readMine': { member: 'from agreeing on, not left out' },
  'paperPlan:confirm': { member: 'from agreeing on, not left out' },
  'paperPlan:confirmFor': { coordinator: 'from agreeing on' },
  'paperPlan:doubt': { member: 'from agreeing on, not left out' },
  'plan:answerForCouncil': { socialWorker: 'from agreeing on', supervisor: 'from agreeing on' },
  'action:make': { coordinator: 'from agreeing on' },
  'action:read': { ...theirWorkers, self: 'always', ...inEmergency },
  'action:accept': { coordinator: "where it is the family's", self: 'always' },
  'action:report': { coordinator: 'always', self: 'always', holder: 'always' },
  'action:readByLink': { holder: 'always' },
  'action:send': { coordinator: 'once it has ended' },
  'review:book': { coordinator: 'from agreeing on' },

  // Places, and workers' own time. Whoever holds a calendar's address may read its times.
  'place:read': anyWorker,
  'place:manage': { supervisor: 'always' },
  'calendar:read': { self: 'always' },
  'calendar:keep': { self: 'always' },
  'calendar:sayAway': { supervisor: 'always', self: 'always' },
  'calendar:readByLink': everybody('always'),
  'team:stuck': { supervisor: 'always' },
}

const everyMoment: Circumstances[] = [null, ...stages].flatMap((stage) =>
  (['none', 'decided', 'needed'] as const).flatMap((safety) =>
    [true, false].flatMap((storyPage) =>
      [true, false].flatMap((ofCouncil) => [true, false].map((leftOut) => ({ stage, safety, storyPage, ofCouncil, leftOut }))),
    ),
  ),
)

const calm: Circumstances = { stage: 'preparing', safety: 'none', storyPage: false, ofCouncil: false, leftOut: false }
const may = (who: Tie | Tie[], right: Right, now: Partial<Circumstances> = {}) => decide(right, new Set([who].flat()), { ...calm, ...now })
const workers = ['worker', 'socialWorker', 'coordinator', 'supervisor'] as const

describe('the policy', () => {
  it.each(rights)('%s: each person at each moment, as the table written by hand says', (right) => {
    for (const tie of ties) {
      const moment = expected[right][tie]
      for (const now of everyMoment) {
        const wanted = moment !== undefined && moments[moment](now)
        expect({ tie, now, allowed: decide(right, new Set([tie]), now).allowed }).toEqual({ tie, now, allowed: wanted })
      }
    }
  })

  it('lets no worker read, join or write the draft of private family time, at any moment, whatever they are', () => {
    for (const now of everyMoment) {
      for (const right of [
        'room:read',
        'room:readMembers',
        'room:dropSession',
        'draft:read',
        'draft:comeBack',
        'draft:join',
        'draft:admit',
        'draft:append',
        'draft:start',
        'draft:propose',
        'draft:doubt',
        'rescueWords:make',
        'rescueWords:use',
        'draft:share',
      ] as const) {
        expect(decide(right, new Set(workers), now)).toEqual({ allowed: false, reason: 'notYours' })
      }
    }
    expect(may(['member', 'vouched'], 'draft:append', { stage: 'privateTime' }).allowed).toBe(true)
  })

  it('lets the coordinator alone type in what was on paper, never in private family time, and no worker say that it is theirs', () => {
    expect(may('coordinator', 'paperPlan:type', { stage: 'agreeing' }).allowed).toBe(true)
    expect(may('coordinator', 'paperPlan:type', { stage: 'privateTime' })).toEqual({ allowed: false, reason: 'notNow' })
    expect(may(['worker', 'socialWorker', 'supervisor', 'brokeGlass'], 'paperPlan:read', { stage: 'agreeing' }).allowed).toBe(false)
    for (const right of ['paperPlan:readMine', 'paperPlan:confirm', 'paperPlan:doubt'] as const) {
      expect(may([...workers], right, { stage: 'agreeing' }).allowed).toBe(false)
      expect(may(['kin', 'part'], right, { stage: 'agreeing' }).allowed).toBe(false)
      expect(may('member', right, { stage: 'agreeing', leftOut: true })).toEqual({ allowed: false, reason: 'notVouched' })
    }
  })

  it('lets only the family end private family time, and the coordinator only tidy up after them', () => {
    expect(may(['member', 'vouched'], 'room:end', { stage: 'privateTime' }).allowed).toBe(true)
    expect(may(['member', 'alone'], 'room:end', { stage: 'privateTime' })).toEqual({ allowed: false, reason: 'notVouched' })
    expect(may([...workers], 'room:end', { stage: 'privateTime' }).allowed).toBe(false)
    expect(may('supervisor', 'room:endForFamily', { stage: 'privateTime' }).allowed).toBe(false)
  })

  it('lets the family end or start again without the key, the coordinator write down their word, and no worker stop or undo it', () => {
    expect(may('member', 'room:endWithoutKey', { stage: 'privateTime' }).allowed).toBe(true)
    expect(may('part', 'room:endWithoutKey', { stage: 'privateTime' }).allowed).toBe(false)
    expect(may('coordinator', 'room:endSpoken', { stage: 'privateTime' }).allowed).toBe(true)
    expect(may(['worker', 'socialWorker', 'supervisor'], 'room:endSpoken', { stage: 'privateTime' }).allowed).toBe(false)
    for (const action of ['room:endWithoutKey', 'room:stopEnd', 'room:undoEnd'] as const)
      expect(may([...workers], action, { stage: 'privateTime' }).allowed).toBe(false)
  })

  it('says to a session that is not vouched for what it lacks, and lets it start beside a draft that nobody joined', () => {
    for (const right of ['draft:read', 'draft:append', 'draft:propose', 'draft:share', 'draft:admit', 'room:stopEnd'] as const)
      expect(may('member', right, { stage: 'privateTime' })).toEqual({ allowed: false, reason: 'notVouched' })
    expect(may('member', 'draft:start', { stage: 'privateTime' }).allowed).toBe(true)
    expect(may('member', 'draft:start', { stage: 'privateTime', leftOut: true })).toEqual({ allowed: false, reason: 'notVouched' })
    expect(may(['kin', 'part'], 'plan:agree', { stage: 'agreeing', leftOut: true })).toEqual({ allowed: false, reason: 'notVouched' })
  })

  it('lets nothing go out while a pair is kept apart and no manager has decided', () => {
    for (const right of ['account:makeLink', 'time:rank', 'time:book', 'meeting:invite', 'bottomLine:give', 'stage:move'] as const) {
      expect(may('coordinator', right, { safety: 'needed' })).toEqual({ allowed: false, reason: 'safetyFirst' })
      expect(may('coordinator', right, { safety: 'decided' }).allowed).toBe(true)
    }
  })

  it('answers whoever may not read who is kept apart the same, whether somebody is or not', () => {
    const mayNot = ties.filter((tie) => !may(tie, 'pair:read').allowed)
    expect(mayNot).toEqual(['nobody', 'worker', 'socialWorker', 'kin', 'part', 'self', 'member', 'vouched', 'alone', 'holder'])
    for (const right of rights) {
      for (const now of everyMoment) {
        for (const tie of mayNot)
          expect(decide(right, new Set([tie]), now), `${right} ${tie}`).toEqual(decide(right, new Set([tie]), { ...now, safety: 'none' }))
      }
    }
  })

  it('lets Gran read the plan and agree for herself, and nobody of the family agree for another', () => {
    expect(may(['kin', 'part'], 'plan:agree', { stage: 'agreeing' })).toEqual({ allowed: true, reason: 'part' })
    expect(may(['kin', 'part'], 'plan:agreeFor', { stage: 'agreeing' })).toEqual({ allowed: false, reason: 'notYours' })
    expect(may('kin', 'plan:readMine')).toEqual({ allowed: false, reason: 'notYours' })
  })

  it("keeps a person's own hours and talk with the coordinator from the social worker", () => {
    for (const right of ['availability:read', 'preparation:read', 'agreement:read'] as const) {
      expect(may(['worker', 'socialWorker'], right, { stage: 'agreeing' }).allowed).toBe(false)
      expect(may('coordinator', right, { stage: 'agreeing' }).allowed).toBe(true)
    }
  })

  it('keeps from a supervisor how to reach the family', () => {
    expect(may(['worker', 'supervisor'], 'contact:read').allowed).toBe(false)
  })

  it("lets the holder of a promise's token read it and report on it, and do nothing else", () => {
    const forEverybody: Right[] = ['me:read', 'calendar:readByLink', 'account:signIn', 'account:leave']
    const allowed = rights.filter((right) => may('holder', right).allowed && !forEverybody.includes(right))
    expect(allowed).toEqual(['action:report', 'action:readByLink'])
  })

  it("lets the coordinator write down the family's yes to a promise, and nobody but the worker say theirs to the council's", () => {
    expect(may('coordinator', 'action:accept')).toEqual({ allowed: true, reason: 'coordinator' })
    expect(may('coordinator', 'action:accept', { ofCouncil: true })).toEqual({ allowed: false, reason: 'notYours' })
    expect(may(['worker', 'socialWorker', 'self'], 'action:accept', { ofCouncil: true })).toEqual({ allowed: true, reason: 'self' })
    expect(may(['worker', 'coordinator', 'self'], 'action:accept', { ofCouncil: true }).allowed).toBe(true)
    expect(may(['worker', 'socialWorker', 'supervisor'], 'action:accept', { ofCouncil: true }).allowed).toBe(false)
  })

  it('answers somebody who may know of the thing with what stands in the way, and everybody else as if it were not there', () => {
    expect(may('coordinator', 'action:make', { stage: 'booked' })).toEqual({ allowed: false, reason: 'notNow' })
    expect(may('kin', 'action:make', { stage: 'booked' })).toEqual({ allowed: false, reason: 'notYours' })
    expect(may('nobody', 'story:choose')).toEqual({ allowed: false, reason: 'storyOnly' })
    expect(may([], 'me:read')).toEqual({ allowed: false, reason: 'notYours' })
  })

  it('allows when one of several ties does, and names it in the record', () => {
    expect(may(['worker', 'socialWorker', 'supervisor'], 'family:record')).toEqual({ allowed: true, reason: 'supervisor' })
  })
})
