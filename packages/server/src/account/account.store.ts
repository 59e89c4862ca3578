import { codeDigits, mayTryCodeFrom, wrongCodesNow } from '@kinplan/domain/account/code-wait'
import { Refusal } from '@kinplan/domain/refusal'
import { macOfRefusedSignIn } from '../access/access-record.store'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import { readCouncil } from '../council/council.store'
import { keptOf } from '../platform/sealing-key'

/** A browser that is not used again is signed out after this many hours: a working day for workers, and families' links sign in again. */
const sessionHours = { worker: 12, person: 24 * 7 } as const
/** How long a link may be used: long enough for a fortnight's post and a holiday. */
const linkDays = 30

/** How the front page of the story says who somebody is. */
const storyWhat: Record<string, string> = {
  child: 'child',
  mother: 'mother',
  father: 'father',
  stepParent: 'stepfather',
  grandparent: 'grandparent',
  auntOrUncle: 'aunt or uncle',
  sibling: 'brother or sister',
  friend: 'friend',
  advocate: 'advocate',
  interpreter: 'interpreter',
  kin: 'relative',
}

const afterHours = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)

export async function readSelf(op: Operation) {
  const { viewer } = op
  const worker =
    viewer.kind === 'worker'
      ? await op.tx.worker.findUnique({ where: { id: viewer.id }, select: { id: true, name: true, title: true, phone: true } })
      : null
  const person =
    viewer.kind === 'person'
      ? await op.tx.person.findUnique({ where: { id: viewer.id }, select: { id: true, name: true, zone: true } })
      : null
  return { worker, person }
}

/** Everybody one can be in the story: workers first, then each family's people. */
export async function readStoryCast(permit: Permit<'story:choose'>) {
  const { tx } = permit.op
  if (!(await readCouncil(permit.op)).story) return null
  const workers = await tx.worker.findMany({ select: { id: true, name: true, title: true }, orderBy: { name: 'asc' } })
  const people = await tx.$queryRaw<
    { id: string; name: string; kind: string; relation: string | null; family: string; moment: string | null }[]
  >`SELECT "id"::text, "name", "kind", "relation", "family", "moment" FROM people_of_story()`
  return [
    ...workers.map((worker) => ({ id: worker.id, name: worker.name, what: worker.title, family: null, moment: null })),
    ...people.map(({ kind, relation, ...person }) => ({ ...person, what: storyWhat[relation ?? kind] ?? 'friend' })),
  ]
}

