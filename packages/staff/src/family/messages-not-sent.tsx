import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Notice } from '@kinplan/ui/notice'
import { MessagesNotSentDocument, type MessagesNotSentQuery } from '../generated/graphql'
import { Read } from '../connection/read'
import { partOfMessage, todayWords as words } from './families.copy'

type MessageOf = NonNullable<MessagesNotSentQuery['messagesNotSent']>[number]

/** Where something can be done about it: the part of the meeting from which it was sent, or the family. */
function placeOf({ kind, familyId, meetingId }: MessageOf): string {
  return meetingId === null ? `/families/${familyId}` : `/meetings/${meetingId}/${partOfMessage[kind]}`
}

/** For a coordinator: messages that have not gone, with the names. Nothing while all have. */
export function MessagesNotSent() {
  const reading = useQuery(MessagesNotSentDocument)
  return <Read reading={reading}>{({ messagesNotSent }) => <NotSent messages={messagesNotSent ?? []} />}</Read>
}

function NotSent({ messages }: { messages: readonly MessageOf[] }) {
  if (messages.length === 0) return null
  return (
    <Notice tone="coral" heading={words.notSent(messages.length)}>
      <p>{words.notSentWhy}</p>
      <ul>
        {messages.map((message) => (
          <li key={message.id}>
            <Link to={placeOf(message)}>
              <bdi>{message.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
