import { workers } from '@kinplan/testkit/cast'
import type { TestServer, Visitor } from '@kinplan/testkit/test-server'
import { documents, done, moveStage, only, type PrivateTime } from './private-time'

const refused = '__typename ... on Refused { code field }'
const steps = 'steps { what who bottomLineId heading }'

export const paperDocuments = {
  type: `mutation ($input: TypePaperPlanInput!) { typePaperPlan(input: $input) { ${refused} ... on TypePaperPlanDone { meeting {
    paperPlans { id typing state typedBy typedAt readBackTo wantYouToKnow ${steps} } } } } }`,
  takeBack: `mutation ($id: ID!) { takeBackPaperPlan(paperPlanId: $id) { ${refused} } }`,
  confirm: `mutation ($id: ID!) { confirmPaperPlan(paperPlanId: $id) { ${refused} ... on ConfirmPaperPlanDone { myMeeting {
    paperPlan { id } plans { id version fromPaper } } } } }`,
  confirmFor: `mutation ($input: ConfirmPaperPlanForInput!) { confirmPaperPlanFor(input: $input) { ${refused}
    ... on ConfirmPaperPlanForDone { meeting { plans { id version fromPaper } } } } }`,
  doubt: `mutation ($input: DoubtPaperPlanInput!) { doubtPaperPlan(input: $input) { ${refused} ... on DoubtPaperPlanDone { myMeeting {
    paperPlan { stopped doubted } } } } }`,
  takeBackDoubt: `mutation ($id: ID!) { takeBackPaperDoubt(paperPlanId: $id) { ${refused} ... on TakeBackPaperDoubtDone { myMeeting {
    paperPlan { stopped doubted } } } } }`,
  mine: `query ($id: ID!) { myMeeting(id: $id) { plans { id } paperPlan { id typedBy readBackTo wantYouToKnow stopped doubted mayAnswer
    ${steps} } } }`,
  typings: 'query ($id: ID!) { meeting(id: $id) { plans { id } paperPlans { id state typing doubts { name words } } } }',
}

const blank = { byWhen: 'Monday', howWeWillKnow: 'She is in class', helpNeeded: 'A bus pass', ifItDoesNotWork: 'Ring Jo' }

interface Typing {
  id: string
  state: string
  typing: number
  doubts: { name: string; words: string }[]
}

/** A family that wrote on paper, and Helen, who types it in: what the tests do again and again. */
export async function onPaper(server: TestServer, family: PrivateTime) {
  const { meetingId, personIds, bottomLineId } = family
  const helen = await server.as(workers.helen.id)
  const { meeting } = await helen.send('query ($id: ID!) { meeting(id: $id) { participants { id person { id } } } }', { id: meetingId })
  const parts = (meeting as { participants: { id: string; person: { id: string } | null }[] }).participants
  const partOf = (who: keyof PrivateTime['personIds']) => parts.find(({ person }) => person?.id === personIds[who])?.id ?? ''
  const input = (changes: Record<string, unknown> = {}) => ({
    input: {
      meetingId,
      replacesId: null,
      readBackTo: [partOf('mum'), partOf('gran')],
      wantYouToKnow: 'We love her 💛',
      steps: [
        { ...blank, bottomLineId, what: '  Gran walks her\n', who: 'Gran' },
        { ...blank, heading: 'Ours', what: 'Tea on Sundays', who: 'All of us' },
      ],
      ...changes,
    },
  })
  const typings = async (who: Visitor = helen) =>
    (
      (await who.send(paperDocuments.typings, { id: meetingId }))['meeting'] as {
        paperPlans: Typing[] | null
        plans: { id: string }[]
      } | null
    )?.paperPlans ?? null
  return {
    helen,
    partOf,
    input,
    typings,
    /** Private family time ends without a phone, on the family's word, and the meeting goes on to agreeing. */
    async agreeing() {
      await done(helen, documents.endFor, { id: meetingId, saidBy: 'Gran' })
      await moveStage(helen, meetingId, 'agreeing')
    },
    /** Helen types it in; gives the typing's id. */
    async type(changes: Record<string, unknown> = {}): Promise<string> {
      const { meeting: after } = await done<{ meeting: { paperPlans: Typing[] } }>(helen, paperDocuments.type, input(changes))
      return after.paperPlans[0]?.id ?? ''
    },
    /** What waits for somebody's yes. */
    async waiting(who: Visitor) {
      const data = (await who.send(paperDocuments.mine, { id: meetingId }))['myMeeting'] as {
        paperPlan: Record<string, unknown> | null
      } | null
      return data?.paperPlan ?? null
    },
    doubt: (who: Visitor, paperPlanId: string, words: string) => only(who, paperDocuments.doubt, { input: { paperPlanId, words } }),
  }
}
