import { Button } from '@kinplan/ui/button'
import type { Troubled } from '../frame/refusal-notice'
import { bookWords as words } from './booked.copy'

/** Where a place in words may be one with another: goes on once the coordinator has looked and says that it is not. */
export function PlaceUnsure({ change: { trouble, busy }, onOther }: { change: Troubled; onOther: () => void }) {
  if (trouble?.kind !== 'refused' || trouble.code !== 'placeUnsure') return null
  return (
    <Button look="quiet" disabled={busy} onClick={onOther}>
      {words.placeIsOther}
    </Button>
  )
}
