import type { Question } from '../as-administrator'

/** The rule of the database, got wrong on purpose in one place: what it would do then, and the change. */
export interface Plant {
  name: string
  change(ask: Question): Promise<void>
}

/** A function with a piece of its text replaced, wherever it stands; a plant that changes nothing would prove nothing. */
const rewritten = (name: string, signature: string, ...pieces: [string, string][]): Plant => ({
  name,
  async change(ask) {
    const [found] = await ask<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', signature)
    let text = found?.text ?? ''
    for (const [from, to] of pieces) {
      if (!text.includes(from)) throw new Error(`${signature} says nowhere "${from}": mend the plant "${name}"`)
      text = text.replaceAll(from, to)
    }
    await ask(text)
  },
})

const stated = (name: string, sql: string): Plant => ({ name, change: async (ask) => void (await ask(sql)) })

const presences = 'apart_presences(uuid)'

export const apartPlants: readonly Plant[] = [
  rewritten(
    'no time lies between two parts',
    presences,
    ["interval '45 minutes'", "interval '0 minutes'"],
    ["interval '15 minutes'", "interval '0 minutes'"],
  ),
  rewritten('a minute less than an hour lies between two parts', presences, ["interval '15 minutes'", "interval '14 minutes'"]),
  rewritten('no time lies between two parts in one room', presences, [
    's.stay AS span',
    'CASE a."level" WHEN \'room\' THEN w.span ELSE s.stay END AS span',
  ]),
  rewritten('nobody counts in a second room', presences, ["w.way IN ('inRoom', 'secondRoom')", "w.way IN ('inRoom')"]),
  rewritten('the second room is the first', presences, ['md5(place::text || w.way)', 'md5(place::text)']),
  rewritten('nobody counts on a screen', presences, ["'secondRoom', 'video', 'phone'", "'secondRoom'"]),
  rewritten('who must not know of the other counts for their part alone', presences, ["WHEN 'knowing' THEN", "WHEN 'never' THEN"]),
  rewritten('what was planned does not count', 'way_now(text,text,text)', ['coalesce(how, planned)', 'how']),
  rewritten('what was planned counts before the answer', 'way_now(text,text,text)', ['coalesce(how, planned)', 'coalesce(planned, how)']),
  rewritten('who has not answered does not count', 'way_now(text,text,text)', ["'coming', 'asked', 'noAnswerYet', 'notAsked'", "'coming'"]),
  rewritten('who does not come counts', 'way_now(text,text,text)', ["'coming', 'asked'", "'coming', 'notComing', 'asked'"]),
  rewritten('parts do not count', 'part_of(timestamptz,int,text,int)', ['least(part, minutes)', 'minutes']),
  rewritten(
    'a part at the end is taken for one at the beginning',
    'part_of(timestamptz,int,text,int)',
    ["WHEN 'end'", "WHEN 'never'"],
    ["WHEN 'beginning'", "WHEN edge THEN tstzrange(start, start + least(part, minutes) * interval '1 minute') WHEN 'beginning'"],
  ),
  rewritten('a place is known by no words', 'certain_places(uuid)', ['lower(trim(p."name")) = lower(trim(m."place"))', 'false']),
  rewritten('a room held is at no place', 'certain_places(uuid)', ['h."meetingId" = meeting', 'h."meetingId" = meeting AND false']),
  rewritten('words are no place but their own', 'meeting_places(uuid)', ['FROM "Place" p', 'FROM "Place" p WHERE false']),
  rewritten('that it is another place does not count', 'meeting_places(uuid)', ['asked."placeOtherAt" IS NOT NULL', 'false']),
  rewritten('the other meeting is not looked at', 'pairs_brought_together(uuid)', [
    'm."familyId" = (SELECT one."familyId" FROM "Meeting" one WHERE one."id" = meeting)',
    'm."id" = meeting',
  ]),
  stated('nothing refuses', 'alter table "ApartPresence" drop constraint "ApartPresence_apart"'),
  stated('who comes to what is booked is not written down', 'alter table "Participant" disable trigger "Participant_added"'),
  stated('who comes where a time is booked is not written down', 'alter table "Meeting" disable trigger "Meeting_moved"'),
]
