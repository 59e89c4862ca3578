import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Notice } from '@kinplan/ui/notice'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { useChange } from '../connection/use-change'
import { ChangeForm } from '../frame/change-form'
import { PageFrame } from '../frame/page-frame'
import { BreakGlassDocument } from '../generated/graphql'
import { openWords as words } from './break-glass.copy'

/** Opens a family that is not one's own, to read, for an hour. */
export function OpenInEmergencyPage() {
  const opening = useChange(BreakGlassDocument, ['childName', 'childBornOn', 'reason'])
  const [foundNobody, setFoundNobody] = useState(false)
  const navigate = useNavigate()
  return (
    <PageFrame title={words.title}>
      <Notice tone="coral">
        <p>
          <strong>{words.when}</strong>
        </p>
        <p>{words.what}</p>
        <p>{words.told}</p>
      </Notice>
      <div role="status">
        {foundNobody && (
          <Notice heading={words.notFound}>
            <p>{words.notFoundWhy}</p>
          </Notice>
        )}
      </div>
      <ChangeForm
        change={opening}
        look="danger"
        button={words.button}
        onSend={async (given) => {
          setFoundNobody(false)
          const done = await opening.run({
            input: { childName: given.text('childName'), childBornOn: given.text('childBornOn'), reason: given.text('reason') },
          })
          if (done === null) return null
          if (done.family === null) {
            setFoundNobody(true)
            return null
          }
          await navigate(`/families/${done.family.id}`)
          return done
        }}
      >
        <TextField {...opening.field('childName')} name="childName" label={words.childName} hint={words.childNameHint} autoComplete="off" />
        <TextField {...opening.field('childBornOn')} type="date" name="childBornOn" label={words.childBornOn} />
        <TextArea {...opening.field('reason')} name="reason" rows={3} label={words.reason} hint={words.reasonHint} />
      </ChangeForm>
    </PageFrame>
  )
}
