import { workers } from '../src/cast'
import type { storyServer } from '../src/story-server'

const { helen } = workers

export type StoryServer = Awaited<ReturnType<typeof storyServer>>

/** One root field: what is asked, by whom rightfully, in a state of the story where its value exists. */
export interface RootFieldCase {
  field: string
  document: string
  variables: Record<string, unknown>
  /** What an intruder could hold instead, where holding the real thing is what makes somebody rightful. */
  held?: Record<string, unknown>
  /** Id of the person or worker whom the policy allows; null for nobody. */
  rightful: string | null
  /** Open to everybody, so that only somebody's data in the answer would be a leak. */
  open?: boolean
  /** Lists what is the asker's own, so that an intruder may have some of theirs. */
  own?: boolean
  /** The family of the story it is about. */
  family: 'carter' | 'osei' | 'hughes'
  /** Called after a subscription was opened, to make something happen. */
  stir?(): Promise<unknown>
}

export const refused = '__typename ... on Refused { code }'
export const input = (field: string, type: string, shown: string) =>
  `mutation ($input: ${type}!) {
    ${field}(input: $input) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } }
  }`
/** Moves a meeting from one stage to another. */
export const move = `mutation ($id: ID!, $to: Stage!, $v: Int!) {
  moveStage(meetingId: $id, to: $to, version: $v) { ${refused} ... on MoveStageDone { meeting { stage } } }
}`

export const c = { family: 'carter' } as const
export const o = { family: 'osei' } as const
export const h = { family: 'hughes' } as const

export const part = (family: { participants: Record<string, string> }, personId: string) => family.participants[personId]

/** What cases ask the server for, so that they can name what is there. */
export function asking(server: StoryServer) {
  const ask = async (who: string, document: string, variables: Record<string, unknown> = {}) =>
    (await server.phone(who)).send(document, variables)
  const at = async <T>(who: string, path: string, document: string, variables: Record<string, unknown>): Promise<T> =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], await ask(who, document, variables)) as T
  const versionOf = (meetingId: string) =>
    at<number>(helen.id, 'meeting.version', 'query ($id: ID!) { meeting(id: $id) { version } }', { id: meetingId })
  const partVersion = async (meetingId: string, participantId: string) =>
    (
      await at<{ id: string; version: number }[]>(
        helen.id,
        'meeting.participants',
        'query ($id: ID!) { meeting(id: $id) { participants { id version } } }',
        { id: meetingId },
      )
    ).find((one) => one.id === participantId)?.version
  return { ask, at, versionOf, partVersion, now: server.clock.now(), ...server.story }
}
