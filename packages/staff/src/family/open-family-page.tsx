import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { ChangeForm } from '../frame/change-form'
import { OpenFamilyDocument, TeamsDocument, type TeamsQuery } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import { useWhoIAm } from '../connection/who-i-am'
import { openFamilyWords as words } from './families.copy'

type TeamOf = NonNullable<TeamsQuery['teams']>[number]

/** Opens a family: a name, a team, its children. */
export function OpenFamilyPage() {
  const reading = useQuery(TeamsDocument)
  return (
    <PageFrame title={words.title}>
      <p>{words.lede}</p>
      <Read reading={reading}>{({ teams }) => <OpenFamilyForm teams={teams ?? []} />}</Read>
    </PageFrame>
  )
}

function OpenFamilyForm({ teams }: { teams: readonly TeamOf[] }) {
  const { worker } = useWhoIAm()
  const navigate = useNavigate()
  const opening = useChange(OpenFamilyDocument, ['name', 'teamId', 'zone', 'children'])
  const [children, setChildren] = useState([0])
  const mine = teams.find((team) => team.workers.some(({ id }) => id === worker.id) || team.supervisor.id === worker.id)
  const atChildren = opening.field('children')
  return (
    <ChangeForm
      change={opening}
      keeps
      button={words.open}
      onSend={async (given) => {
        const done = await opening.run({
          input: {
            name: given.text('name'),
            teamId: given.text('teamId'),
            zone: given.text('zone'),
            children: children.map((key) => ({ name: given.text(`name-${key}`), bornOn: given.text(`born-${key}`) })),
          },
        })
        if (done) await navigate(`/families/${done.family.id}`)
        return done
      }}
    >
      <TextField {...opening.field('name')} name="name" label={words.name} hint={words.nameHint} autoComplete="off" />
      <SelectField
        {...opening.field('teamId')}
        name="teamId"
        label={words.team}
        defaultValue={mine?.id}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <fieldset>
        <legend>{words.children}</legend>
        <p className="field-hint">{words.childrenHint}</p>
        {atChildren.error && <p className="field-error">{atChildren.error}</p>}
        {children.map((key, place) => (
          <div className="row-fields" key={key}>
            <TextField
              id={place === 0 ? atChildren.id : undefined}
              name={`name-${key}`}
              label={words.childName(place + 1)}
              autoComplete="off"
            />
            <TextField type="date" name={`born-${key}`} label={words.childBorn(place + 1)} />
            {children.length > 1 && (
              <Button look="link" onClick={() => setChildren(children.filter((one) => one !== key))}>
                {words.removeChild(place + 1)}
              </Button>
            )}
          </div>
        ))}
        <Button look="quiet" onClick={() => setChildren([...children, Math.max(...children) + 1])}>
          {words.addChild}
        </Button>
      </fieldset>
      <TextField {...opening.field('zone')} name="zone" label={words.zone} hint={words.zoneHint} defaultValue="Europe/London" dir="ltr" />
    </ChangeForm>
  )
}