/** Signs in as a worker or person of the story; the session's token itself is kept nowhere. */
export async function becomeChosen(permit: Permit<'story:choose'>, id: string): Promise<void> {
  const { op } = permit
  const council = await readCouncil(op)
  if (!council.story || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('storyOnly')
  await endSession(op)
  const token = op.newToken('session')
  const endsAt = afterHours(op.now, sessionHours[(await op.tx.worker.count({ where: { id } })) > 0 ? 'worker' : 'person'])
  const [begun] = await op.tx.$queryRaw<{ done: boolean }[]>`
    SELECT become_in_story(${id}::uuid, ${op.key.fingerprint(token, 'session')}, ${op.now}, ${endsAt}) AS "done"`
  if (!begun?.done) throw new Refusal('notYours', 'id')
  op.session = { token }
}

/**
 * Makes a new link for a person in the place of every earlier one. Whoever signed in by those stays signed in: a worker who makes a link
 * signs no relative out. Gives token and code, which are kept nowhere.
 */
export async function replaceSignInLink(permit: Permit<'account:makeLink'>): Promise<{ token: string; code: string }> {
  const { op, viewer, subjectId: personId, familyId } = permit
  await endLinks(permit, personId)
  const token = op.newToken('signIn')
  const code = String(op.chance(10 ** codeDigits)).padStart(codeDigits, '0')
  await op.tx.signInLink.createMany({
    data: [
      {
        familyId,
        personId,
        createdById: viewer.id,
        createdAt: op.now,
        endsAt: afterHours(op.now, linkDays * 24),
        tokenHash: keptOf(op.key.fingerprint(token, 'signIn')),
        codeHash: op.key.fingerprint(code, `code/${token}`),
      },
    ],
  })
  return { token, code }
}

/** An open link, as this browser may try it. */
interface OpenLink {
  createdById: string
  /** Another device opened it first. */
  isElsewhere: boolean
  wrongAt: Date[]
}

/** The open link behind a token, and from when a code may be tried; null when it was replaced, has ended, or never was. */
export async function openLink(op: Operation, token: string) {
  const device = op.device === null ? null : op.key.fingerprint(op.device, 'device')
  const [link] = await op.tx.$queryRaw<OpenLink[]>`
    SELECT "createdById"::text, "isElsewhere", "wrongAt"
      FROM link_behind(${op.key.fingerprint(token, 'signIn')}, ${device}::bytea, ${op.now})`
  return link === undefined ? null : { ...link, mayTryFrom: link.isElsewhere ? null : mayTryCodeFrom(link.wrongAt, op.now) }
}

/**
 * Tries a spoken code. A wrong one is counted even though it is refused, so this runs outside any savepoint; tries at the same moment wait
 * for each other, and for a link that is being replaced. The first right one binds the link to this device, and only that device may try
 * codes from then on. Throws linkEnded, otherDevice, codeWrong, codeTooOften.
 */
export async function tryCode(op: Operation, token: string, code: string): Promise<void> {
  const [session, device] = [op.newToken('session'), op.device ?? op.newToken('device')]
  const linkIs = op.key.fingerprint(token, 'signIn')
  await op.tx.$executeRaw`SELECT hold_link(${linkIs})`
  const link = await openLink(op, token)
  if (link?.mayTryFrom) throw new Refusal('codeTooOften', 'code')
  const given = op.key.fingerprint(code.replaceAll(/\D/g, ''), `code/${token}`)
  const { nonce, mac } = macOfRefusedSignIn(op, 'otherDevice')
  const [tried] = await op.tx.$queryRaw<{ so: 'signedIn' | 'linkEnded' | 'otherDevice' | 'codeWrong' | 'codeTooOften' }[]>`
    SELECT sign_in(${linkIs}, ${given}, ${op.key.fingerprint(device, 'device')}, ${op.key.fingerprint(session, 'session')}, ${op.now},
      ${afterHours(op.now, sessionHours.person)}, ${nonce}::uuid, decode(${mac}, 'hex')) AS "so"`
  const so = tried?.so ?? 'linkEnded'
  if (so === 'linkEnded' || so === 'otherDevice') throw new Refusal(so, 'token')
  if (so !== 'signedIn') {
    const wrongAt = [...wrongCodesNow(link?.wrongAt ?? [], op.now), op.now]
    throw new Refusal(mayTryCodeFrom(wrongAt, op.now) === null ? so : 'codeTooOften', 'code')
  }
  await endSession(op)
  op.session = { token: session }
  op.keepDevice = device
}

/** What was tried with the links that a family's people have now, and did not open them; by person, of those who have one. */
export async function linkTriesOf({ op, familyId }: Permit<'account:makeLink'>) {
  const links = await op.tx.signInLink.findMany({
    where: { familyId, replacedAt: null, endsAt: { gt: op.now } },
    select: { personId: true, wrongCodes: true, wrongCodeAt: true, otherDeviceAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return new Map(
    links.map(({ personId, wrongCodes, wrongCodeAt, otherDeviceAt }) => [
      personId,
      { wrongCodes, wrongCodeAt: wrongCodeAt?.toISOString() ?? null, otherDeviceAt: otherDeviceAt?.toISOString() ?? null },
    ]),
  )
}

/**
 * Ends the session of this browser, if it has one; whoever comes after on the same tablet leaves nobody signed in behind them. What lets
 * the device open a draft again stays: it takes the same person, and what the device keeps.
 */
export async function endSession(op: Operation): Promise<void> {
  const { viewer } = op
  if (viewer.kind !== 'worker' && viewer.kind !== 'person') return
  await op.tx.session.updateMany({ where: { id: viewer.sessionId }, data: { endedAt: op.now } })
  op.session = 'ended'
}

async function endLinks({ op }: Permit<'account:makeLink' | 'account:endAccess'>, personId: string): Promise<void> {
  await op.tx.signInLink.updateMany({ where: { personId, replacedAt: null }, data: { replacedAt: op.now } })
}

/** Ends every link of a person, and every session that one opened. */
export async function endLinksAndSessions(permit: Permit<'account:endAccess'>, personId: string): Promise<void> {
  const { op } = permit
  await endLinks(permit, personId)
  await op.tx.$executeRaw`SELECT end_sessions_of(${personId}::uuid, ${op.now})`
}
