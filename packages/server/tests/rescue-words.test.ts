import { randomBytes } from 'node:crypto'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  documents,
  done,
  familyInPrivateTime,
  letIn,
  linkFrom,
  newDevice,
  only,
  sha256,
  signedInBy,
  type PrivateTime,
} from './private-time'

const refused = '__typename ... on Refused { code field }'
const keep = `mutation ($input: KeepRescueWordsInput!) { keepRescueWords(input: $input) { ${refused} ... on KeepRescueWordsDone { room {
  rescueWordsWall } } } }`
const find = `mutation ($id: ID!, $p: String!) { findByRescueWords(meetingId: $id, wordsProof: $p) { ${refused}
  ... on FindByRescueWordsDone { draftId epoch sealed } } }`
const open = `mutation ($input: OpenByRescueWordsInput!) { openByRescueWords(input: $input) { ${refused} ... on OpenByRescueWordsDone {
  room { members { name } draft { id } begun } } } }`
const ofRoom = `query ($id: ID!) { myRoom(meetingId: $id) { rescueSalts rescueWordsWall rescueOpenings { sessionId name atWall here }
  draft { id } begun members { name } viewerCan } }`

interface RoomShown {
  rescueSalts: string[]
  rescueWordsWall: string | null
  rescueOpenings: { sessionId: string; name: string; atWall: string; here: boolean }[]
  draft: { id: string } | null
  begun: string
  members: { name: string }[]
}

/** What a phone makes of six words: here nobody could open it. */
function newWords() {
  const proof = randomBytes(32)
  const sealed = {
    salt: randomBytes(16).toString('base64url'),
    proofHash: sha256(proof).toString('base64url'),
    sealed: randomBytes(60).toString('base64url'),
  }
  return { proof: proof.toString('base64url'), sealed }
}

