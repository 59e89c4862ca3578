import type { CurrentUserQuery, TrustedDocument } from './generated/graphql'
import type { Meeting } from './page/current-user'

/** What was sent over the line: the document's id, its variables, and the key under which it is done once. */
interface Sent {
  readonly id: string
  readonly variables: unknown
  readonly once: string | null
}

/** The network's edge: documents are answered here, and a line that is cut answers nothing. */
export class FakeNetwork {
  readonly sent: Sent[] = []
  isCut = false
  readonly #answers = new Map<string, (variables: never) => unknown>()

  answer<Data, Variables>(document: TrustedDocument<Data, Variables>, data: (variables: Variables) => Data | Promise<Data>): void {
    this.#answers.set(document.id, data)
  }

  readonly fetch = (_address: unknown, init?: RequestInit): Promise<Response> => {
    const { extensions, variables } = JSON.parse(String(init?.body)) as { extensions: { documentId: string }; variables: never }
    this.sent.push({ id: extensions.documentId, variables, once: new Headers(init?.headers).get('kinplan-once') })
    const answer = this.#answers.get(extensions.documentId)
    if (this.isCut || !answer) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(answer(variables)).then((data) => new Response(JSON.stringify({ data })))
  }

  sentFor<Data, Variables>(document: TrustedDocument<Data, Variables>): readonly Sent[] {
    return this.sent.filter(({ id }) => id === document.id)
  }
}

/** A socket that never opens. */
export class ClosedSocket extends EventTarget {
  static readonly OPEN = 1
  readonly readyState = 0
  close(): void {
    this.dispatchEvent(new Event('close'))
  }
}

const helen = { id: 'helen', name: 'Helen Okafor', title: 'Family meeting coordinator', phone: '01632 960103' }

export const meetingOfEllie: Meeting = {
  id: 'm1',
  kind: 'conference',
  stage: 'booked',
  zone: 'Europe/London',
  startWall: '2026-12-01T16:00',
  endWall: '2026-12-01T18:30',
  place: 'Willow Hub',
  arriveAt: '2026-12-01T15:50',
  children: ['Ellie'],
  coordinator: helen,
  referrer: { id: 'priya', name: 'Priya Shah', title: 'Social worker', phone: '01632 960101' },
  mine: { participantId: 'part', state: 'noAnswerYet', how: null, version: 2 },
  answeredBefore: false,
  timeOffBy: null,
  ways: ['inRoom', 'video', 'phone', 'spokenFor', 'letter'],
  others: [{ id: 'x', name: 'Tom' }],
  why: [{ id: 'w', kind: 'goingWell', text: 'Ellie loves her school' }],
  bottomLines: [{ id: 'b1', text: 'Ellie is safe at night' }],
  readers: ['Helen Okafor', 'Gran'],
  paperPlan: null,
  plans: [],
  ending: null,
  nextStep: null,
  anotherDayAsked: false,
  viewerCan: ['meeting_reply', 'why_ask', 'anotherDay_ask'],
}

export function currentUserAs(meeting: Partial<Meeting> = {}, more: Partial<CurrentUserQuery> = {}): CurrentUserQuery {
  return {
    me: {
      council: { name: 'Wendlebury Council', phone: '01632 960100', story: false },
      worker: null,
      person: { id: 'gran', name: 'Gran', zone: 'Europe/London' },
      signIns: [{ id: 's', atWall: '2026-11-21T09:12', linkOf: 'Helen Okafor', here: true }],
      storyPage: false,
      today: '2026-11-21',
    },
    myMeetings: [{ ...meetingOfEllie, ...meeting }],
    myAvailability: { zone: 'Europe/London', saidWhen: false, version: 0, today: '2026-11-21', rules: [] },
    myActions: [],
    ...more,
  }
}
