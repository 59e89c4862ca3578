import { StatusWord } from '@kinplan/ui/status-word'
import type { FamilyQuery } from '../generated/graphql'
import { contactWords as words } from './contact-points.copy'
import { dayInShort } from './when'

type ContactPoint = NonNullable<NonNullable<FamilyQuery['family']>['people'][number]['contactPoints']>[number]

/** How somebody may safely be reached, with the notes beside each way. */
export function ContactPoints({ points }: { points: readonly ContactPoint[] | null }) {
  if (points === null) return <span className="quiet">{words.hidden}</span>
  if (points.length === 0) return <span className="quiet">{words.none}</span>
  return (
    <ul className="bare-list">
      {points.map((point) => (
        <li key={point.id}>
          {words.kinds[point.kind]} <bdi>{point.safeToUse ? point.value : <s>{point.value}</s>}</bdi>{' '}
          <StatusWord kind={point.safeToUse ? 'done' : 'needs-you'}>{point.safeToUse ? words.safe : words.notSafe}</StatusWord>
          {point.talkedOn !== null && (
            <span className="quiet">
              {' '}
              <bdi>{words.safeSince(point.reason, dayInShort(point.talkedOn))}</bdi>
            </span>
          )}
          {point.note && (
            <span className="quiet">
              {' '}
              <bdi>{point.note}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
