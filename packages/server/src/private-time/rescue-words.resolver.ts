import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { MyRoom } from './draft.graphql'
import { myRoomIn, showRoom } from './draft.resolver'
import { findByRescueWords, keepRescueWords, openByRescueWords } from './rescue-words'
import {
  FindByRescueWordsResult,
  KeepRescueWordsInput,
  KeepRescueWordsResult,
  OpenByRescueWordsInput,
  OpenByRescueWordsResult,
  RescueOpening,
} from './rescue-words.graphql'
import { madeAt, openingsOf, saltsIn } from './rescue-words.store'

/**
 * For whoever holds the key of the draft that is shown, while it is written: later no words open it. Anybody else's page asks again and
 * again, and that is no try of the door.
 */
async function ofDraft(op: Operation, { draft, viewerCan }: MyRoom) {
  return draft?.state === 'open' && viewerCan.includes('rescueWords:make')
    ? permitted(op, 'rescueWords:make', { kind: 'draft', id: draft.id })
    : null
}

@Resolver(() => MyRoom)
export class RescueWordsResolver {
  @FieldResolver(() => [String], {
    description: 'With what to stretch rescue words that somebody has on paper: random bytes, base64url, one for each draft that has some.',
  })
  async rescueSalts(@Ctx() op: Operation, @Root() { id, viewerCan }: MyRoom): Promise<string[]> {
    return viewerCan.includes('rescueWords:use') ? saltsIn(await permit(op, 'rescueWords:use', { kind: 'room', id })) : []
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "When rescue words were last made for the draft that is shown (YYYY-MM-DDTHH:MM on the wall of the meeting's zone).",
  })
  async rescueWordsWall(@Ctx() op: Operation, @Root() room: MyRoom): Promise<string | null> {
    const granted = await ofDraft(op, room)
    return granted && madeAt(granted)
  }

  @FieldResolver(() => [RescueOpening], {
    description: 'Who opened the draft that is shown with rescue words, for those who have its key.',
  })
  async rescueOpenings(@Ctx() op: Operation, @Root() room: MyRoom): Promise<RescueOpening[]> {
    const granted = await ofDraft(op, room)
    return granted === null ? [] : openingsOf(granted)
  }

  @mutationOf(KeepRescueWordsResult, { description: 'New rescue words for the draft: older ones open nothing from then on.' })
  keepRescueWords(@Ctx() op: Operation, @Arg('input', () => KeepRescueWordsInput) input: KeepRescueWordsInput) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'rescueWords:make', { kind: 'draft', id: input.draftId })
        await keepRescueWords(granted, input)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(FindByRescueWordsResult, {
    description: 'The sealed key of a draft of my room, for whoever shows that they have its rescue words.',
  })
  findByRescueWords(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('wordsProof', () => String) wordsProof: string,
  ) {
    return mutate(
      op,
      async () => (await permit(op, 'rescueWords:use', await myRoomIn(op, meetingId))).subjectId,
      async (id) => findByRescueWords(await permit(op, 'rescueWords:use', { kind: 'room', id }), wordsProof),
    )
  }

  @mutationOf(OpenByRescueWordsResult, {
    description: 'This session has opened a draft of my room with its rescue words. Everybody who has the key is told.',
  })
  openByRescueWords(@Ctx() op: Operation, @Arg('input', () => OpenByRescueWordsInput) input: OpenByRescueWordsInput) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'rescueWords:use', await myRoomIn(op, input.meetingId))
        await openByRescueWords(granted, input)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }
}
