import { randomBytes } from 'node:crypto'
import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { texts, type Text } from './classified-texts'
import type { Row } from './facts'
import { needlesIn } from './needles'

/** One text that is found again wherever it goes. */
export interface Canary {
  /** As it stands in an answer, a page, a message, a row. */
  readonly needles: readonly string[]
  readonly text: Text | 'spokenCode' | 'signInToken' | 'actionToken' | 'feedToken' | 'draftWords'
  /** Whoever sent it, or asked for it: they have it already. */
  readonly by: Set<string>
  /** Ids that came with it. */
  readonly about: Row
  /** Where it was kept, as the row was then. */
  row: { readonly column: string; readonly row: Row } | null
}

const word = /\s?canary[0-9a-f]{8}/g
const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Texts that have to be what they are: a date, a phone number, base64url. They are their own canary. */
const asTheyAre: readonly Text[] = [
  'AddPersonInput.bornOn',
  'ChildInput.bornOn',
  'AppendEnvelopesInput.device',
  'RelayHeadInput.device',
  'EnvelopeInput.nonce',
  'EnvelopeInput.sealed',
  'OfferJoinInput.jid',
  'ReplyToJoinInput.jid',
  'WrapForJoinInput.jid',
  'Query.joinOffer.jid',
  'AppendEnvelopesInput.memberProof',
  'RelayHeadInput.memberProof',
  'OfferJoinInput.memberProof',
  'WrapForJoinInput.memberProof',
  'KeepRescueWordsInput.memberProof',
  'KeepRescueWordsInput.salt',
  'KeepRescueWordsInput.sealed',
  'OpenByRescueWordsInput.memberProof',
  'OpenByRescueWordsInput.wordsProof',
  'Mutation.findByRescueWords.wordsProof',
  'ProposeShareInput.shareProof',
  'SharePlanInput.shareProof',
  'Mutation.endPrivateTime.memberProof',
  'Mutation.comeBackToDraft.memberProof',
  'Mutation.keepKeyShare.memberProof',
  'Mutation.stopEndWithoutKey.memberProof',
  'Mutation.stopShare.memberProof',
  'Mutation.doubtPlan.memberProof',
  'Mutation.takeBackDoubt.memberProof',
  'Mutation.undoEndWithoutKey.memberProof',
  'Subscription.envelopes.memberProof',
]
/** Whoever sends a token or a code holds it, and whoever asks with a proof made it: those are planted where they are made. */
export const heldAlready: readonly string[] = [
  'Mutation.signIn.code',
  'Mutation.signIn.token',
  'Query.actionByLink.token',
  'Query.heldTimes.token',
  'Query.joinOffer.jid',
  'Query.linkHolder.token',
  'Subscription.envelopes.memberProof',
  'ReportByLinkInput.token',
]
/** Minutes past an hour at which nothing of the stories begins or ends. */
const oddMinutes = /^\d\d:\d[1-46-9]/
/** Shorter texts stand in too many places by chance. */
const shortest = 8

/** Puts a canary into every confidential text that goes in at the door, and takes them out of what is shown to whoever tells the story. */
export class Plants {
  readonly canaries: Canary[] = []
  /** Texts that took a canary in. */
  readonly sown = new Set<Text>()
  readonly #known = new Map<string, Canary>()
  readonly #contacts = new Map<string, [string, string[]]>()
  /** Names of children as they were kept, by the name that was told. */
  readonly #children = new Map<string, string>()
  #phones = 0
  #rules = 0

  constructor(private readonly schema: GraphQLSchema) {}

