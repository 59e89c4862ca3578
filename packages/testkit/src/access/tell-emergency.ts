import { workers } from '../cast'
import type { StoryTeller } from '../story-teller'

const { ruth } = workers

/** By which a worker who does not know the family finds it. */
export const mia = { childName: 'Mia Lane', childBornOn: '2012-05-02' }

/** A worker reads the family in an emergency for a second time; the first has been closed, and the supervisor has looked at it. */
export async function tellEmergency(teller: StoryTeller, familyId: string, workerId: string): Promise<void> {
  const breaks = () => teller.does(workerId, 'breakGlass', { ...mia, reason: 'She is at the police station.' }, 'family { id }')
  await breaks()
  await teller.does(workerId, 'endBreakGlass', { familyId }, 'familyId')
  const { family } = (await teller.ask(ruth.id, 'query ($id: ID!) { family(id: $id) { breakGlass { id } } }', { id: familyId })) as {
    family: { breakGlass: { id: string }[] }
  }
  const review = { id: family.breakGlass[0]?.id, finding: 'notRight', words: 'Priya could be reached.' }
  await teller.does(ruth.id, 'reviewBreakGlass', review, 'family { id }')
  await breaks()
}
