import pg from 'pg'
import type { CleanDatabase } from './clean-database'

/** Puts another moment in the place of the database's own for private rooms: so many minutes from now. */
export async function moveRoomClock({ config, database }: CleanDatabase, minutes: number): Promise<void> {
  const moment = `create or replace function room_now() returns timestamptz language sql stable as $$ select now() + interval '${minutes} minutes' $$`
  if (config.postgres === undefined) {
    // Embedded signs in as its superuser.
    await database.transaction({}, async (tx) => {
      await tx.$executeRawUnsafe('reset role')
      await tx.$executeRawUnsafe(moment)
    })
    return
  }
  const owner = new pg.Client(config.postgres.ownerUrl)
  await owner.connect()
  await owner.query(moment).finally(() => owner.end())
}
