import { Link } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { PageFrame } from './page-frame'
import { shellWords as words } from './shell.copy'

/** Nothing is at this address, or nothing this worker may see: the two look the same. */
export function PageMissing() {
  return (
    <PageFrame title={words.missingTitle}>
      <p>{words.missing}</p>
      <p>
        <Link to="/">{words.missingWay}</Link>
      </p>
    </PageFrame>
  )
}

/** A fault in this app itself. */
export function PageBroken() {
  return (
    <PageFrame title={words.brokenTitle}>
      <p>{words.broken}</p>
      <Button onClick={() => window.location.reload()}>{words.brokenWay}</Button>
    </PageFrame>
  )
}
