import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { deliverOnce } from '@kinplan/server/message/outbox'
import type { DoorParts } from '@kinplan/server/graphql/operate'
import { manifest, type Browser } from '../browser'
import { everythingAtOnce } from '../everything-of'
import type { TestServer, Visitor } from '../test-server'
import type { Facts } from './facts'
import type { Received } from './search'

/** Takes what somebody received. */
export type Hear = (received: Pick<Received, 'channel' | 'to' | 'text'>) => void

/** Everything that somebody can ask the door for, with these ids. */
export async function lookAtQueries(schema: GraphQLSchema, visitor: Visitor, ids: readonly string[], to: string | null, hear: Hear) {
  hear({ channel: 'query', to, text: JSON.stringify(await everythingAtOnce(schema, visitor, ids)) })
}

/** The ids of one family's things. */
export interface IdsOfFamily {
  readonly family: string
  readonly meetings: readonly string[]
  readonly plans: readonly string[]
}

/** Every query that the apps and pages were built with, over HTTP, with each id of the kind that it takes. */
export async function lookAtDocuments(browser: Browser, ids: IdsOfFamily, to: string | null, hear: Hear) {
  for (const [documentId, text] of Object.entries(manifest)) {
    const [, declared = ''] = /^\s*query \w+\s*(?:\(([^)]*)\))?/.exec(text) ?? []
    if (!/^\s*query/.test(text) || text.includes('storyCast') || /: (String|TimesAsk)!/.test(declared)) continue
    const [, name] = /\$(\w+): ID!/.exec(declared) ?? []
    const [, root = ''] = /(\w+)\(\w+: \$\w+/.exec(text.slice(text.indexOf('{'))) ?? []
    const kinds = /plan/i.test(root) ? ids.plans : /family|accessRecord/i.test(root) ? [ids.family] : ids.meetings
    for (const id of name === undefined ? [null] : kinds) {
      const variables = { ...(name === undefined ? {} : { [name]: id }), ...(declared.includes('$first') ? { first: 100 } : {}) }
      const { data, errors } = await browser.door({ extensions: { documentId }, variables })
      hear({ channel: 'document', to, text: JSON.stringify({ data, errors }) })
    }
  }
}

/** The pages that work without JavaScript, as somebody who is signed in gets them; and a form that is refused. */
export async function lookAtPages(browser: Browser, to: string | null, hear: Hear) {
  for (const path of ['/', '/reply']) {
    const { text, headers } = await browser.get(path)
    // The demo's front page, which is not there in service, names everybody to anybody on purpose.
    if (!(path === '/' && text.includes('action="/choose"'))) hear({ channel: 'page', to, text: `${JSON.stringify(headers)} ${text}` })
  }
  const { text, headers } = await browser.post('/reply', { meetingId: 'none', version: '1', reply: 'coming', how: 'inRoom' })
  hear({ channel: 'page', to, text: `${JSON.stringify(headers)} ${text}` })
}

/** The page of a link, and of a wrong code or an empty report, as whoever has the link sees it. */
export async function lookAtLink(browser: Browser, path: string, to: string | null, hear: Hear) {
  const opened = await browser.get(path)
  const sent = await browser.post(path, path.startsWith('/p/') ? { code: '1' } : { state: 'none', words: '' })
  for (const { text, headers } of [opened, sent]) hear({ channel: 'page', to, text: `${JSON.stringify(headers)} ${text}` })
}

/** A worker's calendar, as their own calendar reads it. */
export async function lookAtFeed(browser: Browser, worker: Visitor, to: string, hear: Hear) {
  const made = await worker.send('mutation { makeCalendarFeed { ... on MakeCalendarFeedDone { address } } }')
  const { address } = made['makeCalendarFeed'] as { address: string }
  const { status, text, headers } = await browser.get(new URL(address).pathname)
  if (status !== 200) throw new Error(`The calendar answers ${status}`)
  hear({ channel: 'calendarFeed', to, text: `${JSON.stringify(headers)} ${text}` })
}

