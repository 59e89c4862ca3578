import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { StatusWord } from '@kinplan/ui/status-word'
import { EndIt } from '../frame/end-it'
import { instantInWords } from '../frame/when'
import { EndAccessDocument, MakeSignInLinkDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { linkWords as words } from './people.copy'

interface SignInLinkProps {
  personId: string
  name: string
  mayMake: boolean
  mayEnd: boolean
  onEnded: () => void
}

/** Makes a link with a code to speak, shown once; ends a person's access. */
export function SignInLink({ personId, name, mayMake, mayEnd, onEnded }: SignInLinkProps) {
  const making = useChange(MakeSignInLinkDocument)
  const [made, setMade] = useState<{ address: string; spokenCode: string } | null>(null)
  async function make() {
    setMade(null)
    setMade(await making.run({ personId }))
  }
  return (
    <>
      {mayMake && (
        <>
          <p>
            <bdi>{words.before(name)}</bdi>
          </p>
          <RefusalNotice change={making} onAgain={() => void make()} />
          <Button disabled={making.busy} onClick={() => void make()}>
            {words.make}
          </Button>
        </>
      )}
      <div role="status">{made && <Made {...made} />}</div>
      {mayEnd && <EndAccess personId={personId} name={name} onEnded={onEnded} />}
    </>
  )
}

interface Tries {
  wrongCodes: number
  wrongCodeAt: string | null
  otherDeviceAt: string | null
}

/** What somebody tried with a person's link and did not open it. */
export function LinkTries({ name, zone, tries }: { name: string; zone: string; tries: Tries }) {
  const { wrongCodes, wrongCodeAt, otherDeviceAt } = tries
  return (
    <>
      {otherDeviceAt !== null && (
        <p>
          <StatusWord kind="needs-you">
            <bdi>{words.otherDevice(name, instantInWords(otherDeviceAt, zone))}</bdi>
          </StatusWord>{' '}
          {words.otherDeviceNext}
        </p>
      )}
      {wrongCodeAt !== null && (
        <p className="quiet">
          <bdi>{words.wrongCodes(name, wrongCodes, instantInWords(wrongCodeAt, zone))}</bdi>
        </p>
      )}
    </>
  )
}

function Made({ address, spokenCode }: { address: string; spokenCode: string }) {
  const [copied, setCopied] = useState(false)
  const spaced = spokenCode.replace(/(\d{4})(?=\d)/g, '$1 ')
  return (
    <Notice>
      <p>
        {words.address}: <code className="address">{address}</code>
      </p>
      <p className="cluster">
        <Button look="quiet" onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {words.copy}
        </Button>
        {copied && words.copied}
      </p>
      <p>{words.code}:</p>
      <p className="spoken-code">{spaced}</p>
      <p>
        <strong>{words.ring}</strong>
      </p>
    </Notice>
  )
}

function EndAccess({ personId, name, onEnded }: { personId: string; name: string; onEnded: () => void }) {
  const ending = useChange(EndAccessDocument)
  async function end() {
    const done = await ending.run({ personId })
    if (done !== null) onEnded()
    return done
  }
  return (
    <div className="actions">
      <EndIt
        change={ending}
        onEnd={end}
        look="quiet"
        label={words.end}
        sure={words.endSure(name)}
        why={words.endWhy}
        yes={words.endYes}
        no={words.endNo}
      />
    </div>
  )
}
