import { randomUUID } from 'node:crypto'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { storyServer } from '@kinplan/testkit/story-server'
import { dateFrom } from '@kinplan/testkit/story-moments'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rootFieldCases } from '../../testkit/checks/root-field-cases'
import { textPlaces, withText } from './every-text'
import { sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'
import { done, familyInPrivateTime, letIn, newDevice, only, sha256, documents, shownToAll } from './private-time'

const { helen, priya, ruth } = workers
const refused = '__typename ... on Refused { code field }'
const input = (field: string, type: string, shown = '') =>
  `mutation ($input: ${type}!) { ${field}(input: $input) {
    ${refused} ${shown && `... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} }`} } }`
const move = `mutation ($id: ID!, $to: Stage!, $v: Int!) { moveStage(meetingId: $id, to: $to, version: $v) { ${refused} } }`
const signIn = `mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { ${refused} } }`
const makeLink = `mutation ($id: ID!) { makeSignInLink(personId: $id) { __typename ... on MakeSignInLinkDone { address spokenCode } ...
    on Refused { code } } }`
const blankStep = {
  bottomLineId: null,
  heading: null,
  what: 'We ring.',
  who: '',
  byWhen: '',
  howWeWillKnow: '',
  helpNeeded: '',
  ifItDoesNotWork: '',
}

/** Kept exactly: emoji with a skin tone and joiners, direction marks, a letter of two parts, line ends, spaces at both ends. */
const strange = '  👩🏽‍👧 \u200fשלום\u200e e\u0301 \r\n\t\u202bمرحبا\u202c \ufeff '
const most = strange + '𝔉'.repeat((5_000 - strange.length - 1) / 2) + 'xx'.slice(0, 1 + ((5_000 - strange.length - 1) % 2))

