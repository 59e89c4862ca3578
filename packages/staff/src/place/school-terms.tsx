import { TextField } from '@kinplan/ui/text-field'
import { Disclosure } from '@kinplan/ui/disclosure'
import { ChangeForm } from '../frame/change-form'
import { EndSchoolTermDocument, KeepSchoolTermDocument, type PlacesQuery } from '../generated/graphql'
import { useChange } from '../connection/use-change'
import { dayInShort } from '../frame/when'
import { ChangeIt } from './change-it'
import { EndIt } from '../frame/end-it'
import type { KeepProps } from './place-of'
import { changeWords, endWords, termWords as words } from './places.copy'

type TermOf = NonNullable<PlacesQuery['schoolTerms']>[number]

/** When school is; for those who keep the list, the ways to change it. */
export function SchoolTerms({ terms, keeps, onKept }: KeepProps & { terms: readonly TermOf[] }) {
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{words.heading}</h2>
      <p>{words.why}</p>
      {terms.length === 0 ? <p>{words.none}</p> : <Terms terms={terms} keeps={keeps} onKept={onKept} />}
      {keeps && (
        <Disclosure label={words.add}>
          <TermForm onKept={onKept} />
        </Disclosure>
      )}
    </section>
  )
}

function Terms({ terms, keeps, onKept }: KeepProps & { terms: readonly TermOf[] }) {
  return (
    <div className="table-scroll" role="region" aria-label={words.caption} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.until}</th>
            {keeps && <th scope="col">{changeWords.keep}</th>}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">
                <bdi>{term.name}</bdi>
              </th>
              <td>{dayInShort(term.from)}</td>
              <td>{dayInShort(term.until)}</td>
              {keeps && (
                <td>
                  <KeepTerm term={term} onKept={onKept} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function KeepTerm({ term, onKept }: { term: TermOf; onKept: () => void }) {
  const ending = useChange(EndSchoolTermDocument)
  async function end() {
    const done = await ending.run({ id: term.id })
    if (done) onKept()
    return done
  }
  return (
    <span className="row-doings">
      <ChangeIt label={words.changeTerm(term.name)}>
        {(close) => (
          <TermForm
            term={term}
            onKept={() => {
              close()
              onKept()
            }}
          />
        )}
      </ChangeIt>
      <EndIt
        change={ending}
        onEnd={end}
        label={changeWords.takeOff}
        named={words.end(term.name)}
        sure={<bdi>{words.endSure(term.name)}</bdi>}
        why={words.endWhy}
        {...endWords}
      />
    </span>
  )
}

/** Writes a term down, or changes one. */
function TermForm({ term, onKept }: { term?: TermOf; onKept: () => void }) {
  const keeping = useChange(KeepSchoolTermDocument, ['name', 'from', 'until'])
  return (
    <ChangeForm
      change={keeping}
      keeps={term !== undefined}
      button={term ? words.button : words.addButton}
      onDone={onKept}
      onSend={(given) =>
        keeping.run({ input: { id: term?.id ?? null, name: given.text('name'), from: given.text('from'), until: given.text('until') } })
      }
    >
      <TextField
        {...keeping.field('name')}
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={term?.name}
        autoComplete="off"
      />
      <div className="short-fields">
        <TextField {...keeping.field('from')} type="date" name="from" label={words.from} defaultValue={term?.from} />
        <TextField {...keeping.field('until')} type="date" name="until" label={words.until} defaultValue={term?.until} />
      </div>
    </ChangeForm>
  )
}
