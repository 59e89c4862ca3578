import { Fragment } from 'react'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Names as one says them: 'Mum, Gran and Uncle Joe', each in the direction it is written in. */
export function NameList({ names }: { names: readonly string[] }) {
  return list
    .formatToParts(names)
    .map(({ type, value }, place) => <Fragment key={place}>{type === 'element' ? <bdi>{value}</bdi> : value}</Fragment>)
}
