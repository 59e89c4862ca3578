import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { askAfresh } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { UndoEndWithoutKeyDocument } from '../generated/graphql'
import { saidWall } from '../page/said-dates'
import { goOnWith, proofHere, type Room } from './held-draft'
import { withoutKeyWords as words } from './private.copy'

/** On a phone that holds the key of a plan that was ended or started again without it: for a day it can be opened again. */
export function UndoEnd({ room }: { room: Room }) {
  const change = useChange(UndoEndWithoutKeyDocument)
  const { undoableEnd } = room
  const memberProof = undoableEnd ? proofHere(room, undoableEnd.draftId) : undefined
  if (!undoableEnd || !memberProof) return null
  const { draftId, kind, untilWall } = undoableEnd
  const until = saidWall(untilWall)
  async function undo(proof: string) {
    if (!(await change.run({ draftId, memberProof: proof }))) return
    await askAfresh()
    goOnWith(draftId)
  }
  return (
    <Notice tone="plum" live="polite" heading={words.undoTitle}>
      <p>{kind === 'end' ? words.undoEnd(until) : words.undoStartAgain(until)}</p>
      <TroubleNotice of={change} />
      <Button look="quiet" disabled={change.busy} onClick={() => void undo(memberProof)}>
        {words.undo}
      </Button>
    </Notice>
  )
}