  /** The variables with a canary in each confidential text, and those canaries. */
  plant(document: DocumentNode, variables: Row, by: string): { variables: Record<string, unknown>; planted: Canary[] } {
    const [operation] = document.definitions
    const planted: Canary[] = []
    if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation === 'query') return { variables: { ...variables }, planted }
    const sown: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(variables)) {
      const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)
      const type = declared && (typeFromAST(this.schema, declared.type as never) as GraphQLInputType | undefined)
      const about = { ...variables, ...(variables['input'] as Row | undefined) }
      sown[name] = type === undefined ? value : this.#sow(type, value, argumentOf(operation, name), { by, about, planted })
    }
    return { variables: sown, planted }
  }

  /** A canary that was made, and not typed: a token, a code, words that never reach the server in clear. */
  add(text: Canary['text'], needle: string, by: string, about: Row): Canary {
    return this.#keep({ needles: [needle], text, by: new Set([by]), about, row: null })
  }

  /** A new word. */
  word(): string {
    return `canary${randomBytes(4).toString('hex')}`
  }

  /** What the story's teller looks for again: the words as they were told. */
  strip<T>(shown: T): T {
    return JSON.parse(JSON.stringify(shown ?? null).replaceAll(word, '')) as T
  }

  #sow(type: GraphQLInputType, value: unknown, place: string, into: { by: string; about: Row; planted: Canary[] }): unknown {
    const inner = isNonNullType(type) ? type.ofType : type
    if (value === null || value === undefined) return value
    if (isListType(inner)) {
      const sown = (value as unknown[]).map((one) => this.#sow(inner.ofType as GraphQLInputType, one, place, into))
      return place === 'SayWhenInput.rules' ? [...sown, ...this.#canaryRules(into)] : sown
    }
    const named = getNamedType(inner)
    if (isInputObjectType(named)) {
      const fields = named.getFields()
      const about = { ...into.about, ...(value as Row) }
      return Object.fromEntries(
        Object.entries(value as Row).map(([field, one]) => {
          const known = fields[field]
          return [field, known === undefined ? one : this.#sow(known.type, one, `${named.name}.${field}`, { ...into, about })]
        }),
      )
    }
    return named.name === 'String' && typeof value === 'string' ? this.#sowText(value, place, into) : value
  }

  #sowText(value: string, place: string, { by, about, planted }: { by: string; about: Row; planted: Canary[] }): string {
    // A child is looked for by the whole name that was kept.
    if (place === 'BreakGlassInput.childName') return this.#children.get(value) ?? value
    const taken = (texts as Record<string, object | undefined>)[place]
    if (taken === undefined || 'open' in taken || value === '' || heldAlready.includes(place)) return value
    // Hours that somebody else has too are no canary: only those with minutes of their own.
    if (place.startsWith('RuleInput.') && !oddMinutes.test(value)) return value
    const text = place as Text
    const [sown, needles] = this.#canaryFor(text, value, about)
    if (needles.length === 0) return sown
    if (text === 'ChildInput.name') this.#children.set(value, sown)
    this.sown.add(text)
    planted.push(this.#keep({ needles, text, by: new Set([by]), about, row: null }))
    return sown
  }

  #canaryFor(text: Text, value: string, about: Row): [string, string[]] {
    if (text === 'AddContactPointInput.value') {
      // The same way of reaching somebody is the same when it is said again.
      const said = this.#contacts.get(value) ?? this.#canaryContact(about['kind'])
      this.#contacts.set(value, said)
      return said
    }
    if (text === 'CorrectInput.value' && about['field'] === 'personBornOn') return [value, [value]]
    if (text.startsWith('RuleInput.')) return [value, [value]]
    if (asTheyAre.includes(text)) {
      if (value.length < shortest) return [value, []]
      return [value, text.endsWith('bornOn') ? [value, longDate.format(new Date(value))] : [value]]
    }
    const needle = this.word()
    return [text.startsWith('JoinOffer') || /Offer|reply$|wrapped$/.test(text) ? `${value}${needle}` : `${value} ${needle}`, [needle]]
  }

  /** A phone number of Ofcom's for stories (07700 900000 to 900999), or an address by e-mail that leads nowhere. */
  #canaryContact(kind: unknown): [string, string[]] {
    if (kind === 'email') {
      const needle = this.word()
      return [`${needle}@example.org`, [needle]]
    }
    if (kind !== 'phone') {
      const needle = this.word()
      return [`1 ${needle} Road`, [needle]]
    }
    const digits = `900${String(999 - this.#phones++).padStart(3, '0')}`
    return [`07700 ${digits}`, [`07700 ${digits}`, `07700${digits}`, `+447700${digits}`, `7700 ${digits}`]]
  }

  /** Rules about years in which nobody looks for a time, so that the story goes on as it was: each with days and hours of its own. */
  #canaryRules({ by, about, planted }: { by: string; about: Row; planted: Canary[] }): object[] {
    const [turn, year] = [(2 * this.#rules) % 300, 2031 + Math.floor((2 * this.#rules++) / 300)]
    const day = (days: number) => new Date(Date.UTC(year, 0, 1 + turn + days)).toISOString().slice(0, 10)
    const minute = String(1 + (turn % 29)).padStart(2, '0')
    const hour = (first: number) => String(first + (turn % 5)).padStart(2, '0')
    const person = about['personId'] ?? by
    const add = (text: Text, ...needles: string[]) => {
      this.sown.add(text)
      planted.push(this.#keep({ needles, text, by: new Set([by]), about: { personId: person }, row: null }))
    }
    const shift = `${hour(10)}:${minute}-${hour(16)}:${minute}`
    const busy = `${day(0)}T${hour(10)}:${minute}:00.000Z/${day(0)}T${hour(11)}:${minute}:00.000Z`
    const sleepUntil = `${hour(17)}:${String(30 + Number(minute)).padStart(2, '0')}`
    const [start, end] = [`${hour(5)}:${minute}`, `${hour(19)}:${minute}`]
    add('RuleInput.from', day(0))
    add('RuleInput.until', day(1))
    add('RuleInput.shifts', `${day(0)} ${shift}`)
    add('RuleInput.busy', busy)
    const offered = { start, end, how: ['phone'] }
    return [
      { kind: 'cannot', from: day(0), until: day(1) },
      { kind: 'roster', from: day(0), until: day(1), shifts: [`${day(0)} ${shift}`], sleepUntil, ...offered },
      { kind: 'calendar', from: day(0), until: day(1), busy: [busy], ...offered },
    ]
  }

  /** Keeps it; where the same text was sent before, by others too. */
  #keep(canary: Canary): Canary {
    const before = canary.needles.flatMap((needle) => this.#known.get(needle) ?? [])[0]
    if (before !== undefined) {
      for (const by of canary.by) before.by.add(by)
      return before
    }
    for (const needle of canary.needles) {
      // A canary that the search could not see would make every zero a lie.
      if (!needlesIn(needle).includes(needle)) throw new Error(`A canary of ${canary.text} has a shape that is not looked for`)
      this.#known.set(needle, canary)
    }
    this.canaries.push(canary)
    return canary
  }
}

/** The argument that a variable is given to, as the classification names it. */
function argumentOf(operation: OperationDefinitionNode, variable: string): string {
  const root = operation.operation === 'mutation' ? 'Mutation' : 'Subscription'
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue
    const found = (field as FieldNode).arguments?.find(({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable)
    if (found) return `${root}.${(field as FieldNode).name.value}.${found.name.value}`
  }
  return ''
}
