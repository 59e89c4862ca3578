import { policy, type Right, type Tie } from '@kinplan/domain/access/rules'
import type { SubjectKind } from '@kinplan/domain/access/subjects'
import { tieOf, type Mutant } from './mutants'
import { askedByList, type Entry } from './policy-reads'

/** Entries of the policy that no request ever asks for: of rights that are about none but these, or of these rights. */
interface NeverAsked {
  ties: readonly Tie[]
  about?: readonly SubjectKind[]
  rights?: readonly Right[]
  why: string
}

const inRooms = ['room', 'draft', 'joinOffer', 'paperPlan'] as const
const ofMeetings = ['meeting', 'participant', 'whyEntry', 'bottomLine', 'anotherDay', 'withdrawal', 'plan', 'action'] as const
const ofFamilies = ['breakGlass', 'family', 'person', 'pair', 'parentSlot'] as const
const ofNobody = ['none', 'worker', 'away'] as const
const workers = ['worker', 'socialWorker', 'coordinator', 'supervisor', 'brokeGlass'] as const
const outside = ['nobody', 'kin'] as const

const neverAsked: readonly NeverAsked[] = [
  {
    ties: ['member', 'vouched', 'alone'],
    about: [...ofMeetings, ...ofFamilies, ...ofNobody],
    why: 'only a private room, and what lies in it, has members',
  },
  { ties: ['part'], about: [...ofFamilies, ...ofNobody], why: 'somebody takes part in a meeting, not in a family or the council' },
  { ties: ['socialWorker', 'coordinator', 'brokeGlass'], about: ofNobody, why: 'they are so to a family, and no family is in question' },
  {
    ties: ['self'],
    about: [
      'none',
      'meeting',
      'family',
      ...inRooms,
      'whyEntry',
      'bottomLine',
      'anotherDay',
      'withdrawal',
      'plan',
      'breakGlass',
      'pair',
      'parentSlot',
    ],
    why: 'it is nobody’s own',
  },
  {
    ties: ['holder'],
    about: [...inRooms, ...ofMeetings, ...ofFamilies, ...ofNobody].filter((kind) => kind !== 'action'),
    why: 'a promise link opens a promise',
  },
  { ties: ['holder'], rights: ['action:read', 'action:accept'], why: 'the page of a promise link reads by it and reports by it' },
  {
    ties: ['nobody', ...workers],
    rights: ['account:readSignIns', 'record:readMine'],
    why: 'each is asked of themself alone, and only a person of a family',
  },
  {
    ties: ['nobody', 'kin', 'part'],
    rights: [
      'contact:read',
      'pair:read',
      'safety:read',
      'safety:readSaid',
      'preparation:read',
      'invitation:read',
      'anotherDay:read',
      'withdrawal:read',
      'breakGlass:read',
      'doubt:read',
      'paperPlan:read',
    ],
    why: 'asked below a family, a meeting or a plan that only its workers read',
  },
  { ties: ['socialWorker'], rights: ['safety:readSaid'], why: 'asked below a decision, which social workers do not read' },
  { ties: ['self'], rights: ['contact:read'], why: 'asked of a family as a whole: no page shows people how they are reached' },
  { ties: ['nobody'], rights: ['action:read'], why: 'asked below a plan that only the family’s workers read, and by an owner' },
  {
    ties: ['nobody', ...workers, 'kin', 'part'],
    rights: ['message:read'],
    why: 'only told with the other rights: what is shown is a list, and policy.test.ts holds that list to the right',
  },
  { ties: ['nobody'], rights: ['availability:read'], why: 'asked of a person who asks, or below what workers read' },
  {
    ties: ['nobody', ...workers],
    rights: ['room:read', 'room:dropSession', 'room:end', 'room:endWithoutKey', 'draft:start', 'rescueWords:use'],
    why: 'the room is found as the one in which the asker is, and workers are in none',
  },
  {
    ties: ['nobody', ...workers, 'kin', 'part', 'self'],
    rights: ['action:readByLink'],
    why: 'asked of the promise of a token, as whoever holds it',
  },
  { ties: ['nobody', 'supervisor'], rights: ['calendar:read', 'calendar:keep'], why: 'asked by a worker of themself alone' },
]

