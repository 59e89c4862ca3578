import { deviceChance } from '@kinplan/private-draft/chance'
import { openDraftKeys } from '@kinplan/private-draft/draft-key'
import { toBase64Url } from '@kinplan/private-draft/bytes'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { rescueKey, sealForRescue } from '@kinplan/private-draft/rescue-words'
import { newSpokenWords } from '@kinplan/private-draft/spoken-words'
import { ask, type Trouble } from '../connection/ask'
import { askAgain } from '../connection/asked'
import { refusedIn } from '../connection/change'
import {
  FindByRescueWordsDocument,
  KeepRescueWordsDocument,
  OpenByRescueWordsDocument,
  RescueSaltsDocument,
  type TrustedDocument,
} from '../generated/graphql'
import { holdDraft, type HeldDraft, type Room } from './held-draft'

type Asked<Data> = { readonly done: Exclude<Data[keyof Data], { readonly __typename: 'Refused' }> } | { readonly trouble: Trouble }

async function change<Data extends object, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
): Promise<Asked<Data>> {
  const answer = await ask(document, variables)
  if (!answer.ok) return { trouble: answer.trouble }
  const result = Object.values(answer.data)[0] as Data[keyof Data]
  const refused = refusedIn(result)
  return refused ? { trouble: refused } : { done: result as Exclude<Data[keyof Data], { readonly __typename: 'Refused' }> }
}

/** Six new words that open the draft, once the server keeps what they open: nobody writes words on a card that do not work. */
export async function makeRescueWords({
  place,
  key,
  memberProof,
}: HeldDraft): Promise<{ words: readonly string[] } | { trouble: Trouble }> {
  const words = newSpokenWords(deviceChance)
  const sealed = await sealForRescue({ place, key, words }, deviceChance)
  const { draft: draftId, epoch } = place
  const kept = await change(KeepRescueWordsDocument, { input: { draftId, memberProof, epoch, ...sealed } })
  if ('trouble' in kept) return kept
  askAgain()
  return { words }
}

/** Opens the draft of the room whose rescue words these are; 'none' where nobody has made any. */
export async function openByRescueWords(room: Room, words: readonly string[]): Promise<'in' | 'none' | { trouble: Trouble }> {
  const { meetingId } = room
  const asked = await ask(RescueSaltsDocument, { meetingId })
  if (!asked.ok) return { trouble: asked.trouble }
  let missed: { trouble: Trouble } | undefined
  for (const salt of asked.data.myRoom?.rescueSalts ?? []) {
    const rescue = await rescueKey(words, salt)
    const { wordsProof } = rescue
    const found = await change(FindByRescueWordsDocument, { meetingId, wordsProof })
    if ('trouble' in found) {
      missed = found
      // They may be those of another plan that was begun beside this one.
      if (found.trouble.kind === 'refused' && found.trouble.code === 'rescueWordsWrong') continue
      return found
    }
    const { draftId: draft, epoch, sealed } = found.done
    const place: DraftPlace = { meeting: meetingId, draft, epoch }
    const key = await rescue.open(sealed, place)
    if (!key) return { trouble: { kind: 'refused', code: 'rescueWordsWrong', field: null } }
    const memberProof = toBase64Url((await openDraftKeys(key, place)).memberProof)
    const opened = await change(OpenByRescueWordsDocument, { input: { meetingId, wordsProof, memberProof } })
    if ('trouble' in opened) return opened
    await holdDraft(room, place, key)
    // With the key this phone may know who is here.
    askAgain()
    return 'in'
  }
  return missed ?? 'none'
}
