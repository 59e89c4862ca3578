import type { RefusalCode } from '../refusal'
import type { Stage } from '../meeting/stages'

/**
 * What somebody is to the thing they ask about. One viewer can be several at once.
 * nobody: not signed in. worker: any signed-in worker. socialWorker, coordinator: allocated to the family now.
 * supervisor: of the family's team (with no family in question: of any team). kin: a person of this family, whatever else.
 * part: takes part in this meeting. self: the person (or worker) it is about. member: in this private room now. holder: holds the token of this promise.
 */
export const relations = ['nobody', 'worker', 'socialWorker', 'coordinator', 'supervisor', 'kin', 'part', 'self', 'member', 'holder'] as const
export type Relation = (typeof relations)[number]

/** What the rules need to know beside the relation. */
export interface Circumstances {
  stage: Stage | null
  safety: 'none' | 'decided' | 'needed'
  /** The page that lets a newcomer choose who to be may exist: demo story, loopback, nothing forwarded. */
  storyPage: boolean
}

type Condition = (now: Circumstances) => RefusalCode | null
type Rule = boolean | Condition

const during = (...stages: Stage[]): Condition => (now) => (now.stage !== null && stages.includes(now.stage) ? null : 'notNow')
const all = (...conditions: Condition[]): Condition => (now) => conditions.map((condition) => condition(now)).find((code) => code !== null) ?? null

const y = true
const n = false
const safe: Condition = (now) => (now.safety === 'needed' ? 'safetyFirst' : null)
/** As `safe`, to a worker who may not read who is kept apart: without saying that somebody is. */
const safeUnsaid: Condition = (now) => (now.safety === 'needed' ? 'notNow' : null)
const story: Condition = (now) => (now.storyPage ? null : 'storyOnly')
const open: Condition = (now) => (now.stage === 'ended' ? 'notNow' : null)
const prep = during('preparing', 'booked')
const plan = all(prep, safe)
const planUnsaid = all(prep, safeUnsaid)
const priv = during('privateTime')
const agree = during('agreeing')
const after = during('agreeing', 'ended')
const ended = during('ended')
const replying = during('booked', 'welcome')
const onDay = during('welcome', 'information', 'privateTime', 'agreeing')

type Row = readonly [Rule, Rule, Rule, Rule, Rule, Rule, Rule, Rule, Rule, Rule]
const table = <A extends string>(rows: Record<A, Row>): Record<A, Row> => rows

/**
 * The whole policy: who may do what. A row without an answer for every relation does not compile; what no row allows is denied.
 * Private family time: no worker column ever says yes to a draft or an envelope (design: private-time; Family Rights Group standards: all workers out).
 */
