import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { audiences } from './audiences'
import { columns, type Classified, type Column } from './classified-columns'
import { texts, type Taken } from './classified-texts'
import type { Facts, Row } from './facts'
import { needlesIn } from './needles'
import type { Canary } from './plant'

/** Every way in which something of the server's comes to somebody. */
export const channels = [
  'query',
  'mutation',
  'error',
  'document',
  'page',
  'socket',
  'message',
  'paper',
  'calendarFeed',
  'log',
  'database',
  'dataFolder',
] as const
export type Channel = (typeof channels)[number]

/** One thing that reached somebody. `to`: the id of a person or worker; null for somebody with no right to anything. */
export interface Received {
  readonly channel: Channel
  readonly stage: string
  readonly to: string | null
  readonly text: string
}

export interface Hit {
  readonly channel: Channel
  readonly text: string
  readonly to: string
  readonly stage: string
}

/** Who may hold what was made and not typed. */
const made: Record<Exclude<Canary['text'], keyof typeof texts>, readonly (keyof typeof audiences)[]> = {
  spokenCode: ['nobody'],
  signInToken: ['the person'],
  actionToken: ['the person'],
  feedToken: ['nobody'],
  draftWords: ['nobody'],
}

/** Looks for every canary in what somebody received who is not among those who ever may. */
export class Search {
  readonly hits: Hit[] = []
  /** Texts whose canary came to somebody else who may have it. */
  readonly received = new Set<string>()
  bytes = 0
  bytesOnDisk = 0
  readonly seen: Record<string, number> = {}
  #byNeedle = new Map<string, Canary>()
  #allowed = new Map<Canary, ReadonlySet<string>>()
  #facts: Facts | null = null

  constructor(private readonly canaries: readonly Canary[]) {}

  /** From here on these facts say who may receive what. */
  now(facts: Facts): void {
    this.#facts = facts
    this.#allowed = new Map()
    this.#index()
  }

  /** Whether something came to this receiver that, as the facts were when they were last read, must not have. */
  suspects({ to, text }: Pick<Received, 'to' | 'text'>): boolean {
    this.#index()
    const found = new Set(needlesIn(text).flatMap((needle) => this.#byNeedle.get(needle) ?? []))
    return [...found].some((canary) => to === null || !this.mayHave(canary, to))
  }

  /** Adds what must not have come to this receiver to the hits; gives how many. */
  look({ channel, stage, to, text }: Received): number {
    this.bytes += Buffer.byteLength(text)
    this.seen[channel] = (this.seen[channel] ?? 0) + 1
    const found = new Set(needlesIn(text).flatMap((needle) => this.#byNeedle.get(needle) ?? []))
    const leaked = [...found].filter((canary) => to === null || !this.mayHave(canary, to))
    for (const canary of found) if (!canary.by.has(to ?? '') && !leaked.includes(canary)) this.received.add(canary.text)
    for (const canary of leaked) this.hits.push({ channel, text: canary.text, to: to ?? 'nobody', stage })
    return leaked.length
  }

  mayHave(canary: Canary, id: string): boolean {
    if (canary.by.has(id)) return true
    let allowed = this.#allowed.get(canary)
    if (allowed === undefined) this.#allowed.set(canary, (allowed = this.#whoMay(canary)))
    return allowed.has(id)
  }

  /** Rows in which a canary stands in a column where it was not meant to be kept. */
  lookInTables(facts: Facts, stage: string): number {
    this.#index()
    let leaked = 0
    for (const [model, rows] of facts.tables)
      for (const row of rows)
        for (const [field, value] of Object.entries(row)) {
          if (value === null || typeof value === 'number' || typeof value === 'boolean') continue
          const text = typeof value === 'string' ? value : JSON.stringify(value)
          this.bytes += Buffer.byteLength(text)
          for (const canary of new Set(needlesIn(text).flatMap((needle) => this.#byNeedle.get(needle) ?? []))) {
            if (mayStandIn(canary, `${model}.${field}`)) continue
            leaked++
            this.hits.push({ channel: 'database', text: canary.text, to: `${model}.${field}`, stage })
          }
        }
    this.seen['database'] = (this.seen['database'] ?? 0) + 1
    return leaked
  }

  /** The files of a folder, in which nothing may stand that is kept sealed or not at all. */
  async lookInFolder(folder: string, stage: string): Promise<void> {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) this.lookInBytes(await readFile(join(entry.parentPath, entry.name)), stage)
  }

  /** Bytes on the disk, in which nothing may stand that is kept sealed or not at all. */
  private lookInBytes(bytes: Buffer, stage: string): number {
    this.#index()
    const found = needlesIn(bytes.toString('latin1')).flatMap((needle) => this.#byNeedle.get(needle) ?? [])
    this.bytesOnDisk += bytes.length
    this.seen['dataFolder'] = (this.seen['dataFolder'] ?? 0) + 1
    const leaked = [...new Set(found)].filter(isSealed)
    for (const canary of leaked) this.hits.push({ channel: 'dataFolder', text: canary.text, to: 'whoever has the folder', stage })
    return leaked.length
  }

  #index(): void {
    if (this.#byNeedle.size > 0 && this.canaries.length === this.#indexed) return
    this.#byNeedle = new Map(this.canaries.flatMap((canary) => canary.needles.map((needle) => [needle, canary] as const)))
    this.#indexed = this.canaries.length
  }
  #indexed = 0

  #whoMay(canary: Canary): ReadonlySet<string> {
    const facts = this.#facts
    if (facts === null) return new Set()
    const [to, then] = audienceOf(canary)
    if (then === null) return new Set()
    // As the row is now: what was not given to the family may have been since.
    const row = facts.of(canary.row?.column.split('.')[0] ?? '').find(({ id }) => id !== undefined && id === then['id']) ?? then
    return new Set(to.flatMap((audience) => audiences[audience](row, facts)))
  }
}

function audienceOf(canary: Canary): [readonly (keyof typeof audiences)[], Row | null] {
  if (!(canary.text in texts)) return [made[canary.text as keyof typeof made], canary.about]
  const taken: Taken = texts[canary.text as keyof typeof texts]
  if ('open' in taken) return [[], null]
  if ('sent' in taken) return [taken.sent, canary.about]
  if (canary.row === null) return [[], null]
  const classified: Classified = columns[canary.row.column as Column]
  return 'to' in classified ? [classified.to, canary.row.row] : [[], null]
}

function mayStandIn(canary: Canary, column: string): boolean {
  if (!(canary.text in texts)) return false
  if (canary.text.startsWith('RuleInput.')) return column.startsWith('AvailabilityRule.')
  const taken: Taken = texts[canary.text as keyof typeof texts]
  if (!('kept' in taken) || canary.row === null) return false
  return taken.kept.some((kept) => kept === column && !('sealed' in columns[kept]))
}

function isSealed(canary: Canary): boolean {
  if (!(canary.text in texts)) return true
  const taken: Taken = texts[canary.text as keyof typeof texts]
  if ('sent' in taken) return true
  return 'kept' in taken && taken.kept.some((kept) => 'sealed' in columns[kept] && kept !== 'Envelope.sealed')
}
