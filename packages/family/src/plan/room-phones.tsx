import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { DropSessionDocument } from '../generated/graphql'
import type { CurrentUser } from '../page/current-user'
import { saidWall } from '../page/said-dates'
import type { Room } from './held-draft'
import { phonesWords as words } from './private.copy'
import { rescueOpened } from './rescue-words.copy'

/** Every phone of everybody in the room, with when and by whose link: one that does not belong here is seen, and signed out. */
export function RoomPhones({ room, user }: { room: Room; user: CurrentUser }) {
  const change = useChange(DropSessionDocument)
  return (
    <>
      <p>{words.look}</p>
      <TroubleNotice of={change} />
      {room.members.map(({ id, name }) => {
        const phones = room.sessions.filter(({ member }) => member === id)
        return (
          <section key={id}>
            <h3>
              <bdi>{name}</bdi>
            </h3>
            {phones.length === 0 && <p className="quiet">{words.none}</p>}
            <ul className="people">
              {phones.map((phone) => (
                <li key={phone.id}>
                  <p>
                    <bdi>{words.since(saidWall(phone.atWall, user.today))}</bdi>{' '}
                    <bdi>{phone.linkOf === null ? words.noLink : words.byLink(phone.linkOf)}</bdi>{' '}
                    {phone.here ? words.here : phone.letIn ? words.letIn : words.notLetIn}{' '}
                    {room.rescueOpenings
                      .filter(({ sessionId }) => sessionId === phone.id)
                      .map(({ atWall }) => rescueOpened.onPhone(saidWall(atWall, user.today)))}
                  </p>
                  {!phone.here && may(room, 'room:dropSession') && (
                    <Button
                      look="quiet"
                      disabled={change.busy}
                      onClick={() => void change.run({ meetingId: room.meetingId, sessionId: phone.id })}
                    >
                      {words.drop(name)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
