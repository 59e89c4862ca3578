import { DataTable } from '@kinplan/ui/data-table'
import { instantInWords } from '../frame/when'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { earlierFieldWords, earlierWords as words, familyWords } from './family.copy'

/** What corrected things said before, and who corrected them. */
export function EarlierValues({ family }: FamilyPartProps) {
  if (family.earlierValues.length === 0) return null
  const nameOf = (id: string) => family.people.find((person) => person.id === id)?.name ?? ''
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{familyWords.sections.earlier}</h2>
      <DataTable<FamilyOf['earlierValues'][number]>
        caption={words.caption}
        rows={family.earlierValues}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { id: 'value', heading: words.value, text: ({ value }) => value },
          { id: 'field', heading: words.field, text: ({ field }) => earlierFieldWords[field] ?? field },
          { id: 'subject', heading: words.subject, text: ({ subjectId }) => nameOf(subjectId) },
          { id: 'by', heading: words.by, text: ({ correctedBy }) => correctedBy },
          {
            id: 'at',
            heading: words.at,
            text: ({ correctedAt }) => instantInWords(correctedAt, family.zone),
            sortBy: ({ correctedAt }) => correctedAt,
          },
        ]}
      />
    </section>
  )
}
