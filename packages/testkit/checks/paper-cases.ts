import { workers } from '../src/cast'
import { asking, input, o, part, refused, type RootFieldCase, type StoryServer } from './field-case'

const { helen } = workers

const byId = (field: string, shown: string) => `mutation ($id: ID!) {
  ${field}(paperPlanId: $id) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } }
}`

/** A plan from paper: typed in, doubted, taken back; and said to be theirs, in both ways. */
export async function* paperCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { ask, at, osei } = asking(server)
  const { ama } = osei.people
  const type = input('typePaperPlan', 'TypePaperPlanInput', 'meeting { paperPlans { id state } }')
  const typed = {
    input: {
      meetingId: osei.meetingId,
      replacesId: null,
      readBackTo: [part(osei, ama)],
      wantYouToKnow: 'We wrote this at the kitchen table.',
      steps: [
        {
          bottomLineId: null,
          heading: 'Mornings',
          what: 'Efua rings at seven.',
          who: 'Efua',
          byWhen: 'from Monday',
          howWeWillKnow: 'They are at school by nine.',
          helpNeeded: 'A second alarm clock.',
          ifItDoesNotWork: 'Efua comes round.',
        },
      ],
    },
  }
  const newest = () =>
    at<string>(helen.id, 'meeting.paperPlans.0.id', 'query ($id: ID!) { meeting(id: $id) { paperPlans { id } } }', { id: osei.meetingId })
  yield { ...o, field: 'typePaperPlan', document: type, variables: typed, rightful: helen.id }
  const id = await newest()
  yield {
    ...o,
    field: 'doubtPaperPlan',
    document: input('doubtPaperPlan', 'DoubtPaperPlanInput', 'myMeeting { paperPlan { stopped wantYouToKnow } }'),
    variables: { input: { paperPlanId: id, words: 'Efua rings at eight.' } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'takeBackPaperDoubt',
    document: byId('takeBackPaperDoubt', 'myMeeting { paperPlan { stopped wantYouToKnow } }'),
    variables: { id },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'takeBackPaperPlan',
    document: byId('takeBackPaperPlan', 'meeting { paperPlans { id state } }'),
    variables: { id },
    rightful: helen.id,
  }
  await ask(helen.id, type, typed)
  yield {
    ...o,
    field: 'confirmPaperPlanFor',
    document: input('confirmPaperPlanFor', 'ConfirmPaperPlanForInput', 'meeting { plans { id fromPaper } }'),
    variables: { input: { paperPlanId: await newest(), participantId: part(osei, ama), givenTo: 'slip' } },
    rightful: helen.id,
  }
  await ask(helen.id, type, typed)
  yield {
    ...o,
    field: 'confirmPaperPlan',
    document: byId('confirmPaperPlan', 'myMeeting { plans { id fromPaper } }'),
    variables: { id: await newest() },
    rightful: ama,
  }
}
