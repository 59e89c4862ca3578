import { parse } from 'graphql'
import type { Clock } from '@kinplan/server/platform/clock'
import type { Answer, Operate } from '@kinplan/server/graphql/operate'

type Variables = Record<string, unknown>
type Shown = Record<string, unknown>

/** Mutations that take something else than one `input`, with the types of what they take. */
const takes: Record<string, Record<string, string>> = {
  agreeBottomLine: { bottomLineId: 'ID!', version: 'Int!' },
  giveBottomLines: { meetingId: 'ID!', on: 'String!' },
  sendInvitations: { meetingId: 'ID!', version: 'Int!' },
  moveStage: { meetingId: 'ID!', to: 'Stage!', version: 'Int!' },
  attend: { participantId: 'ID!', attended: 'Boolean!' },
  endPrivateTime: { meetingId: 'ID!' },
  acceptAction: { actionId: 'ID!', version: 'Int!' },
  sendActions: { planId: 'ID!' },
  askQuestion: { meetingId: 'ID!', text: 'String!' },
  makeSignInLink: { personId: 'ID!' },
  endBreakGlass: { familyId: 'ID!' },
  withdrawUnseen: { meetingId: 'ID!' },
  writeWithdrawal: { participantId: 'ID!' },
}
const inputNames: Record<string, string> = { sayWhenICanCome: 'SayWhenInput', reportAction: 'ReportActionInput' }

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Tells a story through the real door: each step as the person who would take it, at the moment they would. */
export class StoryTeller {
  #present: Date
  readonly #operate: Operate
  readonly #sessions = new Map<string, string>()

  constructor(doorAt: (clock: Clock) => Operate, present: Date) {
    this.#present = present
    this.#operate = doorAt({ now: () => this.#present })
  }

  /** Moves the story's clock; people sign in anew, because their sessions would have ended. */
  at(present: Date): void {
    this.#present = present
    this.#sessions.clear()
  }

  get now(): Date {
    return this.#present
  }

  /** Asks a query as somebody, by id. */
  async ask(who: string, document: string, variables: Variables = {}): Promise<Shown> {
    return this.#data(await this.#operate(parse(document), variables, { session: await this.#session(who), storyPage: true }))
  }

  /** Does one mutation as somebody and gives what its Done shows; a refusal ends the story. */
  async does(who: string, mutation: string, given: Variables, show: string): Promise<Shown> {
    const args = takes[mutation] ?? { input: `${inputNames[mutation] ?? `${capital(mutation)}Input`}!` }
    const variables = takes[mutation] ? given : { input: given }
    const declared = Object.entries(args).map(([name, type]) => `$${name}: ${type}`)
    const passed = Object.keys(args).map((name) => `${name}: $${name}`)
    const document = `mutation (${declared.join(', ')}) {
      done: ${mutation}(${passed.join(', ')}) { __typename ... on Refused { code field } ... on ${capital(mutation)}Done { ${show} } }
    }`
    const data = await this.ask(who, document, variables)
    const done = data['done'] as Shown
    if (done['__typename'] === 'Refused') throw new Error(`${mutation} was refused: ${String(done['code'])} ${String(done['field'])}`)
    return done
  }

  async #session(who: string): Promise<string> {
    const known = this.#sessions.get(who)
    if (known) return known
    const document = parse('mutation ($id: ID!) { chooseWho(id: $id) { __typename ... on Refused { code } } }')
    const { session } = await this.#operate(document, { id: who }, { session: null, storyPage: true })
    if (session === null || session === 'ended') throw new Error(`The story has nobody with the id ${who}`)
    this.#sessions.set(who, session.token)
    return session.token
  }

  #data({ result }: Answer): Shown {
    const [error] = result.errors ?? []
    if (error) throw new Error(error.message, { cause: error })
    return { ...result.data }
  }
}