/** Every letter of the outbox, opened, to whom it goes: what waits and what has gone. */
export function lookAtMessages(facts: Pick<Facts, 'of'>, parts: DoorParts, heard: Set<string>, hear: Hear) {
  for (const message of facts.of('Message')) {
    // A letter stays as it was written, and is judged by who might have it then; of one that has gone no word is kept.
    if (heard.has(String(message['id']))) continue
    const sealed = Buffer.from(String(message['sealed']).slice(2), 'hex')
    if (sealed.length === 0) continue
    heard.add(String(message['id']))
    hear({ channel: 'message', to: String(message['personId']), text: parts.key.open(sealed, `message/${String(message['id'])}`) })
  }
}

/** What is delivered now, as files: the envelope's name and address stand in them too. Gives the promise links in them. */
export async function lookAtDelivered(server: TestServer, facts: Facts, hear: Hear) {
  const links: { token: string; personId: string }[] = []
  const folder = await mkdtemp(join(tmpdir(), 'kinplan-canary-'))
  try {
    while ((await deliverOnce({ ...server.parts, folder, demo: true })) > 0);
    for (const name of await readdir(folder)) {
      const message = facts.of('Message').find(({ id }) => name.includes(String(id)))
      const [personId, text] = [String(message?.['personId']), await readFile(join(folder, name), 'utf8')]
      hear({ channel: 'message', to: personId, text })
      for (const [, token = ''] of text.matchAll(/\/a\/([\w-]+)/g)) links.push({ token, personId })
    }
    return links
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The pack of paper: the day sheet for the coordinator, sheets of what the plan must make sure of for everybody, a slip for each. */
export async function lookAtPaper(coordinator: Visitor, meetingId: string, hear: Hear) {
  const { meeting } = (await coordinator.send(
    `query ($id: ID!) { meeting(id: $id) {
      familyName children { name } startWall endWall zone place coordinator { id name phone } referrer { name phone }
      bottomLines { text givenToFamilyOn }
      participants { name how state person { id } slip { kind startWall place arriveAt } }
    } }`,
    { id: meetingId },
  )) as { meeting: Pack | null }
  if (meeting === null) return
  const { bottomLines, participants, ...sheet } = meeting
  hear({
    channel: 'paper',
    to: meeting.coordinator.id,
    text: JSON.stringify({ ...sheet, names: participants.map(({ name, how }) => ({ name, how })) }),
  })
  const people = participants.flatMap(({ person, state }) => (person === null || state === 'notPart' ? [] : [person.id]))
  for (const { text, givenToFamilyOn } of bottomLines)
    if (givenToFamilyOn !== null) for (const to of people) hear({ channel: 'paper', to, text })
  for (const { person, slip, name } of participants)
    if (person !== null && slip !== null) hear({ channel: 'paper', to: person.id, text: JSON.stringify({ slip, name }) })
}

interface Pack {
  coordinator: { id: string }
  bottomLines: { text: string; givenToFamilyOn: string | null }[]
  participants: { name: string; how: string | null; state: string; person: { id: string } | null; slip: object | null }[]
}

/** What is malformed in every way that a document can be, for each root field: what comes back is heard as errors. */
export async function lookAtErrors(schema: GraphQLSchema, visitor: Visitor, browser: Browser, to: string | null, hear: Hear) {
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const)
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (['storyCast', 'chooseWho', 'leave'].includes(field.name) || field.args.length === 0) continue
      const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
      const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
      const document = `${kind} (${declared}) { ${field.name}(${passed}) { __typename } }`
      for (const wrong of [Number.NaN, 'not what it should be', ['list'], { of: 'object' }]) {
        const variables = Object.fromEntries(field.args.map(({ name }) => [name, wrong]))
        const { result } = await visitor.ask(document, variables)
        hear({ channel: 'error', to, text: JSON.stringify(result) })
      }
    }
  for (const body of [null, [], {}, { query: '{ me { council { name } } }' }, { extensions: { documentId: 'none' } }]) {
    hear({ channel: 'error', to, text: JSON.stringify(await browser.door(body)) })
  }
}
