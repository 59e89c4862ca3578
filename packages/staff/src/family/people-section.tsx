import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { DataTable } from '@kinplan/ui/data-table'
import { Disclosure } from '@kinplan/ui/disclosure'
import { StatusWord } from '@kinplan/ui/status-word'
import { ContactPoints } from '../frame/contact-points'
import { contactWords } from '../frame/contact-points.copy'
import { dayInShort } from '../frame/when'
import { AddPersonForm } from './add-person-form'
import { ContactForm } from './contact-form'
import { CorrectForm } from './correct-form'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { familyWords, peopleWords as words, personKindWords, relationWords } from './family.copy'

type PersonOf = FamilyOf['people'][number]

/** Everybody of the family, what they are to each child, and how they may safely be reached. */
export function PeopleSection({ family }: FamilyPartProps) {
  const nameOf = (id: string) => family.people.find((person) => person.id === id)?.name ?? ''
  const relationsIn = (person: PersonOf) => person.relations.map((relation) => relationInWords(relation, nameOf))
  const can = (right: Right) => may(family, right)
  return (
    <section aria-labelledby="people">
      <h2 id="people">{familyWords.sections.people}</h2>
      <DataTable<PersonOf>
        caption={words.caption}
        rows={family.people}
        rowKey={(person) => person.id}
        empty={null}
        columns={[
          { id: 'name', heading: words.name, text: (person) => person.name },
          { id: 'kind', heading: words.kind, text: (person) => personKindWords[person.kind] },
          {
            id: 'born',
            heading: words.born,
            text: (person) => (person.bornOn ? dayInShort(person.bornOn) : ''),
            sortBy: (person) => person.bornOn,
          },
          {
            id: 'relations',
            heading: words.relations,
            text: (person) => relationsIn(person).join('; '),
            show: (person) => <Lines lines={relationsIn(person)} none={person.kind === 'child' ? '' : words.noRelation} />,
          },
          {
            id: 'reach',
            heading: words.reach,
            text: (person) => (person.contactPoints ?? []).map(contactInWords).join('; '),
            show: (person) => <ContactPoints points={person.contactPoints} />,
            sortBy: false,
          },
          {
            id: 'when',
            heading: words.saidWhen,
            text: (person) => (person.saidWhen ? words.said : words.notSaid),
            show: (person) => (
              <StatusWord kind={person.saidWhen ? 'done' : 'plain'}>{person.saidWhen ? words.said : words.notSaid}</StatusWord>
            ),
          },
        ]}
      />
      {can('family:grow') && (
        <Disclosure label={words.add}>
          <AddPersonForm family={family} />
        </Disclosure>
      )}
      {can('contact:add') && (
        <Disclosure label={words.addReach}>
          <ContactForm family={family} />
        </Disclosure>
      )}
      {can('family:correct') && (
        <Disclosure label={words.correct}>
          <CorrectForm family={family} />
        </Disclosure>
      )}
    </section>
  )
}

function relationInWords(relation: PersonOf['relations'][number], nameOf: (id: string) => string): string {
  const through = relation.throughId === null ? '' : `, ${words.through(nameOf(relation.throughId))}`
  const responsibility = relation.responsibility ? `, ${words.responsibility}${relation.basis ? ` (${relation.basis})` : ''}` : ''
  return `${nameOf(relation.childId)}: ${relationWords[relation.kind].toLowerCase()}${through}${responsibility}`
}

function contactInWords(point: NonNullable<PersonOf['contactPoints']>[number]): string {
  const mark = point.safeToUse ? contactWords.safe : contactWords.notSafe
  return `${contactWords.kinds[point.kind]} ${point.value} (${mark})${point.note && ` ${point.note}`}`
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <span className="quiet">{none}</span>
  return (
    <ul className="bare-list">
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  )
}
