import type { RefusalCode } from '../refusal'
import type { Stage } from '../meeting/stages'
import type { SubjectKind } from './subjects'

/**
 * What somebody is to the thing they ask about. One viewer can be several at once.
 * nobody: not signed in. worker: any signed-in worker. socialWorker, coordinator: allocated to the family now.
 * brokeGlass: reads a family that is not theirs, in an emergency.
 * supervisor: of the family's team (with no family in question: of any team). kin: a person of this family, whatever else.
 * part: takes part in this meeting. self: the person (or worker) it is about. member: in this private room now.
 * vouched: a member whose session took the key of the room's draft together with somebody else; alone: a member with a draft that
 * nobody joined, where no draft is the room's (both: plan/vouching). holder: holds the token of this promise.
 */
export const ties = [
  'nobody',
  'worker',
  'socialWorker',
  'coordinator',
  'supervisor',
  'brokeGlass',
  'kin',
  'part',
  'self',
  'member',
  'vouched',
  'alone',
  'holder',
] as const
export type Tie = (typeof ties)[number]

/** What the rules need to know beside the tie. */
export interface Circumstances {
  stage: Stage | null
  safety: 'none' | 'decided' | 'needed'
  /** The page that lets a newcomer choose who to be may exist: demo story, loopback, nothing forwarded. */
  storyPage: boolean
  /** The promise it is about is the council's: a worker owns it. */
  ofCouncil: boolean
  /** Others were vouched for in the room, or in a room of the meeting that the viewer is in, and this session was not. */
  leftOut: boolean
}

type Condition = (now: Circumstances) => RefusalCode | null
type Rule = true | Condition

const during =
  (...stages: Stage[]): Condition =>
  (now) =>
    now.stage !== null && stages.includes(now.stage) ? null : 'notNow'
const all =
  (...conditions: Condition[]): Condition =>
  (now) =>
    conditions.map((condition) => condition(now)).find((code) => code !== null) ?? null

const yes = true
/** Only for whom `pair:read` names: to anybody else, a right that comes and goes with it would tell that a pair was marked. */
const safe: Condition = (now) => (now.safety === 'needed' ? 'safetyFirst' : null)
/** A promise of the family's: a worker's own promise nobody else says yes to. */
const ofFamily: Condition = (now) => (now.ofCouncil ? 'notYours' : null)
const story: Condition = (now) => (now.storyPage ? null : 'storyOnly')
const open: Condition = (now) => (now.stage === 'ended' ? 'notNow' : null)
const prep = during('preparing', 'booked')
const plan = all(prep, safe)
const priv = during('privateTime')
/** Once the family has vouched for each other, not by a session that anybody with a link can have. */
const notLeftOut: Condition = (now) => (now.leftOut ? 'notVouched' : null)
const notVouched: Condition = () => 'notVouched'
const agree = during('agreeing')
const after = during('agreeing', 'ended')
const ended = during('ended')
const replying = during('booked', 'welcome')
const onDay = during('welcome', 'information', 'privateTime', 'agreeing')

/** What a right is about, and who has it: a condition, or always. Whoever a row does not name is refused. */
type Row = { readonly about: readonly SubjectKind[] } & { readonly [T in Tie]?: Rule }
const table = <const Rows extends Record<string, Row>>(rows: Rows): Rows => rows
const everybody = <const R extends Rule>(rule: R) => Object.fromEntries(ties.map((tie) => [tie, rule])) as { readonly [T in Tie]: R }

/**
 * The whole policy: who may do what. What no row allows is denied.
 * Private family time: no worker ever has a right to a draft or an envelope (design: private-time; Family Rights Group standards: all
 * workers out).
 */
