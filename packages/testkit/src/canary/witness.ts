import type { GraphQLSchema } from 'graphql'
import { workers } from '../cast'
import type { TestServer } from '../test-server'
import { Ears } from './ears'
import { readFacts, type Facts, type Row } from './facts'
import type { ListeningServer } from './listening-server'
import {
  lookAtDelivered,
  lookAtDocuments,
  lookAtErrors,
  lookAtFeed,
  lookAtLink,
  lookAtMessages,
  lookAtPages,
  lookAtPaper,
  lookAtQueries,
  type Hear,
  type IdsOfFamily,
} from './look'
import type { Plants } from './plant'
import { hearQuotingFault } from './quoting-fault'
import type { Search } from './search'

/** Looks with the eyes of everybody, at a moment of a story, at all that comes to them. */
export class Witness {
  readonly #ears = new Ears()
  #heardOfMessages = new Set<string>()

  constructor(
    private readonly server: TestServer,
    private readonly web: ListeningServer,
    private readonly plants: Plants,
    private readonly search: Search,
  ) {}

  /** What everybody of a family, every worker and a relative of another family can see of it now. `whole`: by every way there is. */
  async look(stage: string, familyId: string, whole: boolean): Promise<void> {
    const facts = await this.#now(stage)
    const ids = idsOf(facts, familyId)
    const all = [familyId, ...ids.meetings, ...ids.plans]
    const drafts = this.#openDrafts(facts, ids.meetings)
    for (const to of viewersOf(facts, familyId)) {
      const visitor = await this.server.as(to)
      const browser = this.web.browser(visitor.session)
      const hear = this.#hear(stage)
      await lookAtQueries(this.schema, visitor, all, to, hear)
      await lookAtPages(browser, to, hear)
      if (whole) await lookAtDocuments(browser, ids, to, hear)
      this.#ears.listen(this.web, visitor.session, to, ids.meetings, drafts)
    }
    await lookAtQueries(this.schema, this.server.nobody, all, null, this.#hear(stage))
    const coordinator = await this.server.as(workers.helen.id)
    for (const meetingId of ids.meetings) await lookAtPaper(coordinator, meetingId, this.#hear(stage))
    lookAtMessages(facts, this.server.parts, this.#heardOfMessages, this.#hear(stage))
  }

  /** What is left when everything was told: malformed requests, links, calendars, files, log lines, bytes on the disk. */
  async lookAtTheEnd(stage: string): Promise<void> {
    const facts = await this.#now(stage)
    const hear = this.#hear(stage)
    const { owen, priya } = workers
    for (const to of [owen.id, priya.id]) {
      const visitor = await this.server.as(to)
      await lookAtErrors(this.schema, visitor, this.web.browser(visitor.session), to, hear)
    }
    await hearQuotingFault(this.server, this.plants, facts, hear)
    for (const { text, needles, about } of this.plants.canaries) {
      if (text === 'signInToken') await lookAtLink(this.web.browser(null), `/p/${needles[0]}`, String(about['personId']), hear)
    }
    for (const { id } of Object.values(workers)) await lookAtFeed(this.web.browser(null), await this.server.as(id), id, hear)
    for (const { token, personId } of await lookAtDelivered(this.server, facts, hear)) {
      this.plants.add('actionToken', token, personId, { personId })
      await lookAtLink(this.web.browser(null), `/a/${token}`, personId, hear)
    }
    this.search.lookInTables(await readFacts(this.server), stage)
    for (const line of this.server.log) hear({ channel: 'log', to: null, text: line })
    if (this.server.database.engine === 'embedded') await this.search.lookInFolder(this.server.config.dataFolder, stage)
  }

  private get schema(): GraphQLSchema {
    return this.server.parts.schema
  }

  #hear(stage: string): Hear {
    return (received) => void this.search.look({ ...received, stage })
  }

  /** What came over sockets since the last look is judged by what was true then, and by what is true now. */
  async #now(stage: string): Promise<Facts> {
    await this.server.heard()
    this.#ears.close(this.#hear(`until ${stage}`))
    const facts = await readFacts(this.server)
    this.search.now(facts)
    this.search.lookInTables(facts, stage)
    return facts
  }

  #openDrafts(facts: Facts, meetingIds: readonly string[]): { draftId: string; memberProof: string }[] {
    return facts
      .of('Draft')
      .filter((draft) => meetingIds.includes(String(draft['meetingId'])))
      .flatMap(({ id }) => {
        const proof = this.plants.canaries.find(({ text, about }) => text.endsWith('.memberProof') && about['draftId'] === id)
        return proof === undefined ? [] : [{ draftId: String(id), memberProof: proof.needles[0] ?? '' }]
      })
  }
}

function idsOf(facts: Facts, familyId: string): IdsOfFamily {
  const ofFamily = (model: string) =>
    facts
      .of(model)
      .filter((row) => row['familyId'] === familyId)
      .map(({ id }) => String(id))
  return { family: familyId, meetings: ofFamily('Meeting'), plans: ofFamily('Plan') }
}

function viewersOf(facts: Facts, familyId: string): string[] {
  const there = facts.of('Person').filter(({ endedAt }) => endedAt === null)
  const isOurs = (person: Row) => person['familyId'] === familyId
  const other = there.find((person) => !isOurs(person))
  return [...there.filter(isOurs), ...(other === undefined ? [] : [other])]
    .map(({ id }) => String(id))
    .concat(Object.values(workers).map(({ id }) => id))
}
