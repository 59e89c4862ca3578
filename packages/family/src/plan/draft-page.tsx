import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { go } from '../page/address'
import { PageLink } from '../page/page-link'
import { LinkList } from '../page/link-list'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { stepsNamingNobody, thingsNotAnswered, whoCarriesMost } from '@kinplan/private-draft/draft-checks'
import { addHeading } from '@kinplan/private-draft/draft-document'
import { allSteps } from '@kinplan/private-draft/draft-plan'
import { useSharedTablet } from './kept-here'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { keepWords, phonesWords, privateWords } from './private.copy'
import { cardWords, tabletWords } from './rescue-words.copy'
import { RoomPhones } from './room-phones'
import { TakenAwayNotice } from './taken-away-notice'

/** The whole plan at a glance, and everything one can do with it. */
export function DraftPage({ user, meeting, room, held }: OpenDraftPage) {
  const at = `/meeting/${meeting.id}/private`
  const { plan, draft } = held
  const isShared = useSharedTablet()
  const together = may(room, 'room:readMembers')
  // Before the first word; afterwards it is a page of its own.
  const nothingYet = !plan.weWantYouToKnow.trim() && !allSteps(plan).some(({ what }) => what.trim())
  const rowOf = (id: string, label: string, steps: readonly unknown[]) => ({
    to: `${at}/write/${id}`,
    label: <bdi>{label}</bdi>,
    more: steps.length === 0 ? privateWords.nothingYet : privateWords.countSteps(steps.length),
  })

  function addOwn() {
    const id = newUuid(deviceChance)
    addHeading(draft.document, id)
    go(`${at}/write/${id}`)
  }

  return (
    <PrivateFrame user={user} room={room} held={held} title={privateWords.startTitle} back={`/meeting/${meeting.id}`}>
      {together && nothingYet && (
        <Card>
          <h2>{phonesWords.title}</h2>
          <RoomPhones room={room} user={user} />
        </Card>
      )}
      {isShared && room.rescueWordsWall === null && may(room, 'rescueWords:make') && (
        <Notice tone="plum">
          <p>{cardWords.tablet}</p>
          <p>
            <PageLink to={`${at}/card`}>{tabletWords.writeFirst}</PageLink>
          </p>
        </Notice>
      )}
      <h2>{privateWords.mustMakeSure}</h2>
      {room.bottomLines.length === 0 ? (
        <p>{privateWords.nothingGiven}</p>
      ) : (
        <LinkList
          rows={room.bottomLines.map(({ id, text }) => rowOf(id, text, plan.things.find((thing) => thing.id === id)?.steps ?? []))}
        />
      )}
      <LinkList
        rows={[
          ...plan.headings.map(({ id, title, steps }) => rowOf(id, title || privateWords.untitled, steps)),
          {
            to: `${at}/write/know`,
            label: privateWords.wantYouToKnow,
            more: plan.weWantYouToKnow.trim() ? privateWords.written : privateWords.wantYouToKnowMore,
          },
        ]}
      />
      {held.takenAway.map(
        (taken) =>
          taken.kind === 'heading' && (
            <div key={taken.heading.id}>
              <TakenAwayNotice taken={taken} held={held} onBack={(id) => go(`${at}/write/${id}`)} />
            </div>
          ),
      )}
      <p>
        <Button look="quiet" onClick={addOwn}>
          {privateWords.addHeading}
        </Button>
      </p>
      <KindLook held={held} room={room} />
      <div className="actions">
        <PageLink className="button" to={`${at}/share`}>
          {privateWords.sharePlan}
        </PageLink>
        <PageLink className="button button-quiet" to={`${at}/square`}>
          {privateWords.otherPhones}
        </PageLink>
      </div>
      <p>
        <PageLink to={`${at}/phones`}>{together ? phonesWords.title : keepWords.title}</PageLink>
      </p>
      {may(room, 'rescueWords:make') && (
        <p>
          <PageLink to={`${at}/card`}>{room.rescueWordsWall === null ? cardWords.link : cardWords.linkMade}</PageLink>
        </p>
      )}
      <p>
        <PageLink to={`${at}/end`}>{privateWords.endTime}</PageLink>
      </p>
    </PrivateFrame>
  )
}

/** What the plan does not say yet; reckoned on this phone, and never in the way. */
function KindLook({ held: { plan }, room }: Pick<OpenDraftPage, 'held' | 'room'>) {
  const steps = allSteps(plan)
  if (!steps.some(({ what }) => what.trim())) return null
  const unanswered = new Set(thingsNotAnswered(plan))
  const nobody = new Set(stepsNamingNobody(plan))
  const most = whoCarriesMost(plan)
  const lines = [
    ...room.bottomLines.filter(({ id }) => unanswered.has(id)).map(({ text }) => privateWords.notAnswered(text)),
    ...steps.filter(({ id }) => nobody.has(id)).map(({ what }) => privateWords.namesNobody(what.trim())),
    ...(most ? [privateWords.tooMuch(most.name, most.steps, most.of)] : []),
  ]
  return (
    <Card>
      <h2>{privateWords.look}</h2>
      {lines.length === 0 ? (
        <p>{privateWords.lookDone}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{privateWords.lookNever}</p>
    </Card>
  )
}
