import { randomBytes } from 'node:crypto'
import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { input, refused, type RootFieldCase, type StoryServer } from './field-case'

const { helen, ruth } = workers

/** The council's places, and workers' own time. */
export async function* placeAndCalendarCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const c = { family: 'carter' } as const
  const now = server.clock.now()
  const places = 'places { id name rooms { id name } }'
  const ends = (field: string, shown: string) =>
    `mutation ($id: ID!) { ${field}(id: $id) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } } }`
  yield { ...c, field: 'places', document: `{ ${places} }`, variables: {}, rightful: helen.id, open: true }
  yield { ...c, field: 'schoolTerms', document: '{ schoolTerms { id name from until } }', variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'keepPlace',
    document: input('keepPlace', 'KeepPlaceInput', places),
    variables: { input: { id: null, name: 'The barn', address: '3 Farm Road' } },
    rightful: ruth.id,
  }
  const visitor = await server.as(ruth.id)
  const known = async () =>
    ((await visitor.send(`{ ${places} }`))['places'] as { id: string; name: string; rooms: { id: string }[] }[]).find(
      ({ name }) => name === 'The barn',
    )
  yield {
    ...c,
    field: 'keepRoom',
    document: input('keepRoom', 'KeepRoomInput', places),
    variables: { input: { id: null, placeId: (await known())?.id, name: 'The loft', capacity: '12', stepFree: false, twoWaysOut: true } },
    rightful: ruth.id,
  }
  const barn = await known()
  yield { ...c, field: 'endRoom', document: ends('endRoom', places), variables: { id: barn?.rooms[0]?.id }, rightful: ruth.id }
  yield { ...c, field: 'endPlace', document: ends('endPlace', places), variables: { id: barn?.id }, rightful: ruth.id }
  yield {
    ...c,
    field: 'keepSchoolTerm',
    document: input('keepSchoolTerm', 'KeepSchoolTermInput', 'schoolTerms { id name }'),
    variables: { input: { id: null, name: 'One more', from: '2031-01-01', until: '2031-02-01' } },
    rightful: ruth.id,
  }
  const terms = (await visitor.send('{ schoolTerms { id name } }'))['schoolTerms'] as { id: string; name: string }[]
  yield {
    ...c,
    field: 'endSchoolTerm',
    document: ends('endSchoolTerm', 'schoolTerms { id }'),
    variables: { id: terms.find(({ name }) => name === 'One more')?.id },
    rightful: ruth.id,
  }
  const daysOff = 'holidaysAndSchool { nation schoolStart schoolEnd }'
  yield { ...c, field: 'holidaysAndSchool', document: `{ ${daysOff} }`, variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'keepHolidaysAndSchool',
    document: input('keepHolidaysAndSchool', 'KeepHolidaysAndSchoolInput', daysOff),
    variables: { input: { nation: 'scotland', schoolStart: '09:00', schoolEnd: '15:15' } },
    rightful: ruth.id,
  }
  yield {
    ...c,
    family: 'osei',
    field: 'week',
    document: `query ($from: String!) {
      week(from: $from) { days meetings { meetingId familyName startWall } rooms { roomName meetingId } workers { name meetingId } }
    }`,
    variables: { from: dateFrom(now, 0) },
    rightful: helen.id,
    open: true,
  }

  const mine = 'myCalendar { busyCount feedAddress away { id } }'
  yield { ...c, field: 'myCalendar', document: `{ ${mine} }`, variables: {}, rightful: helen.id, open: true }
  yield {
    ...c,
    field: 'saveMyBusyTimes',
    own: true,
    document: input('saveMyBusyTimes', 'SaveMyBusyTimesInput', mine),
    variables: {
      input: {
        from: dateFrom(now, 1),
        until: dateFrom(now, 7),
        busy: [`${dateFrom(now, 2)}T10:00:00.000Z/${dateFrom(now, 2)}T11:00:00.000Z`],
      },
    },
    rightful: helen.id,
  }
  yield {
    ...c,
    field: 'sayAway',
    document: input('sayAway', 'SayAwayInput', mine),
    variables: { input: { workerId: helen.id, from: dateFrom(now, 40), until: dateFrom(now, 47) } },
    rightful: helen.id,
  }
  const { away } = (await (await server.as(helen.id)).send(`{ ${mine} }`))['myCalendar'] as { away: { id: string }[] }
  yield { ...c, field: 'endAway', document: ends('endAway', mine), variables: { id: away[0]?.id }, rightful: helen.id }
  yield {
    ...c,
    field: 'makeCalendarFeed',
    own: true,
    document: `mutation { makeCalendarFeed { ${refused} ... on MakeCalendarFeedDone { address } } }`,
    variables: {},
    rightful: helen.id,
  }
  const { feedAddress } = (await (await server.as(helen.id)).send(`{ ${mine} }`))['myCalendar'] as { feedAddress: string }
  const token = /calendar\/([\w-]+)\.ics$/.exec(feedAddress)?.[1]
  yield {
    ...c,
    field: 'heldTimes',
    document: 'query ($token: String!) { heldTimes(token: $token) { id start end } }',
    variables: { token },
    held: { token: randomBytes(32).toString('base64url') },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'endCalendarFeed',
    own: true,
    document: `mutation { endCalendarFeed { ${refused} ... on EndCalendarFeedDone { ${mine} } } }`,
    variables: {},
    rightful: helen.id,
  }
}
