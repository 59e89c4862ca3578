import { isOpen } from '@kinplan/domain/action/action-states'
import { Card } from '@kinplan/ui/card'
import { signInsWords } from '../account/sign-ins-page.copy'
import { whoLookedWords } from '../account/who-looked.copy'
import { useCurrentUser, type Meeting } from '../page/current-user'
import { meetingTitle } from '../meeting/meeting-of'
import { anotherDayWords, meetingWords, stageWords } from '../meeting/meeting.copy'
import { MineStatus } from '../meeting/mine-status'
import { PageFrame } from '../page/page-frame'
import { saidWall } from '../page/said-dates'
import { PageLink } from '../page/page-link'
import { LinkList } from '../page/link-list'
import { homeWords } from './home-page.copy'
import { nextThings } from './next-things'

/** The next thing to do, and the ways to everything that is mine. */
export function HomePage() {
  const user = useCurrentUser()
  const { person, meetings, actions, hours, coordinator, council, today, signIns } = user
  const [first, ...later] = nextThings(user)
  const asked = meetings.find(({ anotherDayAsked, stage }) => anotherDayAsked && stage !== 'ended')
  const open = actions.filter(({ state }) => isOpen(state)).length
  return (
    <PageFrame title={<bdi>{homeWords.title(person.name)}</bdi>} user={user}>
      <Card tone="soft">
        <h2>{homeWords.next}</h2>
        {first ? (
          <>
            <p className="lede">{first.words}</p>
            <PageLink className="button" to={first.to}>
              {first.go}
            </PageLink>
          </>
        ) : (
          <p>
            {homeWords.nothingNext}{' '}
            {asked
              ? `${anotherDayWords.askedOf(asked.coordinator.name)} ${anotherDayWords.willRing(asked.coordinator.name)}`
              : homeWords.nothingNextMore(coordinator?.name ?? council.name)}
          </p>
        )}
      </Card>
      {later.length > 0 && (
        <section>
          <h2>{homeWords.afterThat}</h2>
          <LinkList rows={later.map(({ to, words }) => ({ to, label: words }))} />
        </section>
      )}
      <section>
        <h2>{homeWords.meetings}</h2>
        {meetings.length === 0 ? (
          <p>{homeWords.noMeetings}</p>
        ) : (
          <LinkList
            rows={meetings.map((meeting) => ({
              to: `/meeting/${meeting.id}`,
              label: <bdi>{meetingTitle(meeting)}</bdi>,
              more: whenOf(meeting, today),
              status: meeting.stage !== 'ended' && <MineStatus meeting={meeting} />,
            }))}
          />
        )}
      </section>
      <section>
        <h2>{homeWords.more}</h2>
        <LinkList
          rows={[
            { to: '/times', label: homeWords.whenICanCome, more: hours.saidWhen ? homeWords.whenSaid : homeWords.whenNotSaid },
            { to: '/promises', label: homeWords.myActions, more: open === 0 ? homeWords.noActions : homeWords.countActions(open) },
            { to: '/sign-ins', label: signInsWords.title, more: signInsWords.count(signIns.length) },
            { to: '/who-looked', label: whoLookedWords.title, more: whoLookedWords.linkMore },
          ]}
        />
      </section>
    </PageFrame>
  )
}

function whenOf({ startWall, stage, coordinator }: Meeting, today: string): string {
  if (stage === 'preparing' || startWall === null) return meetingWords.noDate(coordinator.name)
  return stage === 'booked' || stage === 'ended' ? saidWall(startWall, today) : `${saidWall(startWall, today)}. ${stageWords[stage]}`
}
