import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cleanDatabase, enginesToTest, type CleanDatabase } from '@kinplan/testkit/clean-database'
import type { Database, Tx } from '../../src/platform/database'
import { mayRunAgain, sqlState, violatedConstraint } from '../../src/platform/database-error'
import { savepoint } from '../../src/platform/savepoint'
import { probeProject, type ProbeProject } from './probe-project'

const nobody = {}

describe.each(enginesToTest())('the database keeps its word on %s', (engine) => {
  let project: ProbeProject
  let clean: CleanDatabase
  let database: Database

  beforeAll(async () => {
    project = await probeProject()
    clean = await cleanDatabase(engine, { projectRoot: project.root })
    database = clean.database
  })
  afterAll(async () => {
    await clean?.drop()
    await project?.remove()
  })
  /** As the probe's policy knows somebody. */
  const asAnn = <T>(work: (tx: Tx) => Promise<T>) =>
    database.transaction(nobody, async (tx) => {
      await tx.$queryRaw`select set_config('app.person', 'ann', true)`
      return work(tx)
    })
  beforeEach(async () => {
    await database.transaction(nobody, (tx) => tx.$executeRaw`delete from shelf`)
    await database.transaction(nobody, (tx) => tx.$executeRaw`delete from pair`)
    await asAnn((tx) => tx.$executeRaw`delete from note`)
  })

  const count = async (tx: Tx, table: 'shelf' | 'pair' | 'note') => {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`)
    return row?.n
  }
  const countNow = (table: 'shelf' | 'pair' | 'note') => database.transaction(nobody, (tx) => count(tx, table))

  it('gives back the same moment that was written, whatever zone the server keeps', async () => {
    const moment = new Date('2026-07-01T12:34:56.789Z')
    await asAnn((tx) => tx.$executeRaw`insert into note values ('ann', 'now', ${moment})`)
    const [row] = await asAnn(
      (tx) => tx.$queryRaw<{ written: Date; hour: number }[]>`
      select written, extract(hour from written at time zone 'UTC')::int as hour from note`,
    )
    expect(row).toEqual({ written: moment, hour: 12 })
  })

  it('runs every transaction as the app role, with row security on', async () => {
    const [row] = await database.transaction(
      nobody,
      (tx) =>
        tx.$queryRaw<{ super: boolean; secured: boolean }[]>`
        select rolsuper or rolbypassrls as super, row_security_active('note') as secured
        from pg_roles where rolname = current_user`,
    )
    expect(row).toEqual({ super: false, secured: true })
    const [outside] = await database.appendConnection<{ secured: boolean }>(nobody, `select row_security_active('note') as secured`, [])
    expect(outside).toEqual({ secured: true })
  })

  it("runs a job's transaction as another role, which cannot pass row security either, and comes back from it", async () => {
    const role = `select current_user = current_database() || '_jobs' as jobs, row_security_active('note') as secured`
    expect(await database.appendConnection({ job: 'any' }, role, [])).toEqual([{ jobs: true, secured: true }])
    expect(await database.transaction({ job: 'any' }, (tx) => tx.$queryRawUnsafe(role))).toEqual([{ jobs: true, secured: true }])
    expect(await database.appendConnection(nobody, role, [])).toEqual([{ jobs: false, secured: true }])
  })

  it('shows nobody rows to nobody, and does not carry who asked from one transaction to the next', async () => {
    await asAnn((tx) => tx.$executeRaw`insert into note (author, words) values ('ann', 'hello')`)
    expect(await asAnn((tx) => count(tx, 'note'))).toBe(1)
    expect(await countNow('note')).toBe(0)
    await expect(asAnn(() => Promise.reject(new Error('stop')))).rejects.toThrow('stop')
    expect(await countNow('note')).toBe(0)
    expect(await database.transaction({ job: 'ann' }, (tx) => count(tx, 'note'))).toBe(0)
    expect(await asAnn((tx) => tx.$queryRaw`select words from note`)).toEqual([{ words: 'hello' }])
    expect(await database.appendConnection(nobody, 'select words from note', [])).toEqual([])
  })

  it('gives the gate its functions, and the app only through them', async () => {
    await asAnn((tx) => tx.$executeRaw`insert into note (author, words) values ('ann', 'hello')`)
    expect(await database.appendConnection(nobody, 'select all_notes()::int as n', [])).toEqual([{ n: 1 }])
    await expect(database.appendConnection(nobody, 'create table mine (id int)', [])).rejects.toThrow('permission denied')
  })

  it('rejects when the commit fails, keeps nothing, and goes on', async () => {
    // More often than there are connections, so that one lost each time would be noticed.
    for (let turn = 0; turn < 12; turn++) {
      const failed: unknown = await database
        .transaction(nobody, (tx) => tx.$executeRaw`insert into pair values (1, 99)`)
        .then(
          () => 'committed',
          (error: unknown) => error,
        )
      expect(violatedConstraint(failed)).toBe('pair_other_known')
    }
    expect(await countNow('pair')).toBe(0)
    await expect(database.appendConnection(nobody, 'insert into pair values (1, 99)', [])).rejects.toThrow()
    expect(await countNow('pair')).toBe(0)
  })

  it('rejects when an error inside was swallowed, instead of rolling back quietly', async () => {
    const swallowing = database.transaction(nobody, async (tx) => {
      await tx.$executeRaw`insert into shelf values (1)`
      await tx.$executeRaw`insert into shelf values (1)`.catch(() => 0)
    })
    await expect(swallowing).rejects.toThrow()
    expect(await countNow('shelf')).toBe(0)
  })

  it('undoes only a savepoint that failed, also one inside another', async () => {
    await database.transaction(nobody, async (tx) => {
      await tx.$executeRaw`insert into shelf values (1)`
      await savepoint(tx, async () => {
        await tx.$executeRaw`insert into shelf values (2)`
        const refused: unknown = await savepoint(tx, async () => {
          await tx.$executeRaw`insert into shelf values (3)`
          await tx.$executeRaw`insert into shelf values (1)`
        }).catch((error: unknown) => error)
        expect(violatedConstraint(refused)).toBe('shelf_pkey')
      })
    })
    expect(await database.appendConnection(nobody, 'select id from shelf order by id', [])).toEqual([{ id: 1 }, { id: 2 }])
  })

  it.each([
    ['shelf_pkey', 'insert into shelf values (1), (1)'],
    ['shelf_id_positive', 'insert into shelf values (-1)'],
    ['pair_other_known', 'set constraints all immediate; insert into pair values (1, 99)'],
    ['booking_apart', `insert into booking values ('hall', '[1,3)'), ('hall', '[2,4)')`],
    ['told_by_function', `do $$ begin raise exception 'no' using errcode = '23514', constraint = 'told_by_function'; end $$`],
  ])('names the constraint %s that refused', async (name, sql) => {
    const refused: unknown = await database.transaction(nobody, (tx) => tx.$executeRawUnsafe(sql)).catch((error: unknown) => error)
    expect(violatedConstraint(refused)).toBe(name)
    const outside: unknown = await database.appendConnection(nobody, sql, []).catch((error: unknown) => error)
    expect(violatedConstraint(outside)).toBe(name)
  })

  it('lets no two serializable transactions decide on what the other changes', async () => {
    await database.transaction(nobody, (tx) => tx.$executeRaw`insert into shelf values (1), (2)`)
    let runs = 0
    let thrownAway = 0
    const bothHaveRead = Promise.withResolvers<void>()
    const giveUpOne = (id: number) =>
      database.transaction(
        nobody,
        async (tx) => {
          const [row] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from shelf where kept`
          runs += 1
          if (runs === 2) bothHaveRead.resolve()
          if (engine === 'postgres') await bothHaveRead.promise
          if (row && row.n > 1) await tx.$executeRaw`update shelf set kept = false where id = ${id}`
        },
        { isolation: 'Serializable', beforeRunningAgain: () => (thrownAway += 1) },
      )
    await Promise.all([giveUpOne(1), giveUpOne(2)])
    expect(await database.appendConnection(nobody, 'select count(*)::int as n from shelf where kept', [])).toEqual([{ n: 1 }])
    expect(runs).toBe(2 + thrownAway)
    // Embedded runs them one after the other, so nothing is thrown away there.
    expect(thrownAway > 0).toBe(engine === 'postgres')
  })

  it('runs the work again at most three times', async () => {
    let runs = 0
    const conflict = `do $$ begin raise exception 'again' using errcode = '40001'; end $$`
    const refused: unknown = await database
      .transaction(nobody, (tx) => ((runs += 1), tx.$executeRawUnsafe(conflict)))
      .catch((error: unknown) => error)
    expect({ runs, again: mayRunAgain(refused), state: sqlState(refused) }).toEqual({ runs: 4, again: true, state: '40001' })
  })

  it('keeps a stray statement out of the open transaction', async () => {
    const written = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const opened = database.transaction(nobody, async (tx) => {
      await tx.$executeRaw`insert into shelf values (1)`
      written.resolve()
      await finish.promise
      throw new Error('rolled back')
    })
    await written.promise
    const stray = database.appendConnection<{ seen: number }>(
      nobody,
      'with seen as (select count(*)::int as seen from shelf), put as (insert into shelf values (2)) select seen from seen',
      [],
    )
    const second = database.transaction(nobody, (tx) => count(tx, 'pair'))
    if (engine === 'postgres') expect(await stray).toEqual([{ seen: 0 }])
    finish.resolve()
    await expect(opened).rejects.toThrow('rolled back')
    expect(await stray).toEqual([{ seen: 0 }])
    expect(await second).toBe(0)
    expect(await database.appendConnection(nobody, 'select id from shelf', [])).toEqual([{ id: 2 }])
  })

  it('refuses at once, rather than waiting for ever, a transaction inside a transaction', async () => {
    await database.transaction(nobody, async () => {
      await expect(database.transaction(nobody, () => Promise.resolve())).rejects.toThrow('Already inside a transaction')
      await expect(database.appendConnection(nobody, 'select 1', [])).rejects.toThrow('Already inside a transaction')
    })
    await database.transaction(nobody, () => Promise.resolve())
  })

  it('answers several questions asked at once inside one transaction', async () => {
    const counts = await asAnn((tx) => Promise.all([count(tx, 'note'), count(tx, 'shelf'), count(tx, 'pair')]))
    expect(counts).toEqual([0, 0, 0])
  })

  it('passes a message to those who listen, and no longer to those who stopped', async () => {
    const heard: string[] = []
    const first = Promise.withResolvers<void>()
    const stop = database.listen((payload) => {
      heard.push(payload)
      first.resolve()
    })
    await database.publish('meeting 1')
    await first.promise
    stop()
    await database.publish('meeting 2')
    await countNow('pair')
    expect(heard).toEqual(['meeting 1'])
  })
})