export const policy = table({
  'me:read': { about: ['none'], ...everybody(yes) },
  'story:choose': { about: ['none'], ...everybody(story) },
  'account:signIn': { about: ['none'], ...everybody(yes) },
  'account:leave': { about: ['none'], ...everybody(yes) },
  'account:makeLink': { about: ['person'], coordinator: safe },
  'account:readSignIns': { about: ['person'], self: yes },
  'account:endAccess': { about: ['person'], coordinator: yes, supervisor: yes },

  'family:list': { about: ['none'], worker: yes, socialWorker: yes, coordinator: yes, supervisor: yes },
  'family:open': { about: ['none'], worker: yes, socialWorker: yes, coordinator: yes, supervisor: yes },
  'family:read': { about: ['family'], socialWorker: yes, coordinator: yes, supervisor: yes, brokeGlass: yes },
  'family:grow': { about: ['family'], socialWorker: yes, coordinator: yes },
  'family:correct': { about: ['person', 'parentSlot', 'whyEntry', 'bottomLine'], socialWorker: yes, coordinator: yes, supervisor: yes },
  'family:allocate': { about: ['family'], supervisor: yes },
  'family:record': { about: ['family'], supervisor: yes },
  'breakGlass:open': { about: ['none'], worker: yes, socialWorker: yes, coordinator: yes, supervisor: yes },
  'breakGlass:end': { about: ['family'], brokeGlass: yes },
  'breakGlass:read': { about: ['family'], socialWorker: yes, coordinator: yes, supervisor: yes },
  'breakGlass:review': { about: ['breakGlass'], supervisor: yes },
  'record:readMine': { about: ['person'], self: yes },
  'contact:read': { about: ['family', 'person'], socialWorker: yes, coordinator: yes, self: yes },
  'contact:add': { about: ['person'], socialWorker: yes, coordinator: yes },
  'pair:mark': { about: ['person'], socialWorker: yes, coordinator: yes, supervisor: yes },
  'pair:read': { about: ['family', 'meeting'], coordinator: yes, supervisor: yes, brokeGlass: yes },
  'pair:lift': { about: ['pair'], supervisor: yes },

  'meeting:start': { about: ['family'], socialWorker: yes, supervisor: yes },
  'meeting:read': { about: ['meeting'], socialWorker: yes, coordinator: yes, supervisor: yes, brokeGlass: yes },
  'meeting:readMine': { about: ['meeting'], part: yes },
  'safety:record': { about: ['meeting'], supervisor: open },
  'safety:read': { about: ['meeting'], coordinator: yes, supervisor: yes, brokeGlass: yes },
  'safety:readSaid': { about: ['meeting'], coordinator: yes, supervisor: yes },
  'why:add': { about: ['meeting'], socialWorker: open, coordinator: open },
  'why:ask': { about: ['meeting'], part: prep },
  'bottomLine:add': { about: ['meeting'], socialWorker: open },
  'bottomLine:agree': { about: ['bottomLine'], supervisor: open },
  'bottomLine:give': { about: ['meeting'], coordinator: plan },
  'participant:add': { about: ['meeting'], socialWorker: prep, coordinator: open },
  'participant:prepare': { about: ['participant'], coordinator: prep },
  'preparation:read': { about: ['meeting'], coordinator: yes },
  'participant:set': { about: ['participant'], coordinator: open },
  'participant:notPart': { about: ['participant'], supervisor: open },

  'availability:say': { about: ['person'], coordinator: yes, self: yes },
  'availability:read': { about: ['family', 'meeting', 'participant', 'person'], coordinator: yes, self: yes },
  'time:ask': { about: ['meeting', 'participant'], coordinator: prep },
  'time:rank': { about: ['meeting'], coordinator: plan },
  'time:book': { about: ['meeting'], coordinator: plan },
  'time:confirm': { about: ['meeting'], coordinator: open },
  'meeting:invite': { about: ['meeting'], coordinator: plan },
  'copy:read': { about: ['meeting'], coordinator: plan },
  'invitation:read': { about: ['meeting'], coordinator: yes, supervisor: yes },
  'message:read': { about: ['family', 'meeting'], coordinator: yes },
  'meeting:reply': { about: ['meeting'], part: replying },
  'anotherDay:ask': { about: ['meeting'], part: replying },
  'anotherDay:read': { about: ['meeting'], coordinator: yes },
  'anotherDay:answer': { about: ['anotherDay'], coordinator: open },
  'withdrawal:say': { about: ['meeting'], part: open },
  'withdrawal:write': { about: ['participant'], coordinator: open },
  'withdrawal:read': { about: ['meeting'], coordinator: yes, supervisor: yes },
  'withdrawal:answer': { about: ['withdrawal'], coordinator: yes, supervisor: yes },
  'stage:move': { about: ['meeting'], coordinator: all(open, safe) },
  'meeting:attend': { about: ['participant'], coordinator: onDay },
  'meeting:end': { about: ['meeting'], coordinator: open },

  'room:read': { about: ['room'], member: yes },
  'room:readMembers': { about: ['room'], vouched: yes },
  'room:dropSession': { about: ['room'], member: notVouched, vouched: priv },
  'room:end': { about: ['room'], member: notVouched, vouched: priv },
  'room:endForFamily': { about: ['meeting'], coordinator: priv },
  'room:endWithoutKey': { about: ['room'], member: priv },
  'room:stopEnd': { about: ['draft'], member: notVouched, vouched: priv, alone: priv },
  'room:undoEnd': { about: ['draft'], member: notVouched, vouched: priv, alone: priv },
  'room:endSpoken': { about: ['meeting'], coordinator: priv },
  'draft:start': { about: ['room'], member: all(priv, notLeftOut), vouched: priv },
  'draft:read': { about: ['draft'], member: notVouched, vouched: yes, alone: yes },
  'draft:comeBack': { about: ['draft'], member: yes, vouched: yes, alone: yes },
  'draft:join': { about: ['joinOffer'], member: priv },
  'draft:admit': { about: ['draft', 'joinOffer'], member: notVouched, vouched: priv, alone: priv },
  'draft:append': { about: ['draft'], member: notVouched, vouched: priv, alone: priv },
  'draft:propose': { about: ['draft'], member: notVouched, vouched: priv },
  'draft:share': { about: ['draft'], member: notVouched, vouched: priv, alone: priv },
  'draft:doubt': { about: ['draft'], member: notVouched, vouched: yes, alone: yes },
  'rescueWords:make': { about: ['draft'], member: notVouched, vouched: priv, alone: priv },
  'rescueWords:use': { about: ['room'], member: priv },

  'plan:read': { about: ['plan'], socialWorker: yes, coordinator: yes, supervisor: yes, brokeGlass: yes },
  'plan:readMine': { about: ['plan'], part: yes },
  'plan:agree': { about: ['plan'], part: all(agree, notLeftOut) },
  'plan:agreeFor': { about: ['plan'], coordinator: agree },
  'agreement:read': { about: ['participant', 'plan'], coordinator: agree, self: yes },
  'doubt:read': { about: ['plan'], coordinator: yes },
  'paperPlan:type': { about: ['meeting', 'paperPlan'], coordinator: after },
  'paperPlan:read': { about: ['meeting'], coordinator: yes },
  'paperPlan:readMine': { about: ['paperPlan'], member: all(after, notLeftOut) },
  'paperPlan:confirm': { about: ['paperPlan'], member: all(after, notLeftOut) },
  'paperPlan:confirmFor': { about: ['paperPlan'], coordinator: after },
  'paperPlan:doubt': { about: ['paperPlan'], member: all(after, notLeftOut) },
  'plan:answerForCouncil': { about: ['plan'], socialWorker: after, supervisor: after },

  'action:make': { about: ['plan'], coordinator: after },
  'action:read': { about: ['action', 'plan'], socialWorker: yes, coordinator: yes, supervisor: yes, brokeGlass: yes, self: yes },
  'action:accept': { about: ['action'], coordinator: ofFamily, self: yes },
  'action:report': { about: ['action'], coordinator: yes, self: yes, holder: yes },
  'action:readByLink': { about: ['action'], holder: yes },
  'action:send': { about: ['plan'], coordinator: ended },
  'review:book': { about: ['plan'], coordinator: after },

  'place:read': { about: ['none'], worker: yes, socialWorker: yes, coordinator: yes, supervisor: yes },
  'place:manage': { about: ['none'], supervisor: yes },
  'calendar:read': { about: ['worker'], self: yes },
  'calendar:keep': { about: ['worker'], self: yes },
  'calendar:sayAway': { about: ['away', 'worker'], supervisor: yes, self: yes },
  'calendar:readByLink': { about: ['none'], ...everybody(yes) },
  'team:stuck': { about: ['none'], supervisor: yes },
})

export type Policy = typeof policy
export type Right = keyof Policy
export const rights = Object.keys(policy) as Right[]

export type Decision = { allowed: true; reason: Tie } | { allowed: false; reason: RefusalCode }

/**
 * Decides a right for a viewer who is all of `held` to the subject. Default deny: without a row that says yes the answer is `notYours`,
 * which looks like absence; a row whose condition fails gives that condition's code, because this viewer may know of the thing.
 */
export function decide(right: Right, held: ReadonlySet<Tie>, now: Circumstances): Decision {
  const row: Row = policy[right]
  let reason: RefusalCode = 'notYours'
  for (const tie of ties) {
    const rule = held.has(tie) ? row[tie] : undefined
    if (rule === undefined) continue
    const refused = rule === true ? null : rule(now)
    if (refused === null) return { allowed: true, reason: tie }
    reason = refused
  }
  return { allowed: false, reason }
}