describe.each(enginesToTest())('bad input at the door, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  let coordinator: Visitor
  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    family = await beginning(server)
    coordinator = await server.as(helen.id)
  })

  const meetingNow = async (id = family.meetingId) =>
    (
      await coordinator.send(
        `query ($id: ID!) { meeting(id: $id) { version stage startWall why { text } plans { id } participants { id version
          preparation { isItSafe } } } }`,
        { id },
      )
    )['meeting'] as {
      version: number
      stage: string
      startWall: string | null
      why: { text: string }[]
      plans: { id: string }[]
      participants: { id: string; version: number }[]
    }
  const partVersion = async (id: string) => (await meetingNow()).participants.find((part) => part.id === id)?.version
  const booking = async (change: object) => ({
    input: {
      meetingId: family.meetingId,
      version: (await meetingNow()).version,
      date: '2026-04-14',
      start: '15:30',
      minutes: '90',
      place: 'The hub',
      ...change,
    },
  })

  it('takes no day that is not in the calendar', async () => {
    const impossible = [
      '2026-02-29',
      '2026-13-01',
      '2026-04-31',
      '31/02/2026',
      '12/31/2026',
      'tomorrow',
      '',
      ' ',
      '2026-04-14T10:00',
      '٢٠٢٦-٠٤-١٤',
      '-2026-04-14',
      '10000-01-01',
      '0000-00-00',
    ]
    const week = { kind: 'ordinaryWeek', weekdays: [1], start: '10:00', end: '11:00', how: ['phone'] }
    for (const day of impossible) {
      const said = [
        await only(coordinator, input('bookTime', 'BookTimeInput'), await booking({ date: day })),
        await only(coordinator, `mutation ($id: ID!, $on: String!) { giveBottomLines(meetingId: $id, on: $on) { ${refused} } }`, {
          id: family.meetingId,
          on: day,
        }),
        await only(await server.as(family.people.mum), input('sayWhenICanCome', 'SayWhenInput'), {
          input: { version: 0, zone: 'Europe/London', rules: [week, { kind: 'cannot', from: day, until: '2026-04-14' }] },
        }),
        await only(await server.as(priya.id), input('openFamily', 'OpenFamilyInput'), {
          input: {
            name: 'Lane',
            teamId: '00000000-0000-4000-8000-000000000011',
            zone: 'Europe/London',
            children: [{ name: 'Poppy', bornOn: day }],
          },
        }),
        await only(await server.as(ruth.id), input('decideNotPart', 'DecideNotPartInput'), {
          input: {
            participantId: family.participantOf('dad'),
            version: await partVersion(family.participantOf('dad')),
            reason: 'A reason',
            lookAgainOn: day,
            viewsGathered: false,
          },
        }),
      ]
      expect([day, said.map((answer) => answer.code)]).toEqual([day, said.map(() => 'dateImpossible')])
    }
    expect((await meetingNow()).startWall).toBeNull()
    expect(await only(coordinator, input('bookTime', 'BookTimeInput'), await booking({ date: '2028-02-29' }))).toMatchObject({
      __typename: 'BookTimeDone',
    })
  })

  it('takes no time that is not on the clock, and no end before its start', async () => {
    for (const start of ['24:00', '25:00', '10:60', '10', 'ten', '', '١٠:٠٠'])
      expect(await only(coordinator, input('bookTime', 'BookTimeInput'), await booking({ start }))).toMatchObject({
        code: 'timeImpossible',
      })
    for (const minutes of ['0', '-90', '7', '735', '9999', '1e2', '', 'NaN', '90.5'])
      expect(await only(coordinator, input('bookTime', 'BookTimeInput'), await booking({ minutes }))).toMatchObject({
        code: 'timeImpossible',
      })
    expect(
      await only(coordinator, input('bookTime', 'BookTimeInput'), await booking({ date: '2027-03-28', start: '01:30' })),
    ).toMatchObject({ code: 'timeImpossible', field: 'start' })
    const mum = await server.as(family.people.mum)
    const week = { kind: 'ordinaryWeek', weekdays: [1], start: '17:00', end: '10:00', how: ['phone'] }
    const say = (...rules: object[]) =>
      only(mum, input('sayWhenICanCome', 'SayWhenInput'), { input: { version: 0, zone: 'Europe/London', rules } })
    expect(await say(week)).toMatchObject({ code: 'endBeforeStart', field: 'rules.0.end' })
    expect(await say({ ...week, end: '17:00' })).toMatchObject({ code: 'endBeforeStart' })
    expect(await say({ ...week, end: '18:00' }, { kind: 'cannot', from: '2026-04-14', until: '2026-04-13' })).toMatchObject({
      code: 'endBeforeStart',
      field: 'rules.1.until',
    })
    expect(await mum.send('{ myAvailability { saidWhen } }')).toEqual({ myAvailability: { saidWhen: false } })
    const ask = {
      from: '2026-04-14',
      until: '2026-04-01',
      minutes: '90',
      earliest: '09:00',
      latest: '18:00',
      weekdays: [1],
      noticeDays: '0',
      bankHolidays: true,
      schoolHours: true,
      placeIds: [],
      stepFree: false,
      twoWaysOut: false,
      secondRoom: false,
    }
    const ranked = (change: object) =>
      coordinator.send(
        'query ($id: ID!, $ask: TimesAsk!) { rankedTimes(meetingId: $id, ask: $ask) { refused field proposals { start } } }',
        { id: family.meetingId, ask: { ...ask, ...change } },
      )
    expect(await ranked({})).toMatchObject({ rankedTimes: { refused: 'endBeforeStart', proposals: [] } })
    expect(await ranked({ from: '2026-02-30' })).toMatchObject({ rankedTimes: { refused: 'dateImpossible', proposals: [] } })
    expect((await meetingNow()).startWall).toBeNull()
  })

  it('moves one stage at a time, and for one of two who press at once', async () => {
    await done(coordinator, input('bookTime', 'BookTimeInput'), await booking({}))
    const { version } = await meetingNow()
    for (const to of ['preparing', 'booked', 'information', 'privateTime', 'agreeing', 'ended'])
      expect(await only(coordinator, move, { id: family.meetingId, to, v: version })).toMatchObject({ code: 'stageSkipped', field: 'to' })
    const other = await server.as(helen.id)
    const answers = await Promise.all(
      [coordinator, other, coordinator].map((who) => only(who, move, { id: family.meetingId, to: 'welcome', v: version })),
    )
    expect(answers.map((answer) => answer.code ?? 'done').toSorted()).toEqual(['changedMeanwhile', 'changedMeanwhile', 'done'])
    expect(await meetingNow()).toMatchObject({ stage: 'welcome', version: version + 1 })
  })

  it('shares a plan once, whoever presses at the same moment, and the same pressing again gives the same plan', async () => {
    const alone = await familyInPrivateTime(server)
    const device = newDevice(alone.meetingId)
    const [mum, gran] = [await server.as(alone.personIds.mum), await server.as(alone.personIds.gran)]
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, gran, device)
    const share = {
      input: {
        draftId: device.draftId,
        head: 0,
        shareProof: device.shareProof,
        wantYouToKnow: '',
        digest: sha256(Buffer.from('x')).toString('hex'),
        steps: [blankStep],
      },
    }
    await shownToAll(server, mum, share)
    const once = randomUUID()
    const pressed = await Promise.all([
      mum.send(documents.share, share, once),
      mum.send(documents.share, share, once),
      gran.send(documents.share, share, randomUUID()),
    ])
    const plans = pressed.map((answer) => answer['sharePlan'] as { code?: string; plan?: { id: string } })
    const shared = await meetingNow(alone.meetingId)
    expect(plans.filter((plan) => plan.code !== undefined).every((plan) => plan.code === 'draftClosed')).toBe(true)
    expect(new Set(plans.flatMap((plan) => plan.plan?.id ?? [])).size).toBe(1)
    expect(await only(mum, documents.share, share)).toMatchObject({ code: 'draftClosed' })
    expect((await meetingNow(alone.meetingId)).plans).toEqual(shared.plans)
    const seen = await mum.send('query ($id: ID!) { myMeeting(id: $id) { plans { id version } } }', { id: alone.meetingId })
    expect(seen).toMatchObject({ myMeeting: { plans: [{ version: 1 }] } })
  })

  it('opens no link that was replaced, and tells no code by trying, one after the other or all at once', async () => {
    const link = async () => {
      const { address, spokenCode } = await done<{ address: string; spokenCode: string }>(coordinator, makeLink, { id: family.people.gran })
      return { token: address.split('/').at(-1), code: spokenCode }
    }
    const old = await link()
    const fresh = await link()
    expect(await only(server.nobody, signIn, old)).toMatchObject({ code: 'linkEnded' })
    const wrong = { ...fresh, code: fresh.code === '00000000' ? '11111111' : '00000000' }
    const said: unknown[] = []
    for (let tries = 0; tries < 4; tries++) said.push((await only(server.nobody, signIn, wrong)).code)
    expect(said).toEqual(['codeWrong', 'codeWrong', 'codeTooOften', 'codeTooOften'])
    expect(await only(server.nobody, signIn, fresh)).toMatchObject({ code: 'codeTooOften' })
    const next = await link()
    const guesses = Array.from({ length: 24 }, (_, place) => ({
      ...next,
      code: String(Number(next.code) + place + 1)
        .padStart(8, '0')
        .slice(-8),
    }))
    const answers = await Promise.all(guesses.map((guess) => only(server.nobody, signIn, guess)))
    expect(answers.filter((answer) => answer.code === 'codeWrong')).toHaveLength(2)
    expect(await only(server.nobody, signIn, next)).toMatchObject({ code: 'codeTooOften' })
  })

  it('keeps words exactly, up to five thousand of them', async () => {
    expect(most).toHaveLength(5_000)
    const social = await server.as(priya.id)
    await done(social, input('addWhy', 'AddWhyInput'), { input: { meetingId: family.meetingId, kind: 'worry', text: most } })
    expect(
      await only(social, input('addWhy', 'AddWhyInput'), { input: { meetingId: family.meetingId, kind: 'worry', text: `${most}y` } }),
    ).toMatchObject({ code: 'wordsTooLong', field: 'text' })
    expect((await meetingNow()).why.map((one) => one.text)).toEqual([most])
    const said = { wantsToTakePart: most, whoShouldBeThere: most, isItSafe: most, whoMayKnow: most, howToReach: most, whatWouldHelp: most }
    const prepared = await done<{ meeting: { participants: { preparation: object | null }[] } }>(
      coordinator,
      input('prepare', 'PrepareInput', `meeting { participants { preparation { ${Object.keys(said).join(' ')} } } }`),
      {
        input: { participantId: family.participantOf('gran'), version: await partVersion(family.participantOf('gran')), ...said },
      },
    )
    expect(prepared.meeting.participants.flatMap((part) => part.preparation ?? [])).toEqual([said])
    const safety = Object.fromEntries(Object.keys(safetyWords).map((key) => [key, most]))
    const decided = await done<{ meeting: { safetyDecision: object } }>(
      await server.as(ruth.id),
      input('recordSafety', 'RecordSafetyInput', `meeting { safetyDecision { ${Object.keys(safety).join(' ')} } }`),
      { input: { meetingId: family.meetingId, ...safety } },
    )
    expect(decided.meeting.safetyDecision).toEqual(safety)

    const alone = await familyInPrivateTime(server)
    const device = newDevice(alone.meetingId)
    const mum = await server.as(alone.personIds.mum)
    const step = {
      bottomLineId: null,
      heading: strange,
      what: most,
      who: most,
      byWhen: most,
      howWeWillKnow: most,
      helpNeeded: most,
      ifItDoesNotWork: most,
    }
    await done(mum, documents.startDraft, { input: device.start })
    const shared = await done<{ plan: { steps: object[]; wantYouToKnow: string } }>(
      mum,
      input('sharePlan', 'SharePlanInput', `plan { wantYouToKnow steps { ${Object.keys(step).join(' ')} } }`),
      {
        input: {
          draftId: device.draftId,
          head: 0,
          shareProof: device.shareProof,
          wantYouToKnow: most,
          digest: sha256(Buffer.from('x')).toString('hex'),
          steps: [step, step],
        },
      },
    )
    expect(shared.plan).toEqual({ wantYouToKnow: most, steps: [step, step] })
  })
})

