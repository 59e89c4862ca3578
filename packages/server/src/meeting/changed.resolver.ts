import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Listening } from '../access/listening'
import { permitted } from '../access/permit'

/** The meeting's id each time its readers should ask again; each time the reader's permission is asked anew, and ends with it. */
async function* changesOf(listening: Listening, meetingId: string): AsyncGenerator<string> {
  const mayRead = () =>
    listening.fresh('changed', async (op) => (await permitted(op, op.viewer.kind === 'worker' ? 'meeting:read' : 'meeting:readMine', { kind: 'meeting', id: meetingId })) !== null)
  if (!(await mayRead())) return
  for await (const _notice of listening.changes(meetingId)) {
    if (!(await mayRead())) return
    yield meetingId
  }
}

@Resolver()
export class ChangedResolver {
  @Subscription(() => ID, { subscribe: ({ context, args }: { context: Listening; args: { meetingId: string } }) => changesOf(context, args.meetingId) })
  changed(@Root() meetingId: string, @Arg('meetingId', () => ID) _meetingId: string): string {
    return meetingId
  }
}
