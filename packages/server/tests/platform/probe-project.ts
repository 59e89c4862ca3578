import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const probe = `
create extension if not exists btree_gist;
create table shelf (id int primary key, kept boolean not null default true, constraint shelf_id_positive check (id > 0));
create table booking (room text not null, during int4range not null, constraint booking_apart exclude using gist (room with =,
  during with &&));
create table pair (id int primary key, other int constraint pair_other_known references pair (id) deferrable initially deferred);
create table note (author text not null, words text not null, written timestamptz not null default now());
alter table note enable row level security;
alter table note force row level security;
create policy own_notes on note using (author = nullif(current_setting('app.person', true), ''));
create policy gate_notes on note to public using (current_user = current_database() || '_gate');
create function all_notes() returns bigint language plpgsql security definer set search_path = public as $$
declare found bigint; begin
  select count(*) into found from note; -- a semicolon; inside a body
  return found;
end $$;
`
/** A council's server may keep local time; the embedded one never does. */
const elsewhere = `
do $$ begin
  if current_database() <> 'postgres' then
    execute format('alter database %I set timezone = %L', current_database(), 'Asia/Tokyo');
  end if;
end $$;
`
const grants = `
grant usage, create on schema public to :gate;
grant usage on schema public to :app;
grant select, insert, update, delete on all tables in schema public to :app;
grant select on note to :gate, :jobs;
alter function all_notes() owner to :gate;
revoke create on schema public from :gate;
`

export interface ProbeProject {
  root: string
  addMigration(name: string, sql: string): Promise<void>
  removeMigration(name: string): Promise<void>
  /** Another project that starts with the same migrations. */
  copy(): Promise<ProbeProject>
  remove(): Promise<void>
}

/** A folder with a `prisma/` of its own, so that the platform's tests do not lean on the product's tables. */
export async function probeProject(): Promise<ProbeProject> {
  const root = await mkdtemp(join(tmpdir(), 'kinplan-probe-'))
  await mkdir(join(root, 'prisma', 'migrations'), { recursive: true })
  await writeFile(join(root, 'prisma', 'grants.sql'), grants)
  const project = projectAt(root)
  await project.addMigration('1_probe', probe + elsewhere)
  return project
}

function projectAt(root: string): ProbeProject {
  const folderOf = (name: string) => join(root, 'prisma', 'migrations', name)
  return {
    root,
    async addMigration(name, sql) {
      await mkdir(folderOf(name))
      await writeFile(join(folderOf(name), 'migration.sql'), sql)
    },
    removeMigration: (name) => rm(folderOf(name), { recursive: true }),
    async copy() {
      const other = await mkdtemp(join(tmpdir(), 'kinplan-probe-'))
      await cp(root, other, { recursive: true })
      return projectAt(other)
    },
    remove: () => rm(root, { recursive: true }),
  }
}
