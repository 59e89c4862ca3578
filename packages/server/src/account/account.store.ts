import { codeDigits, mayTryCodeFrom, wrongCodesNow } from '@kinplan/domain/account/code-wait'
import { Refusal } from '@kinplan/domain/refusal'
import { nameJob, nameViewer } from '../access/identity.store'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import { forgetKeyShares } from '../private-time/draft.store'
import { readCouncil } from '../council/council.store'

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

/** Starts a session and says so to the browser; the token itself is kept nowhere. */
async function startSession(op: Operation, holder: { workerId: string } | { personId: string; linkId: string | null }): Promise<void> {
  const token = op.newToken()
  const hours = 'workerId' in holder ? sessionHours.worker : sessionHours.person
  await op.tx.session.createMany({
    data: [{ tokenHash: op.key.fingerprint(token, 'session'), ...holder, createdAt: op.now, endsAt: afterHours(op.now, hours) }],
  })
  op.session = { token }
}

/** Everybody one can be in the story: workers first, then each family's people. */
export async function readStoryCast(permit: Permit<'story:choose'>) {
  const { tx } = permit.op
  if (!(await readCouncil(permit.op)).story) return null
  const workers = await tx.worker.findMany({ select: { id: true, name: true, title: true }, orderBy: { name: 'asc' } })
  await nameJob(tx, 'story')
  const families = await tx.family.findMany({
    select: {
      name: true,
      people: {
        where: { endedAt: null },
        select: { id: true, name: true, kind: true, relations: { select: { kind: true } } },
        orderBy: { name: 'asc' },
      },
      meetings: { select: { kind: true, stage: true }, orderBy: { createdAt: 'desc' } },
    },
    orderBy: { openedAt: 'asc' },
  })
  await nameJob(tx, '')
  return [
    ...workers.map((worker) => ({ id: worker.id, name: worker.name, what: worker.title, family: null, moment: null })),
    ...families.flatMap(({ name: family, people, meetings: [latest] }) =>
      people.map(({ id, name, kind, relations: [relation] }) => ({
        id,
        name,
        what: storyWhat[relation?.kind ?? kind] ?? 'friend',
        family,
        moment: latest === undefined ? null : latest.kind === 'review' ? 'review' : latest.stage,
      })),
    ),
  ]
}

