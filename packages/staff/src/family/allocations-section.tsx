import { useQuery } from '@apollo/client/react'
import { may } from '@kinplan/domain/access/may'
import { allocationRoles } from '@kinplan/domain/family/circle'
import { Disclosure } from '@kinplan/ui/disclosure'
import { ChangeForm } from '../frame/change-form'
import { AllocateDocument, TeamsDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import { dayInWords } from '../frame/when'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { allocationWords as words, familyWords, roleWords } from './family.copy'

/** Who works with the family now and who did; a supervisor puts people on. */
export function AllocationsSection({ family }: FamilyPartProps) {
  const now = family.allocations.filter(({ until }) => until === null)
  const earlier = family.allocations.filter(({ until }) => until !== null)
  return (
    <section aria-labelledby="allocations">
      <h2 id="allocations">{familyWords.sections.allocations}</h2>
      {now.length === 0 && <p>{words.none}</p>}
      <Allocations allocations={now} />
      {earlier.length > 0 && (
        <Disclosure label={words.earlier}>
          <Allocations allocations={earlier} />
        </Disclosure>
      )}
      {may(family, 'family:allocate') && (
        <Disclosure label={words.allocate}>
          <AllocateForm family={family} />
        </Disclosure>
      )}
    </section>
  )
}

function Allocations({ allocations }: { allocations: FamilyOf['allocations'] }) {
  return (
    <ul>
      {allocations.map(({ id, worker, role, from, until }) => (
        <li key={id}>
          {roleWords[role]}:{' '}
          <strong>
            <bdi>{worker.name}</bdi>
          </strong>
          , {worker.phone},{' '}
          <span className="quiet">{until === null ? words.from(dayInWords(from)) : words.until(dayInWords(from), dayInWords(until))}</span>
        </li>
      ))}
    </ul>
  )
}

function AllocateForm({ family }: FamilyPartProps) {
  const reading = useQuery(TeamsDocument)
  const allocating = useChange(AllocateDocument, ['workerId', 'role'])
  return (
    <Read reading={reading}>
      {({ teams }) => (
        <ChangeForm
          change={allocating}
          button={words.button}
          onSend={(given) =>
            allocating.run({ input: { familyId: family.id, workerId: given.text('workerId'), role: given.one('role', allocationRoles) } })
          }
        >
          <p>{words.allocateHint}</p>
          <SelectField
            {...allocating.field('workerId')}
            name="workerId"
            label={words.worker}
            none=""
            options={(teams ?? []).flatMap((team) =>
              team.workers.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title} (${team.name})` })),
            )}
          />
          <SelectField
            {...allocating.field('role')}
            name="role"
            label={words.role}
            defaultValue="coordinator"
            options={optionsOf(allocationRoles, roleWords)}
          />
        </ChangeForm>
      )}
    </Read>
  )
}
