import { workers } from '../src/cast'
import { asking, move, o, part, refused, type RootFieldCase, type StoryServer } from './field-case'

const { helen } = workers

/** The day until private family time. */
export async function* dayCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { ask, versionOf, osei } = asking(server)
  yield {
    ...o,
    field: 'changed',
    document: 'subscription ($id: ID!) { changed(meetingId: $id) }',
    variables: { id: osei.meetingId },
    rightful: helen.id,
    stir: async () =>
      ask(helen.id, 'mutation ($id: ID!) { attend(participantId: $id, attended: true) { __typename } }', {
        id: part(osei, osei.people.ama),
      }),
  }
  yield {
    ...o,
    field: 'attend',
    document: `mutation ($id: ID!) {
      attend(participantId: $id, attended: true) { ${refused} ... on AttendDone { meeting { participants { name attended } } } }
    }`,
    variables: { id: part(osei, osei.people.kwame) },
    rightful: helen.id,
  }
  yield {
    ...o,
    field: 'moveStage',
    document: move,
    variables: { id: osei.meetingId, to: 'privateTime', v: await versionOf(osei.meetingId) },
    rightful: helen.id,
  }
}
