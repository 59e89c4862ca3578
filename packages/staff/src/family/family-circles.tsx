import { useQuery } from '@apollo/client/react'
import { CirclePicture } from '@kinplan/ui/circle-picture'
import { MeetingDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { groupsAround, type StatesById } from './circle-groups'
import type { FamilyPartProps } from './family-of'
import { circleWords as words } from './family.copy'

/** A circle for each child, with how everybody stands in the meeting that is open. */
export function FamilyCircles({ family }: FamilyPartProps) {
  const open = family.meetings.find(({ stage }) => stage !== 'ended')
  const reading = useQuery(MeetingDocument, { variables: { id: open?.id ?? '' }, skip: open === undefined })
  if (open === undefined) return <Circles family={family} states={new Map()} />
  // Not before it is known how they stand: until then everybody would look as if nobody had asked them.
  return (
    <Read reading={reading}>
      {({ meeting }) => (
        <Circles
          family={family}
          states={new Map(meeting?.participants.map(({ person, worker, state }) => [person?.id ?? worker?.id ?? '', state]))}
        />
      )}
    </Read>
  )
}

function Circles({ family, states }: FamilyPartProps & { states: StatesById }) {
  const children = family.people.filter(({ kind, ended }) => kind === 'child' && !ended)
  return (
    <>
      {children.map((child) => (
        <CirclePicture key={child.id} label={words.label(child.name)} centre={child.name} groups={groupsAround(child.id, family, states)} />
      ))}
    </>
  )
}
