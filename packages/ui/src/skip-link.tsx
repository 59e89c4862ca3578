import { partWords } from './words.copy'

/** First thing on a page: jumps over what repeats. `to` is the id of the main part. */
export function SkipLink({ to = 'main', label = partWords.skip }: { to?: string; label?: string }) {
  return (
    <a className="button skip-link" href={`#${to}`}>
      {label}
    </a>
  )
}
