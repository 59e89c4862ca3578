import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { MyRoom } from './draft.graphql'
import { showRoom } from './draft.resolver'
import { proposeShare, stopShare } from './propose-share'
import { ProposeShareInput, ProposeShareResult, ShareProposal, StopShareResult } from './share-proposal.graphql'
import { shownToAll } from './share-proposal.store'

@Resolver(() => MyRoom)
export class ShareProposalResolver {
  @FieldResolver(() => ShareProposal, {
    nullable: true,
    description: 'What was last shown to everybody of the draft as it is now; null once somebody has written more, or it is shared.',
  })
  async shareProposal(@Ctx() op: Operation, @Root() { draft }: MyRoom): Promise<ShareProposal | null> {
    if (draft?.state !== 'open') return null
    const granted = await permitted(op, 'draft:propose', { kind: 'draft', id: draft.id })
    return granted && shownToAll(granted, draft.head)
  }

  @mutationOf(ProposeShareResult, {
    description: 'Shows everybody who writes the draft what is about to be shared, for a minute in which anybody may stop it.',
  })
  proposeShare(@Ctx() op: Operation, @Arg('input', () => ProposeShareInput) input: ProposeShareInput) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'draft:propose', { kind: 'draft', id: input.draftId })
        await proposeShare(granted, input)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(StopShareResult, { description: '"Not yet": anybody who writes the draft, unnamed.' })
  stopShare(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string, @Arg('memberProof', () => String) memberProof: string) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'draft:propose', { kind: 'draft', id: draftId })
        await stopShare(granted, memberProof)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }
}