describe.each(enginesToTest())('every change at the door, on the %s database', (engine) => {
  let server: Awaited<ReturnType<typeof storyServer>>
  beforeAll(async () => {
    server = await storyServer(engine)
  })
  afterAll(() => server.drop())

  // Wrong codes cost waits, so what signs in is tried by itself above.
  const byItself = new Set(['signIn'])
  const broken = ['a\0b', 'half \ud83d of one', '\udc00', 'é'.repeat(5_001)]

  it('refuses a text that cannot be kept in every place where one goes in, and takes the same change twice as once', async () => {
    const taken: string[] = []
    const twice: string[] = []
    let places = 0
    for await (const one of rootFieldCases(server)) {
      const visitor = one.rightful === null ? server.nobody : await server.phone(one.rightful)
      const answerTo = async (variables: Record<string, unknown>, once?: string) => {
        const { result } = await visitor.ask(one.document, variables, once)
        const value = result.data?.[one.field] as { __typename?: string } | null | undefined
        return {
          fault: (result.errors ?? []).some((error) => error.extensions['code'] === 'FAULT'),
          done: value?.__typename?.endsWith('Done') ?? false,
        }
      }
      if (one.stir !== undefined) {
        await one.stir()
        continue
      }
      if (!byItself.has(one.field)) {
        for (const { path, scalar } of textPlaces(server.parts.schema, one.document, one.variables)) {
          for (const text of broken) {
            places++
            const answer = await answerTo(withText(one.variables, path, text))
            if (answer.fault || answer.done)
              taken.push(
                `${one.field} ${path.join('.')} ${scalar}: ${answer.fault ? 'fault' : 'taken'} ` +
                  `${text.length > 20 ? 'long' : JSON.stringify(text)}`,
              )
          }
        }
      }
      const once = randomUUID()
      const first = await answerTo(one.variables, once)
      const again = await answerTo(one.variables, once)
      if (one.document.includes('__typename') && one.rightful !== null && (!first.done || !again.done))
        twice.push(`${one.field}: ${JSON.stringify([first, again])}`)
    }
    expect(taken).toEqual([])
    expect(twice).toEqual([])
    expect(places).toBeGreaterThan(400)
  }, 300_000)

  it('refuses them also in what is said aloud and asked', async () => {
    const { carter, osei } = server.story
    const leanne = await server.as(carter.people.leanne)
    const coordinator = await server.as(helen.id)
    for (const [place, text] of broken.entries()) {
      const code = place < 3 ? 'wordsBroken' : 'wordsTooLong'
      expect(
        await only(leanne, `mutation ($id: ID!, $text: String!) { askQuestion(meetingId: $id, text: $text) { ${refused} } }`, {
          id: carter.meetingId,
          text,
        }),
      ).toMatchObject({ code })
      expect((await only(coordinator, documents.endFor, { id: osei.meetingId, saidBy: text })).__typename).toBe('Refused')
    }
    const later = dateFrom(server.clock.now(), 30)
    expect(
      await only(coordinator, input('bookTime', 'BookTimeInput'), {
        input: { meetingId: carter.meetingId, version: 2 ** 31 - 1, date: later, start: '10:00', minutes: '90', place: 'Hub' },
      }),
    ).toMatchObject({ code: 'changedMeanwhile' })
  })
})
