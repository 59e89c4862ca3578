import { workers } from '../src/cast'
import { asking, c, h, o, type RootFieldCase, type StoryServer } from './field-case'

const { priya, helen, ruth } = workers

/** What is read of each concept before anything is done. */
export async function* readingCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { carter, osei, hughes } = asking(server)
  yield {
    ...c,
    field: 'me',
    document: '{ me { council { name } worker { id name } person { id name } } }',
    variables: {},
    rightful: helen.id,
    open: true,
  }
  yield { ...c, field: 'storyCast', document: '{ storyCast { id name } }', variables: {}, rightful: null, open: true }
  yield {
    ...c,
    field: 'families',
    own: true,
    document: '{ families(first: 50) { families { id name children } } }',
    variables: {},
    rightful: priya.id,
  }
  yield { ...c, field: 'teams', document: '{ teams { id name } }', variables: {}, rightful: priya.id, open: true }
  yield {
    ...c,
    field: 'family',
    document: `query ($id: ID!) {
      family(id: $id) { id name people { id name contactPoints { value } availability { id } availabilityVersion } pairs { id } }
    }`,
    variables: { id: carter.id },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'meeting',
    document: 'query ($id: ID!) { meeting(id: $id) { id participants { name state preparation { isItSafe } } why { text } } }',
    variables: { id: carter.meetingId },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'accessRecord',
    document: 'query ($id: ID!) { accessRecord(familyId: $id, first: 5) { rows { who right } } }',
    variables: { id: carter.id },
    rightful: ruth.id,
  }
  yield {
    ...h,
    field: 'whoLooked',
    own: true,
    document: '{ whoLooked { looks { day who role about } } }',
    variables: {},
    rightful: hughes.people.carys,
  }
  yield {
    ...h,
    field: 'stuck',
    own: true,
    document: '{ stuck { worker { name } items { familyName subject } } }',
    variables: {},
    rightful: ruth.id,
  }
  yield {
    ...h,
    field: 'plan',
    document: 'query ($id: ID!) { plan(id: $id) { id steps { what } actions { text owner } } }',
    variables: { id: hughes.planId },
    rightful: priya.id,
  }
  yield {
    ...h,
    field: 'myPlan',
    document: 'query ($id: ID!) { myPlan(id: $id) { id steps { what } } }',
    variables: { id: hughes.planId },
    rightful: hughes.people.carys,
  }
  yield { ...h, field: 'myActions', own: true, document: '{ myActions { id text } }', variables: {}, rightful: hughes.people.carys }
  yield { ...o, field: 'myMeetings', own: true, document: '{ myMeetings { id children } }', variables: {}, rightful: osei.people.ama }
  yield {
    ...o,
    field: 'myMeeting',
    document: 'query ($id: ID!) { myMeeting(id: $id) { id children others { name } why { text } } }',
    variables: { id: osei.meetingId },
    rightful: osei.people.ama,
  }
  yield {
    ...c,
    field: 'myAvailability',
    own: true,
    document: '{ myAvailability { saidWhen version rules { start from } } }',
    variables: {},
    rightful: carter.people.daniel,
  }
}
