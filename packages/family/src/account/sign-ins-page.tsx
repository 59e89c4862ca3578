import { useCurrentUser } from '../page/current-user'
import { PageFrame, telephone } from '../page/page-frame'
import { saidWall } from '../page/said-dates'
import { signInsWords as words } from './sign-ins-page.copy'

/** Every sign-in of this person, when and by whose link: whoever came in as somebody else is seen by them. */
export function SignInsPage() {
  const user = useCurrentUser()
  const { council, signIns, today } = user
  return (
    <PageFrame title={words.title} back="/" user={user}>
      <p className="lede">{words.more}</p>
      <ul className="people">
        {signIns.map(({ id, atWall, linkOf, here }) => (
          <li key={id}>
            {words.since(saidWall(atWall, today))} <bdi>{linkOf === null ? words.noLink : words.byLink(linkOf)}</bdi> {here && words.here}
          </li>
        ))}
      </ul>
      <p>
        {words.notMine(council.name)} <a href={telephone(council.phone)}>{council.phone}</a>
      </p>
    </PageFrame>
  )
}