describe.each(enginesToTest())('rescue words, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let device: ReturnType<typeof newDevice>
  let words: ReturnType<typeof newWords>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    family = await beginning(server)
    mum = await server.as(family.personIds.mum)
    device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    words = newWords()
  })

  const kept = (of = words, changes: object = {}) => ({
    input: { draftId: device.draftId, memberProof: device.memberProof, epoch: 1, ...of.sealed, ...changes },
  })
  const shown = async (who: Visitor) => (await who.send(ofRoom, { id: family.meetingId }))['myRoom'] as RoomShown
  const finds = (who: Visitor, proof = words.proof) => only(who, find, { id: family.meetingId, p: proof })
  const opens = (who: Visitor, { proof = words.proof, memberProof = device.memberProof } = {}) =>
    only(who, open, { input: { meetingId: family.meetingId, wordsProof: proof, memberProof } })
  /** Whoever has a link of somebody's, and no more: the person on a new phone, or the worker who made it. */
  const minted = async (whose: keyof PrivateTime['personIds']) => signedInBy(server, await linkFrom(server, family.personIds[whose]))
  const onlyPhoneGone = async () => {
    await done(mum, keep, kept())
    return minted('mum')
  }

  it('open the draft on a new phone of the same person, which has the key then and says so to the one before', async () => {
    const again = await onlyPhoneGone()
    const before = await shown(again)
    expect(before).toMatchObject({ draft: null, begun: 'somebody', rescueSalts: [words.sealed.salt] })
    expect(await finds(again)).toMatchObject({ draftId: device.draftId, epoch: 1, sealed: words.sealed.sealed })
    expect(await opens(again)).toMatchObject({ room: { draft: { id: device.draftId } } })
    await done(again, documents.append, device.append([device.envelope()]))
    expect((await shown(mum)).rescueOpenings).toMatchObject([{ name: 'Mum', here: false, atWall: '2026-03-10T10:00' }])
    expect((await shown(again)).rescueOpenings).toMatchObject([{ here: true }])
  })

  it('open it for somebody else of the room, and the two are vouched for', async () => {
    await done(mum, keep, kept())
    const gran = await minted('gran')
    expect(await opens(gran)).toMatchObject({ room: { begun: 'together' } })
    expect((await shown(mum)).members.map(({ name }) => name)).toContain('Gran')
    expect((await shown(gran)).members).toHaveLength(3)
  })

  it('are told to nobody who has no key, and to no worker', async () => {
    await done(mum, keep, kept())
    expect(await shown(mum)).toMatchObject({ rescueWordsWall: '2026-03-10T10:00' })
    await opens(await minted('gran'))
    const dad = await shown(await server.as(family.personIds.dad))
    expect(dad).toMatchObject({ rescueWordsWall: null, rescueOpenings: [], draft: null })
    const rows = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
      tx.accessRecord.count({ where: { familyId: family.familyId, right: { startsWith: 'rescueWords' } } }),
    )
    expect(rows).toBe(0)
  })

  it('give a session that has a link and not the words nothing: neither key, draft nor name', async () => {
    await done(mum, keep, kept())
    const minting = await minted('gran')
    expect(await finds(minting, newWords().proof)).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await finds(minting, words.sealed.proofHash)).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await finds(minting, '')).toMatchObject({ code: 'rescueWordsWrong' })
    const { rescueSalts, ...rest } = await shown(minting)
    expect(rescueSalts).toEqual([words.sealed.salt])
    expect(rest).toMatchObject({ draft: null, members: [], rescueWordsWall: null, rescueOpenings: [] })
    expect(JSON.stringify(rest)).not.toContain(device.draftId)
  })

  it('are nothing to anybody outside the room: workers, another family, a relative who is not in it, a stranger', async () => {
    await done(mum, keep, kept())
    const other = await familyInPrivateTime(server)
    const outside = [
      await server.as(workers.helen.id),
      await server.as(workers.ruth.id),
      await server.as(family.personIds.jo),
      await server.as(other.personIds.mum),
      server.nobody,
    ]
    for (const who of outside) {
      expect(await finds(who)).toMatchObject({ code: 'notYours' })
      expect(await opens(who)).toMatchObject({ code: 'notYours' })
      expect(await only(who, keep, kept())).toMatchObject({ code: 'notYours' })
    }
    const elsewhere = await only(await server.as(other.personIds.mum), find, { id: other.meetingId, p: words.proof })
    expect(elsewhere).toMatchObject({ code: 'rescueWordsWrong' })
  })

  it('open nothing alone: who has the words shows the proof of the draft as well, and who has that the words', async () => {
    const again = await onlyPhoneGone()
    expect(await opens(again, { memberProof: device.shareProof })).toMatchObject({ code: 'proofWrong' })
    expect(await opens(again, { proof: newWords().proof })).toMatchObject({ code: 'rescueWordsWrong' })
    expect((await shown(again)).draft).toBeNull()
  })

  it('give the same answer to what is sent again after a lost line, and only while they are the words', async () => {
    const again = await onlyPhoneGone()
    const asked = () => again.send(find, { id: family.meetingId, p: words.proof }, 'the same key')
    const found = { findByRescueWords: { draftId: device.draftId, sealed: words.sealed.sealed } }
    for (let times = 0; times < 2; times++) expect(await asked()).toMatchObject(found)
    await done(mum, keep, kept(newWords()))
    expect(await asked()).toMatchObject({ findByRescueWords: { code: 'rescueWordsWrong' } })
  })

  it('are made by a phone that has the key and shows it, and by no other', async () => {
    expect(await only(mum, keep, kept(words, { memberProof: device.shareProof }))).toMatchObject({ code: 'proofWrong' })
    for (const who of [await minted('gran'), await minted('mum')])
      expect(await only(who, keep, kept())).toMatchObject({ code: 'notVouched' })
    expect(await only(mum, keep, kept(words, { epoch: 2 }))).toMatchObject({ code: 'changedMeanwhile' })
    for (const [field, text] of Object.entries({ salt: 'AAAA', proofHash: words.sealed.salt, sealed: 'A'.repeat(200) }))
      expect(await only(mum, keep, kept(words, { [field]: text }))).toMatchObject({ code: 'wordsBroken', field })
    expect((await shown(mum)).rescueSalts).toEqual([])
  })

  it('are replaced by new ones: the old ones find nothing', async () => {
    const again = await onlyPhoneGone()
    const next = newWords()
    await done(mum, keep, kept(next))
    expect(await finds(again)).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await opens(again)).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await finds(again, next.proof)).toMatchObject({ sealed: next.sealed.sealed })
    expect((await shown(again)).rescueSalts).toEqual([next.sealed.salt])
  })

  it('are for each draft: of two begun side by side either opens its own', async () => {
    await done(mum, keep, kept())
    const gran = await server.as(family.personIds.gran)
    const grans = newDevice(family.meetingId)
    await done(gran, documents.startDraft, { input: grans.start })
    const theirs = newWords()
    await done(gran, keep, kept(theirs, { draftId: grans.draftId, memberProof: grans.memberProof }))
    const dad = await minted('dad')
    expect((await shown(dad)).rescueSalts).toEqual([words.sealed.salt, theirs.sealed.salt])
    expect(await finds(dad, theirs.proof)).toMatchObject({ draftId: grans.draftId })
    expect(await opens(dad, { proof: theirs.proof })).toMatchObject({ code: 'proofWrong' })
    expect(await opens(dad, { proof: theirs.proof, memberProof: grans.memberProof })).toMatchObject({ room: { begun: 'together' } })
    // The other was closed, and its words with it.
    expect((await shown(dad)).rescueSalts).toEqual([theirs.sealed.salt])
    expect(await finds(await minted('mum'))).toMatchObject({ code: 'rescueWordsWrong' })
  })

  it('may be tried twenty times by one session, which takes nothing from the others', async () => {
    const again = await onlyPhoneGone()
    for (let tries = 0; tries < 20; tries++) expect(await finds(again, newWords().proof)).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await finds(again)).toMatchObject({ code: 'rescueWordsTooOften' })
    expect(await opens(again)).toMatchObject({ code: 'rescueWordsTooOften' })
    expect(await finds(await minted('gran'))).toMatchObject({ sealed: words.sealed.sealed })
  })

  it('open nothing once nobody writes any more, and go with the draft', async () => {
    await done(mum, keep, kept())
    const gran = await server.as(family.personIds.gran)
    await letIn(mum, gran, device)
    const dad = await minted('dad')
    await done(mum, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    const rows = () => server.database.transaction({ person: family.personIds.mum }, (tx) => tx.rescueWords.count())
    expect(await rows()).toBe(1)
    await server.database.transaction({ job: 'retention' }, (tx) => tx.draft.deleteMany({ where: { id: device.draftId } }))
    expect(await rows()).toBe(0)
    expect(await finds(dad)).toMatchObject({ code: 'rescueWordsWrong' })
  })

  it('do not let somebody back who kept the key and was signed out', async () => {
    await done(mum, keep, kept())
    const gran = await minted('gran')
    await letIn(mum, gran, device)
    const { myRoom } = await mum.send('query ($id: ID!) { myRoom(meetingId: $id) { sessions { id member letIn } } }', {
      id: family.meetingId,
    })
    const { sessions } = myRoom as { sessions: { id: string; member: string; letIn: boolean }[] }
    const drop = `mutation ($id: ID!, $s: ID!) { dropSession(meetingId: $id, sessionId: $s) { ${refused} } }`
    await done(mum, drop, { id: family.meetingId, s: sessions.find(({ member }) => member === family.personIds.gran)?.id })
    const since = await minted('gran')
    expect(await opens(since, { proof: newWords().proof })).toMatchObject({ code: 'rescueWordsWrong' })
    expect(await only(since, documents.append, device.append([device.envelope()]))).toMatchObject({ code: 'notVouched' })
  })

  it('tell of each time, also of a session that had the key before', async () => {
    await done(mum, keep, kept())
    expect((await shown(mum)).rescueOpenings).toEqual([])
    await opens(mum)
    expect((await shown(mum)).rescueOpenings).toMatchObject([{ name: 'Mum', here: true }])
  })
})
