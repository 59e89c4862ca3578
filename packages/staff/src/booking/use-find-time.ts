import { useState } from 'react'
import { SaveTimeAskDocument, SetNeedDocument, type SetNeedInput } from '../generated/graphql'
import { refusalWords } from '../connection/refusal.copy'
import type { Troubled } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf } from '../meeting/meeting-of'
import { askedBefore, askFields, usualAsk, withTyped, type AskedTimes, type TypedAsk } from './asked-times'
import type { PlaceToAsk } from './places-field'
import { needFieldOf, needInput, needOf, sameNeed, type NeedField, type ParticipantOf, type TypedNeed } from './typed-need'
import { useRankedTimes } from './use-ranked-times'

/** What was typed of one participant, and the version it was typed at. */
interface Touched {
  typed: TypedNeed
  version: number
}

/**
 * The ask and the needs as typed, and looking for times with them: first what was changed is saved with the meeting,
 * person by person, then the ask, then the times are asked for. It stops at the first thing that is refused; what is typed stays.
 */
export function useFindTime(meeting: MeetingOf, places: readonly PlaceToAsk[]) {
  const { today } = useWhoIAm()
  const [typedAsk, setTypedAsk] = useState<TypedAsk | null>(null)
  const [touched, setTouched] = useState<Readonly<Record<string, Touched>>>({})
  const [sent, setSent] = useState<SetNeedInput | null>(null)
  const setting = useChange(SetNeedDocument)
  const saving = useChange(SaveTimeAskDocument, askFields)
  const ranking = useRankedTimes(meeting.id)
  const busy = setting.busy || saving.busy || ranking.busy
  const idOf = (participantId: string, name: NeedField) => `need-${participantId}-${name}`
  const kept = { ask: askedBefore(meeting) ?? usualAsk(today), version: meeting.timeAsk?.version ?? 0 }
  // Whoever was told that it changed sees what was typed on what it says now, and means it when they send it again.
  const askTold = saving.trouble?.kind === 'refused' && saving.trouble.code === 'changedMeanwhile'
  const ask = typedAsk === null ? kept.ask : askTold ? withTyped(kept.ask, typedAsk) : typedAsk.typed
  const refused = setting.trouble?.kind === 'refused' && sent !== null ? { sent, ...setting.trouble } : null
  const refusedField = refused?.field ? needFieldOf(refused.field, refused.sent) : null

  async function saveNeeds(): Promise<boolean> {
    const placeIds = places.map(({ id }) => id)
    for (const { id, version } of meeting.participants) {
      const row = touched[id]
      if (row === undefined) continue
      // Whoever was told that it changed, looked, and sends again means it.
      const told = refused?.code === 'changedMeanwhile' && refused.sent.participantId === id
      const input = needInput(id, told ? version : row.version, row.typed, placeIds)
      setSent(input)
      if ((await setting.run({ input })) === null) return false
      setTouched(({ [id]: _saved, ...others }) => others)
    }
    return true
  }

  async function saveAsk(): Promise<boolean> {
    const version = askTold || typedAsk === null ? kept.version : typedAsk.version
    const done = await saving.run({ input: { meetingId: meeting.id, version, ask } })
    if (done === null) return false
    // What was typed since then goes on from what is kept now.
    setTypedAsk((now) =>
      now === null || now === typedAsk ? null : { typed: now.typed, began: ask, version: done.meeting.timeAsk?.version ?? now.version },
    )
    return true
  }

  const troubled: Troubled =
    setting.trouble === null
      ? { trouble: saving.trouble ?? ranking.trouble, busy, shows: saving.shows }
      : {
          trouble: setting.trouble,
          busy,
          shows: () => (refused !== null && refusedField !== null ? idOf(refused.sent.participantId, refusedField) : null),
        }

  return {
    ask,
    setAsk: (typed: AskedTimes) =>
      setTypedAsk(typedAsk === null || askTold ? { typed, began: kept.ask, version: kept.version } : { ...typedAsk, typed }),
    /** What is kept, where it was changed while another was typed. */
    askMeanwhile: askTold ? kept.ask : null,
    found: ranking.found,
    busy,
    troubled,
    /** Looks for times with what was asked before; saves nothing. */
    lookAgain: () => ranking.run(ask),
    /** Saves what was typed and looks for times; true when they were looked for. */
    look: async () => (await saveNeeds()) && (await saveAsk()) && ranking.run(ask),
    typed: (participant: ParticipantOf) => touched[participant.id]?.typed ?? needOf(participant),
    onType: (participant: ParticipantOf, typed: TypedNeed) =>
      setTouched(({ [participant.id]: before, ...others }) =>
        sameNeed(typed, needOf(participant))
          ? others
          : { ...others, [participant.id]: { typed, version: before?.version ?? participant.version } },
      ),
    needField: (participantId: string, name: NeedField) => ({
      id: idOf(participantId, name),
      error: refused?.sent.participantId === participantId && refusedField === name ? refusalWords[refused.code] : undefined,
    }),
    askField: (name: keyof AskedTimes) => {
      const { id, error } = saving.field(name)
      // One trouble at a time: what was wrong with the ask before is old while a row is refused.
      return { id, error: setting.trouble === null ? (error ?? ranking.error(name)) : undefined }
    },
  }
}
