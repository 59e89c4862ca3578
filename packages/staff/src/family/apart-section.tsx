import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { apartLevels } from '@kinplan/domain/family/kept-apart'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { ChangeForm } from '../frame/change-form'
import { ChoiceField } from '../frame/choice-field'
import type { FormValues } from '../frame/form-values'
import { LiftApartDocument, MarkApartDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { FamilyOf, FamilyPartProps } from './family-of'
import { apartLevelWords, apartRefusals, apartWords as words, familyWords } from './family.copy'

type PairOf = NonNullable<FamilyOf['pairs']>[number]

/** Who is kept apart from whom, for those who may read it; and the form to mark it, for more. */
export function ApartSection({ family }: FamilyPartProps) {
  const can = (right: Right) => may(family, right)
  if (!family.pairsKnown && !can('pair:mark')) return null
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">{familyWords.sections.apart}</h2>
      {family.pairs === null ? <p>{words.hidden}</p> : <Pairs pairs={family.pairs} family={family} />}
      {can('pair:mark') && (
        <Disclosure label={words.mark}>
          <MarkForm family={family} />
        </Disclosure>
      )}
    </section>
  )
}

function Pairs({ pairs, family }: { pairs: readonly PairOf[]; family: FamilyOf }) {
  const lifting = useChange(LiftApartDocument)
  const mayLift = may(family, 'pair:lift')
  const nameOf = (id: string) => family.people.find((person) => person.id === id)?.name ?? ''
  if (pairs.length === 0) return <p>{words.none}</p>
  return (
    <>
      <RefusalNotice change={lifting} onAgain={() => void lifting.again()} />
      <ul className="way-list">
        {pairs.map((pair) => (
          <li key={pair.id}>
            <strong>
              <bdi>{words.pair(nameOf(pair.oneId), nameOf(pair.otherId))}</bdi>
            </strong>
            : {apartLevelWords[pair.level].label}. <span className="quiet">{apartLevelWords[pair.level].means}</span>
            {pair.atRiskId !== null && (
              <>
                {' '}
                <bdi>{words.atRisk(nameOf(pair.atRiskId))}</bdi>.
              </>
            )}
            {mayLift && (
              <>
                {' '}
                <Button look="link" disabled={lifting.busy} onClick={() => void lifting.run({ pairId: pair.id })}>
                  {words.lift(apartLevelWords[pair.level].label)}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function MarkForm({ family }: FamilyPartProps) {
  const marking = useChange(MarkApartDocument, ['oneId', 'otherId', 'levels', 'atRiskId'], apartRefusals)
  async function send(given: FormValues) {
    const { oneId, otherId, atRiskId } = { oneId: given.text('oneId'), otherId: given.text('otherId'), atRiskId: given.some('atRiskId') }
    if (oneId === '') return marking.refuse('wordsMissing', 'oneId')
    if (otherId === '') return marking.refuse('wordsMissing', 'otherId')
    if (otherId === oneId) return marking.refuse('choiceUnknown', 'otherId')
    if (atRiskId !== null && atRiskId !== oneId && atRiskId !== otherId) return marking.refuse('choiceUnknown', 'atRiskId')
    return marking.run({ input: { oneId, otherId, levels: given.all('levels', apartLevels), atRiskId } })
  }
  const people = family.people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ChangeForm change={marking} look="danger" button={words.markButton} onSend={send}>
      <p>{words.warning}</p>
      <SelectField {...marking.field('oneId')} name="oneId" label={words.one} none="" options={people} />
      <SelectField {...marking.field('otherId')} name="otherId" label={words.other} none="" options={people} />
      <ChoiceField
        {...marking.field('levels')}
        kind="many"
        name="levels"
        label={words.levels}
        choices={apartLevels.map((level) => ({ value: level, label: apartLevelWords[level].label, hint: apartLevelWords[level].means }))}
      />
      <SelectField {...marking.field('atRiskId')} name="atRiskId" label={words.atRiskField} none={words.atRiskNobody} options={people} />
    </ChangeForm>
  )
}
