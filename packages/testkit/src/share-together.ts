import { minutePasses, moveDatabaseClock, type OwnDatabase } from './database-clock'
import type { StoryTeller } from './story-teller'

/** What shares a plan that several phones wrote. */
interface Share {
  draftId: string
  head: number
  digest: string
  shareProof: string
  wantYouToKnow: string
  steps: object[]
}

/** Shows a plan to everybody who wrote it, lets the minute pass in which none of them says "Not yet", and shares it. Gives its id. */
export async function shareTogether(teller: StoryTeller, of: OwnDatabase, by: string, share: Share): Promise<string> {
  const { draftId, head, digest, shareProof } = share
  await teller.does(by, 'proposeShare', { draftId, head, digest, shareProof }, 'room { id }')
  await minutePasses(of)
  const { plan } = await teller.does(by, 'sharePlan', { ...share }, 'plan { id }')
  await moveDatabaseClock(of, 0)
  return (plan as { id: string }).id
}