export const policy = table({
  //                           nobody worker social coord  superv kin    part   self   member holder
  'me:read':                  [y,     y,     y,     y,     y,     y,     y,     y,     y,     y],
  'story:choose':             [story, story, story, story, story, story, story, story, story, story],
  'account:signIn':           [y,     y,     y,     y,     y,     y,     y,     y,     y,     y],
  'account:leave':            [y,     y,     y,     y,     y,     y,     y,     y,     y,     y],
  'account:makeLink':         [n,     n,     n,     safe,    n,     n,     n,     n,     n,     n],
  'account:endAccess':        [n,     n,     n,     y,     y,     n,     n,     n,     n,     n],

  'family:list':              [n,     y,     y,     y,     y,     n,     n,     n,     n,     n],
  'family:open':              [n,     y,     y,     y,     y,     n,     n,     n,     n,     n],
  'family:read':              [n,     n,     y,     y,     y,     n,     n,     n,     n,     n],
  'family:grow':              [n,     n,     y,     y,     n,     n,     n,     n,     n,     n],
  'family:correct':           [n,     n,     y,     y,     y,     n,     n,     n,     n,     n],
  'family:allocate':          [n,     n,     n,     n,     y,     n,     n,     n,     n,     n],
  'family:record':            [n,     n,     n,     n,     y,     n,     n,     n,     n,     n],
  'contact:read':             [n,     n,     y,     y,     n,     n,     n,     y,     n,     n],
  'contact:add':              [n,     n,     y,     y,     n,     n,     n,     n,     n,     n],
  'pair:mark':                [n,     n,     y,     y,     y,     n,     n,     n,     n,     n],
  'pair:read':                [n,     n,     n,     y,     y,     n,     n,     n,     n,     n],
  'pair:lift':                [n,     n,     n,     n,     y,     n,     n,     n,     n,     n],

  'meeting:start':            [n,     n,     y,     n,     y,     n,     n,     n,     n,     n],
  'meeting:read':             [n,     n,     y,     y,     y,     n,     n,     n,     n,     n],
  'meeting:readMine':         [n,     n,     n,     n,     n,     n,     y,     n,     n,     n],
  'safety:record':            [n,     n,     n,     n,     open,  n,     n,     n,     n,     n],
  'safety:read':              [n,     n,     n,     y,     y,     n,     n,     n,     n,     n],
  'why:add':                  [n,     n,     open,  open,  n,     n,     n,     n,     n,     n],
  'why:ask':                  [n,     n,     n,     n,     n,     n,     prep,  n,     n,     n],
  'bottomLine:add':           [n,     n,     open,  n,     n,     n,     n,     n,     n,     n],
  'bottomLine:agree':         [n,     n,     n,     n,     open,  n,     n,     n,     n,     n],
  'bottomLine:give':          [n,     n,     planUnsaid, plan,  n,     n,     n,     n,     n,     n],
  'participant:add':          [n,     n,     prep,  open,  n,     n,     n,     n,     n,     n],
  'participant:prepare':      [n,     n,     n,     prep,  n,     n,     n,     n,     n,     n],
  'preparation:read':         [n,     n,     n,     y,     n,     n,     n,     n,     n,     n],
  'participant:set':          [n,     n,     n,     open,  n,     n,     n,     n,     n,     n],
  'participant:notPart':      [n,     n,     n,     n,     open,  n,     n,     n,     n,     n],

  'availability:say':         [n,     n,     n,     y,     n,     n,     n,     y,     n,     n],
  'availability:read':        [n,     n,     n,     y,     n,     n,     n,     y,     n,     n],
  'time:ask':                 [n,     n,     n,     prep,  n,     n,     n,     n,     n,     n],
  'time:rank':                [n,     n,     n,     plan,  n,     n,     n,     n,     n,     n],
  'time:book':                [n,     n,     n,     plan,  n,     n,     n,     n,     n,     n],
  'time:confirm':             [n,     n,     n,     open,  n,     n,     n,     n,     n,     n],
  'meeting:invite':           [n,     n,     n,     plan,  n,     n,     n,     n,     n,     n],
  'message:read':             [n,     n,     n,     y,     n,     n,     n,     n,     n,     n],
  'meeting:reply':            [n,     n,     n,     n,     n,     n,     replying, n,  n,     n],
  'anotherDay:ask':           [n,     n,     n,     n,     n,     n,     replying, n,  n,     n],
  'anotherDay:read':          [n,     n,     n,     y,     n,     n,     n,     n,     n,     n],
  'anotherDay:answer':        [n,     n,     n,     open,  n,     n,     n,     n,     n,     n],
  'stage:move':               [n,     n,     n,     all(open, safe), n, n, n,   n,     n,     n],
  'meeting:attend':           [n,     n,     n,     onDay, n,     n,     n,     n,     n,     n],
  'meeting:end':              [n,     n,     n,     open,  n,     n,     n,     n,     n,     n],

  'room:read':                [n,     n,     n,     n,     n,     n,     n,     n,     y,     n],
  'room:end':                 [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'room:endForFamily':        [n,     n,     n,     priv,  n,     n,     n,     n,     n,     n],
  'room:endWithoutKey':       [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'room:stopEnd':             [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'room:undoEnd':             [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'room:endSpoken':           [n,     n,     n,     priv,  n,     n,     n,     n,     n,     n],
  'draft:start':              [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'draft:read':               [n,     n,     n,     n,     n,     n,     n,     n,     y,     n],
  'draft:join':               [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'draft:append':             [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],
  'draft:share':              [n,     n,     n,     n,     n,     n,     n,     n,     priv,  n],

  'plan:read':                [n,     n,     y,     y,     y,     n,     n,    n,     n,     n],
  'plan:readMine':            [n,     n,     n,     n,     n,     n,     y,     n,     n,     n],
  'plan:agree':               [n,     n,     n,     n,     n,     n,     agree, n,     n,     n],
  'plan:agreeFor':            [n,     n,     n,     agree, n,     n,     n,     n,     n,     n],
  'agreement:read':           [n,     n,     n,     agree, n,     n,     n,     y,     n,     n],
  'plan:answerForCouncil':    [n,     n,     after, n,     after,     n,     n,     n,     n,     n],

  'action:make':              [n,     n,     n,     after, n,     n,     n,     n,     n,     n],
  'action:read':              [n,     n,     y,     y,     y,     n,     n,     y,     n,     n],
  'action:accept':            [n,     n,     n,     y,     n,     n,     n,     y,     n,     n],
  'action:report':            [n,     n,     n,     y,     n,     n,     n,     y,     n,     y],
  'action:readByLink':        [n,     n,     n,     n,     n,     n,     n,     n,     n,     y],
  'action:send':              [n,     n,     n,     ended, n,     n,     n,     n,     n,     n],
  'review:book':              [n,     n,     n,     after, n,     n,     n,     n,     n,     n],

  'place:read':               [n,     y,     y,     y,     y,     n,     n,     n,     n,     n],
  'place:manage':             [n,     n,     n,     n,     y,     n,     n,     n,     n,     n],
  'calendar:read':            [n,     n,     n,     n,     n,     n,     n,     y,     n,     n],
  'calendar:keep':            [n,     n,     n,     n,     n,     n,     n,     y,     n,     n],
  'calendar:sayAway':         [n,     n,     n,     n,     y,     n,     n,     y,     n,     n],
  'calendar:readByLink':      [y,     y,     y,     y,     y,     y,     y,     y,     y,     y],
  'team:stuck':               [n,     n,     n,     n,     y,     n,     n,     n,     n,     n],
})

export type Action = keyof typeof policy
export const actions = Object.keys(policy) as Action[]

export type Decision = { allowed: true; reason: Relation } | { allowed: false; reason: RefusalCode }

/**
 * Decides an action for a viewer who is all of `held` to the subject. Default deny: without a row that says yes the answer is `notYours`,
 * which looks like absence; a row whose condition fails gives that condition's code, because this viewer may know of the thing.
 */
export function decide(action: Action, held: ReadonlySet<Relation>, now: Circumstances): Decision {
  let reason: RefusalCode = 'notYours'
  for (const [place, relation] of relations.entries()) {
    if (!held.has(relation)) continue
    const rule = policy[action][place]
    const refused = typeof rule === 'function' ? rule(now) : rule === true ? null : 'notYours'
    if (refused === null) return { allowed: true, reason: relation }
    if (refused !== 'notYours') reason = refused
  }
  return { allowed: false, reason }
}
