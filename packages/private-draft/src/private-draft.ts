import { type Bytes, toBase64Url } from './bytes'
import type { Chance } from './chance'
import type { DeviceStore } from './device-store'
import { type DraftDocument, openDraftDocument, watchDraft } from './draft-document'
import { DraftFields } from './draft-fields'
import { type DraftKeys, openDraftKeys, proofHash } from './draft-key'
import type { DraftPost, Shared, Shown } from './draft-post'
import type { OneAtATime } from './one-at-a-time'
import { OthersHeads } from './others-heads'
import { EnvelopeReceiver } from './receive-envelopes'
import { EnvelopeSender, type SavedState } from './send-envelopes'
import { compareShared, type NoPreviewYet, previewShare, type SharePreview } from './share-preview'
import { TakenAwayWords } from './taken-away'
import type { DraftPlan } from './draft-plan'
import type { DraftPlace } from './protocol'
import type { After } from './timers'

/** One person's draft on one page load: document, words going out, words coming in. */
export interface PrivateDraft {
  readonly document: DraftDocument
  readonly receiver: EnvelopeReceiver
  readonly sender: EnvelopeSender
  readonly fields: DraftFields
  readonly takenAway: TakenAwayWords
  readonly saved: SavedState
  preview(): Promise<SharePreview | NoPreviewYet>
  /** Shows everybody what was previewed, before it is shared. */
  propose(preview: SharePreview): Promise<Shown>
  /** Shares what was previewed, once; 'somebodyHasWrittenMore' when it is no longer the head. */
  share(preview: SharePreview): Promise<Shared>
  compare(shared: { readonly head: number; readonly plan: DraftPlan }): Promise<'same' | 'different' | 'notThereYet'>
  close(): void
}

interface OpenDraft {
  readonly post: DraftPost
  readonly place: DraftPlace
  /** K */
  readonly key: Bytes
  readonly device: Bytes
  readonly member: string
  /** Ids of what the plan must make sure of, in the order shown. */
  readonly things: readonly string[]
  /** Where sealed words stay on this device; none on one that keeps nothing. */
  readonly store: () => DeviceStore | undefined
  readonly oneAtATime: OneAtATime
  readonly after: After
  readonly chance: Chance
  /** Called when the indicator, the words or what is on its way may have changed. */
  readonly changed: () => void
}

/** Makes epoch 1 with this key; false when another device was first, or this person may not. */
export async function startPrivateDraft(post: DraftPost, start: { place: DraftPlace; key: Bytes }): Promise<boolean> {
  const keys = await openDraftKeys(start.key, start.place)
  return post.startDraft({
    meetingId: start.place.meeting,
    draftId: start.place.draft,
    memberProofHash: toBase64Url(await proofHash(keys.memberProof)),
    shareProofHash: toBase64Url(await proofHash(keys.shareProof)),
  })
}

/** Opens the draft with a key that was made, joined or kept. Works without signal; words go when there is some. */
export async function openPrivateDraft(open: OpenDraft): Promise<PrivateDraft> {
  const { post, place, device, member, things, store, oneAtATime, after, chance, changed } = open
  const keys: DraftKeys = await openDraftKeys(open.key, place)
  const document = await openDraftDocument(device, things)
  const { doc } = document
  const sender = new EnvelopeSender({ doc, keys, device, member, post, store, oneAtATime, after, chance, changed })
  const readBack = (writer: string, n: number, opens: boolean) => void sender.readBack(writer, n, opens)
  const readOn = () => {
    heads.readOn()
    changed()
  }
  const receiver = new EnvelopeReceiver({ keys, doc, device, changed: readOn, readBack })
  const heads = new OthersHeads({ keys, device, member, post, read: receiver, after, chance, changed })
  const fields = new DraftFields(document)
  const takenAway = new TakenAwayWords(document, fields, changed)
  const stopWatching = watchDraft(document, changed)
  let isClosed = false
  let stop = listen()
  await sender.takeOver()

  /**
   * Each connection asks for the last envelope once more: where another stands in its place, or none, the server lost what it had (a backup
   * was brought back), and everything is read and offered again.
   */
  function listen(): () => void {
    let [asked, isThere, isOther] = [0, true, false]
    const from = () => {
      asked = receiver.state.head
      isThere = asked === 0
      return receiver.readFrom()
    }
    return post.envelopes(
      { draftId: place.draft, memberProof: toBase64Url(keys.memberProof), from },
      {
        frame(envelope) {
          if (envelope.kind === 'head') return void heads.take(envelope)
          if (envelope.seq === asked && !isThere) isThere = receiver.isAtHead(envelope)
          // From the beginning again, though this was not asked for.
          isOther ||= envelope.seq < asked
          void receiver.take(envelope)
        },
        connected(isConnected) {
          sender.setConnected(isConnected)
          if (isConnected && (isOther || !isThere)) void startOver()
        },
      },
    )
  }
  async function startOver(): Promise<void> {
    stop()
    await receiver.startOver()
    heads.startOver()
    if (isClosed) return
    stop = listen()
    await sender.offerAgain()
  }
  return {
    document,
    receiver,
    sender,
    fields,
    takenAway,
    get saved() {
      return sender.saved === 'saved' && heads.haveAllOfMine ? 'othersHaveIt' : sender.saved
    },
    preview: () => previewShare(receiver, sender, things),
    propose: ({ head, digest }) => post.proposeShare({ draftId: place.draft, head, shareProof: toBase64Url(keys.shareProof), digest }),
    share: ({ head, plan, digest }) =>
      post.sharePlan({ draftId: place.draft, head, shareProof: toBase64Url(keys.shareProof), plan, digest }),
    compare: (shared) => compareShared(receiver, things, shared),
    close() {
      isClosed = true
      stop()
      stopWatching()
      heads.close()
      sender.close()
      document.doc.destroy()
    },
  }
}
