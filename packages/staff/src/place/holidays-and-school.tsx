import { nations } from '@kinplan/domain/days-off/bank-holidays'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { KeepHolidaysAndSchoolDocument, type PlacesQuery } from '../generated/graphql'
import { optionsOf, SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { KeepProps } from './place-of'
import { holidaysAndSchoolWords as words } from './places.copy'

interface HolidaysAndSchoolProps extends KeepProps {
  set: NonNullable<PlacesQuery['holidaysAndSchool']>
}

/** What a meeting is kept off: bank holidays, and the hours of a school day; for those who keep the list, the way to change them. */
export function HolidaysAndSchool({ set, keeps, onKept }: HolidaysAndSchoolProps) {
  return (
    <section aria-labelledby="holidays-and-school">
      <h2 id="holidays-and-school">{words.heading}</h2>
      <p>{words.said(words.nations[set.nation], set.schoolStart, set.schoolEnd)}</p>
      {keeps && (
        <Disclosure label={words.change}>
          <HolidaysAndSchoolForm set={set} onKept={onKept} />
        </Disclosure>
      )}
    </section>
  )
}

function HolidaysAndSchoolForm({ set, onKept }: Omit<HolidaysAndSchoolProps, 'keeps'>) {
  const keeping = useChange(KeepHolidaysAndSchoolDocument, ['nation', 'schoolStart', 'schoolEnd'])
  return (
    <ChangeForm
      change={keeping}
      keeps
      button={words.button}
      onDone={onKept}
      onSend={(given) =>
        keeping.run({
          input: { nation: given.one('nation', nations), schoolStart: given.text('schoolStart'), schoolEnd: given.text('schoolEnd') },
        })
      }
    >
      <SelectField
        {...keeping.field('nation')}
        name="nation"
        label={words.nation}
        options={optionsOf(nations, words.nations)}
        defaultValue={set.nation}
      />
      <div className="short-fields">
        <TextField
          {...keeping.field('schoolStart')}
          type="time"
          name="schoolStart"
          label={words.schoolStart}
          defaultValue={set.schoolStart}
        />
        <TextField
          {...keeping.field('schoolEnd')}
          type="time"
          name="schoolEnd"
          label={words.schoolEnd}
          hint={words.schoolEndHint}
          defaultValue={set.schoolEnd}
        />
      </div>
    </ChangeForm>
  )
}
