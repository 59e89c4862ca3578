import { asAdministrator } from '../as-administrator'
import type { CleanDatabase } from '../clean-database'

/** A row as PostgreSQL writes it as JSON: ids and dates are text. */
export type Row = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** All rows of the database at one moment, and whom a row is about. */
export class Facts {
  readonly tables: ReadonlyMap<string, readonly Row[]>

  constructor(rows: ReadonlyMap<string, readonly { row: Row }[]>) {
    this.tables = new Map([...rows].map(([model, found]) => [model, found.map(({ row }) => row)]))
  }

  of(model: string): readonly Row[] {
    return this.tables.get(model) ?? []
  }

  /** The person a row is about, over what it belongs to; null where it is about nobody alone. */
  personOf(row: Row): string | null {
    if ('bornOn' in row) return text(row['id'])
    const own = text(row['personId']) ?? text(row['ownerPersonId'])
    if (own !== null) return own
    const part = this.#byId('Participant', row['participantId'])
    if (part !== undefined) return text(part['personId'])
    const withdrawal = this.#byId('Withdrawal', row['withdrawalId'])
    if (withdrawal !== undefined) return this.personOf(withdrawal)
    const action = this.#byId('Action', row['actionId'])
    return action === undefined ? null : this.personOf(action)
  }

  workerOf(row: Row): string | null {
    const action = this.#byId('Action', row['actionId'])
    return text(row['ownerWorkerId']) ?? text(row['workerId']) ?? (action === undefined ? null : this.workerOf(action))
  }

  familyOf(row: Row): string | null {
    if ('openedById' in row) return text(row['id'])
    const family = text(row['familyId'])
    if (family !== null) return family
    const person = this.#byId('Person', this.personOf(row))
    const draft = this.#byId('Draft', row['draftId'])
    return text(person?.['familyId']) ?? (draft === undefined ? null : text(this.#byId('Meeting', draft['meetingId'])?.['familyId']))
  }

  peopleOf(row: Row): string[] {
    const family = this.familyOf(row)
    return this.of('Person')
      .filter((person) => person['familyId'] === family)
      .map(({ id }) => String(id))
  }

  meetingOf(row: Row): string | null {
    if ('coordinatorId' in row) return text(row['id'])
    const meeting = text(row['meetingId'])
    return meeting ?? text(this.planOf(row['planId'])?.['meetingId']) ?? text(this.#paperOf(row)?.['meetingId'])
  }

  stageOf(row: Row): string | null {
    return text(this.#byId('Meeting', this.meetingOf(row))?.['stage'])
  }

  planOf(id: unknown): Row | undefined {
    return this.#byId('Plan', id)
  }

  roomOf(row: Row): string | null {
    if ('draftStartedAt' in row) return text(row['id'])
    const draft = this.#byId('Draft', row['draftId'])
    return text(row['roomId']) ?? text(draft?.['roomId']) ?? text(this.#paperOf(row)?.['roomId'])
  }

  /** Whether what was typed in from paper became a plan. */
  isPlanNow(row: Row): boolean {
    const paper = this.#paperOf(row) ?? row
    return this.of('Plan').some((plan) => plan['paperPlanId'] === paper['id'])
  }

  #paperOf(row: Row): Row | undefined {
    return this.#byId('PaperPlan', row['paperPlanId'])
  }

  #byId(model: string, id: unknown): Row | undefined {
    return typeof id === 'string' ? this.of(model).find((row) => row['id'] === id) : undefined
  }
}

/** Every row of every table, as an administrator reads them. */
export function readFacts(clean: CleanDatabase): Promise<Facts> {
  return asAdministrator(clean, async (ask) => {
    const tables = await ask<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
    )
    const rows = await ask<{ name: string; row: Row }>(
      tables.map(({ name }) => `select '${name}' as name, to_jsonb(t) as row from "${name}" t`).join(' union all '),
    )
    return new Facts(Map.groupBy(rows, ({ name }) => name))
  })
}