/** Signs in as a worker or person of the story. */
export async function becomeChosen(permit: Permit<'story:choose'>, id: string): Promise<void> {
  const { op } = permit
  const council = await readCouncil(op)
  if (!council.story || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('storyOnly')
  await endSession(op)
  if ((await op.tx.worker.count({ where: { id } })) > 0) return startSession(op, { workerId: id })
  await nameViewer(op.tx, { kind: 'person', id, familyId: '', sessionId: '' }, op.now)
  if ((await op.tx.person.count({ where: { id, endedAt: null } })) === 0) throw new Refusal('notYours', 'id')
  await startSession(op, { personId: id, linkId: null })
}

/**
 * Makes a new link for a person in the place of every earlier one. Whoever signed in by those stays signed in: a worker who makes a link
 * signs no relative out. Gives token and code, which are kept nowhere.
 */
export async function replaceSignInLink(permit: Permit<'account:makeLink'>): Promise<{ token: string; code: string }> {
  const { op, viewer, subjectId: personId, familyId } = permit
  await endLinks(permit, personId)
  const token = op.newToken()
  const code = String(op.chance(10 ** codeDigits)).padStart(codeDigits, '0')
  await op.tx.signInLink.createMany({
    data: [
      {
        familyId,
        personId,
        createdById: viewer.id,
        createdAt: op.now,
        endsAt: afterHours(op.now, linkDays * 24),
        tokenHash: op.key.fingerprint(token, 'signIn'),
        codeHash: op.key.fingerprint(code, `code/${token}`),
      },
    ],
  })
  return { token, code }
}

/** The open link behind a token: null when it was replaced, has ended, or never was. */
export async function openLink(op: Operation, token: string) {
  const link = await op.tx.signInLink.findUnique({
    where: { tokenHash: op.key.fingerprint(token, 'signIn') },
    select: {
      id: true,
      familyId: true,
      personId: true,
      createdById: true,
      codeHash: true,
      deviceHash: true,
      wrongAt: true,
      otherDeviceAt: true,
      endsAt: true,
      replacedAt: true,
    },
  })
  if (link === null || link.replacedAt !== null || link.endsAt <= op.now) return null
  const deviceHash = op.device === null ? null : op.key.fingerprint(op.device, 'device')
  const isElsewhere = link.deviceHash !== null && (deviceHash === null || Buffer.compare(link.deviceHash, deviceHash) !== 0)
  return { ...link, isElsewhere, mayTryFrom: isElsewhere ? null : mayTryCodeFrom(link.wrongAt, op.now) }
}
type OpenLink = NonNullable<Awaited<ReturnType<typeof openLink>>>

/**
 * Tries a spoken code. A wrong one is counted even though it is refused, so this runs outside any savepoint; tries at the same moment wait
 * for each other, and for a link that is being replaced. The first right one binds the link to this device, and only that device may try
 * codes from then on. Throws linkEnded, otherDevice, codeWrong, codeTooOften.
 */
export async function tryCode(op: Operation, token: string, code: string): Promise<void> {
  const where = { tokenHash: op.key.fingerprint(token, 'signIn') }
  // Changes nothing, and holds the row until the commit.
  await op.tx.signInLink.updateMany({ where: { ...where, replacedAt: null }, data: { replacedAt: null } })
  const link = await openLink(op, token)
  if (link === null) throw new Refusal('linkEnded', 'token')
  if (link.isElsewhere) throw await triedElsewhere(op, link)
  if (link.mayTryFrom !== null) throw new Refusal('codeTooOften', 'code')
  const given = op.key.fingerprint(code.replaceAll(/\D/g, ''), `code/${token}`)
  if (Buffer.compare(given, link.codeHash) !== 0) throw await triedWrongly(op, link)
  await endSession(op)
  await nameViewer(op.tx, { kind: 'person', id: link.personId, familyId: '', sessionId: '' }, op.now)
  if ((await op.tx.person.count({ where: { id: link.personId, endedAt: null } })) === 0) throw new Refusal('linkEnded', 'token')
  const device = op.device ?? op.newToken()
  if (link.deviceHash === null) {
    await op.tx.signInLink.updateMany({ where, data: { deviceHash: op.key.fingerprint(device, 'device'), wrongAt: [] } })
  }
  op.keepDevice = device
  await startSession(op, { personId: link.personId, linkId: link.id })
}

async function triedWrongly(op: Operation, link: OpenLink): Promise<Refusal> {
  const wrongAt = [...wrongCodesNow(link.wrongAt, op.now), op.now]
  await op.tx.signInLink.updateMany({ where: { id: link.id }, data: { wrongAt, wrongCodeAt: op.now, wrongCodes: { increment: 1 } } })
  return new Refusal(mayTryCodeFrom(wrongAt, op.now) === null ? 'codeWrong' : 'codeTooOften', 'code')
}

async function triedElsewhere(op: Operation, { id, familyId, personId, otherDeviceAt }: OpenLink): Promise<Refusal> {
  await op.tx.signInLink.updateMany({ where: { id }, data: { otherDeviceAt: op.now } })
  const refusal = new Refusal('otherDevice', 'token')
  // A row each time would let anyone fill the record.
  if (otherDeviceAt === null || afterHours(otherDeviceAt, 1) <= op.now) {
    const decision = { allowed: false, reason: refusal.code } as const
    op.decisions.push({ viewer: op.viewer, right: 'account:signIn', subjectId: personId, familyId, decision })
  }
  return refusal
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

/** Ends the session of this browser, if it has one; whoever comes after on the same tablet leaves nobody signed in behind them. */
export async function endSession(op: Operation): Promise<void> {
  const { viewer } = op
  if (viewer.kind !== 'worker' && viewer.kind !== 'person') return
  await forgetKeyShares(op, viewer.sessionId)
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
  await op.tx.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: op.now } })
}
