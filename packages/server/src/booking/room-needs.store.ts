import type { RoomNeeded } from '@kinplan/domain/place/room-fits'
import type { Permit } from '../access/permit'

const anyRoom: RoomNeeded = { stepFree: false, twoWaysOut: false }

/** What the coordinator asked of the rooms when a time was looked for last; nothing where no time was. */
export async function roomNeedsOf({ op, meetingId }: Permit<'time:book' | 'review:book'>): Promise<RoomNeeded> {
  return (await op.tx.timeAsk.findUnique({ where: { meetingId }, select: { stepFree: true, twoWaysOut: true } })) ?? anyRoom
}