/** Entries that are asked for and change nothing for anybody, each for a reason of its own; `how`: in this way alone. */
const noDifference: readonly { rights: readonly Right[]; ties: readonly Tie[]; how?: string; why: string }[] = [
  {
    rights: ['room:endForFamily', 'room:endSpoken'],
    ties: ['coordinator'],
    how: 'may on no condition',
    why: 'at every other stage each room has ended, and the thing itself says that it is not the time',
  },
  {
    rights: ['room:endWithoutKey'],
    ties: ['member'],
    how: 'may on no condition',
    why: 'at every other stage the room has ended, and the thing itself says that it is not the time',
  },
  { rights: ['draft:start'], ties: ['member'], how: 'whatever the stage', why: 'a room that has ended takes no draft' },
  {
    rights: ['rescueWords:use'],
    ties: ['alone'],
    why: 'whoever writes alone is a member, and members may; afterwards the words open nothing',
  },
  {
    rights: [
      'me:read',
      'story:choose',
      'account:signIn',
      'account:leave',
      'family:list',
      'family:open',
      'breakGlass:open',
      'place:read',
      'calendar:readByLink',
    ],
    ties: ['supervisor'],
    how: 'may no more',
    why: 'a supervisor is a worker, and workers may',
  },
  { rights: ['account:readSignIns', 'availability:read', 'record:readMine'], ties: ['kin'], why: 'asked by a person of themself alone' },
  { rights: ['availability:read'], ties: ['part'], why: 'asked by a person of their own part alone' },
  {
    rights: ['agreement:read'],
    ties: ['nobody', 'kin', 'part'],
    why: 'asked by a person of their own answer alone, and below a plan that only workers read',
  },
  { rights: ['meeting:readMine', 'plan:readMine'], ties: workers, why: 'what is shown is a person’s own part' },
  { rights: ['plan:readMine'], ties: ['nobody', 'kin'], why: 'who has no part in the meeting has no plan of theirs to read' },
  {
    rights: ['paperPlan:readMine', 'paperPlan:confirm', 'paperPlan:doubt'],
    ties: ['nobody', ...workers],
    why: 'what is shown is a person’s own part',
  },
  {
    rights: ['paperPlan:readMine', 'paperPlan:confirm', 'paperPlan:doubt'],
    ties: ['vouched', 'alone'],
    why: 'they are members whom nobody left out, and members may',
  },
  {
    rights: ['paperPlan:readMine', 'paperPlan:confirm', 'paperPlan:doubt'],
    ties: ['member'],
    how: 'whatever the stage',
    why: 'before agreeing nothing was typed in; that nothing may be once the family is private again is in paper-plan.test.ts',
  },
  {
    rights: ['paperPlan:confirmFor'],
    ties: ['coordinator'],
    how: 'may on no condition',
    why: 'before agreeing nothing was typed in; that nothing may be once the family is private again is in paper-plan.test.ts',
  },
  {
    rights: ['paperPlan:type', 'paperPlan:confirmFor'],
    ties: ['alone'],
    why: 'Nan’s draft was closed when she ended her room without her key: from then on nobody is alone',
  },
  { rights: ['withdrawal:say'], ties: workers, why: 'who has no part has none to withdraw from' },
  ...['may too', 'on no condition', 'whatever the stage', 'whatever the safety'].map((how) => ({
    rights: ['copy:read'] as const,
    ties: ['nobody', ...workers, 'kin', 'part'] as const,
    how,
    why: 'it sends the invitations and takes them back, which is asked for as well',
  })),
  { rights: ['plan:agree'], ties: ['nobody', ...workers], why: 'who may not read the plan as their own has no answer to give' },
  {
    rights: ['time:book', 'review:book'],
    ties: ['nobody', 'socialWorker', 'supervisor', 'brokeGlass', 'kin', 'part'],
    why: 'it plans by when people can come, which is the coordinator’s to read and is asked for as well',
  },
  {
    rights: ['action:send'],
    ties: ['nobody', 'supervisor', 'brokeGlass', 'kin', 'part'],
    why: 'it reads how people are reached, which is asked for as well',
  },
  {
    rights: ['room:read', 'room:endWithoutKey', 'draft:comeBack'],
    ties: ['vouched', 'alone'],
    why: 'they are members, and members may',
  },
  {
    rights: ['draft:start'],
    ties: ['vouched'],
    why: 'they are members who are not left out, and members may; a room that has ended takes no draft',
  },
  {
    rights: ['draft:append'],
    ties: ['nobody', ...workers],
    why: 'the pass is of a member of the room, which the database finds by itself, and workers are in none',
  },
  { rights: ['room:read', 'room:endWithoutKey'], ties: ['kin', 'part'], why: 'the room is found as the one in which the asker is' },
  {
    rights: ['place:manage', 'calendar:sayAway'],
    ties: outside,
    why: 'what came of it is shown to whoever did it, and is not theirs to see: the change is undone',
  },
  {
    rights: ['action:accept'],
    ties: ['kin', 'part'],
    why: 'the promise is shown to whoever accepted it, and is not theirs to read: it is undone',
  },
  { rights: ['draft:start', 'draft:join'], ties: ['alone'], why: 'they are members, and members may' },
  {
    rights: ['action:read'],
    ties: ['worker', 'kin', 'part'],
    why: 'asked below a plan that only the family’s workers read, and by an owner of theirs',
  },
  { rights: ['room:readMembers'], ties: ['nobody', ...workers], why: 'the room is found as the one in which the asker is' },
  {
    rights: ['calendar:read', 'calendar:keep'],
    ties: ['worker', 'kin'],
    why: 'asked by a worker of themself alone, and a person has none',
  },
  { rights: ['team:stuck'], ties: outside, why: 'it lists the families of the worker who asks' },
]

const isOf = ({ right, entry }: Mutant, one: NeverAsked): boolean =>
  one.ties.includes(tieOf(entry)) &&
  (one.rights?.includes(right) ?? (policy[right].about as readonly SubjectKind[]).every((kind) => one.about?.includes(kind)))

/** Why no request can show a mutant; null where somebody has to notice it. */
export function whyEqual(mutant: Mutant): string | null {
  return (
    neverAsked.find((one) => isOf(mutant, one))?.why ??
    noDifference.find((one) => isOf(mutant, one) && mutant.name.endsWith(one.how ?? ''))?.why ??
    null
  )
}

/** Whether an entry that nobody is said to ask for was asked for all the same. */
export const isAskedFor = (mutant: Mutant, asked: { has(entry: Entry): boolean }): boolean =>
  !askedByList.has(mutant.right) && neverAsked.some((one) => isOf(mutant, one)) && asked.has(mutant.entry)
