import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useState, type ComponentType } from 'react'
import { TroubleNotice } from '../connection/trouble-notice'
import { useCurrentUser } from './current-user'
import { laterWords } from './page-frame.copy'
import { PageFrame } from './page-frame'

/** A page whose code is fetched when it is first opened, so that the first page of an old phone comes soon. */
interface LaterPage<Props> {
  (props: Props): React.ReactNode
  /** Fetches it before it is opened. Quiet when it does not come: it is fetched again when it is opened. */
  fetchEarly(): void
}

export function laterPage<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPage<Props> {
  let Page: ComponentType<Props> | undefined
  const fetchPage = async () => {
    Page ??= await load()
  }

  function Later(props: Props) {
    const user = useCurrentUser()
    const [state, setState] = useState<'coming' | 'here' | 'lost'>(Page ? 'here' : 'coming')
    useEffect(() => {
      if (state === 'coming')
        void fetchPage().then(
          () => setState('here'),
          () => setState('lost'),
        )
    }, [state])
    if (Page) return <Page {...props} />
    return (
      <PageFrame title={laterWords.title} user={user}>
        {state === 'lost' ? (
          <TroubleNotice of={{ trouble: { kind: 'lost' }, again: () => location.reload() }} reading />
        ) : (
          <Spinner>{laterWords.coming}</Spinner>
        )}
      </PageFrame>
    )
  }
  return Object.assign(Later, { fetchEarly: () => void fetchPage().catch(() => undefined) })
}
