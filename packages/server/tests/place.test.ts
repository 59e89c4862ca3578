import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import type { GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { willowHub } from './willow-hub'

const { helen, ruth, owen } = workers

describe.each(enginesToTest())('places, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { does, asks, seenBy, books } = here

  it('are kept by supervisors, read by every worker, and not shown to the family', async () => {
    const places = '{ places { name address rooms { name capacity stepFree twoWaysOut } } }'
    expect(await asks(owen.id, places)).toEqual([
      {
        name: 'Willow Hub',
        address: '1 Mill Lane',
        rooms: [
          { name: 'attic', capacity: 2, stepFree: false, twoWaysOut: true },
          { name: 'blue', capacity: 6, stepFree: true, twoWaysOut: true },
          { name: 'garden', capacity: 12, stepFree: true, twoWaysOut: true },
        ],
      },
    ])
    expect(await asks(here.family.people.mum, places)).toBeNull()
    await expect(does(helen.id, 'keepPlace', { name: 'A barn', address: 'x' }, 'places { id }')).rejects.toThrow('notYours')
    const room = { placeId: here.hub.id, name: 'shed', capacity: '4', stepFree: true, twoWaysOut: true }
    await expect(does(ruth.id, 'keepRoom', { ...room, capacity: '0' }, 'places { id }')).rejects.toThrow('numberImpossible capacity')
    await expect(does(ruth.id, 'keepRoom', { ...room, placeId: here.family.meetingId }, 'places { id }')).rejects.toThrow(
      'choiceUnknown placeId',
    )
    await expect(does(ruth.id, 'keepRoom', { ...room, id: here.family.meetingId }, 'places { id }')).rejects.toThrow('notYours id')
    await expect(does(ruth.id, 'keepPlace', { name: ' ', address: 'x' }, 'places { id }')).rejects.toThrow('wordsMissing name')
  })

  it('that ended are booked no more, and school terms have an end after their start', async () => {
    const ends = (field: string, id: string | undefined) =>
      asks<{ __typename: string }>(ruth.id, `mutation ($id: ID!) { ${field}(id: $id) { __typename } }`, { id })
    const shown = 'places { id name rooms { id name } }'
    const { places } = (await does(ruth.id, 'keepPlace', { name: 'Old hall', address: 'x' }, shown)) as {
      places: { id: string; name: string }[]
    }
    const old = places.find(({ name }) => name === 'Old hall')?.id
    await ends('endPlace', old)
    expect(await asks(helen.id, '{ places { name } }')).toEqual([{ name: 'Willow Hub' }])
    await expect(books({ placeId: old, roomId: null })).rejects.toThrow('choiceUnknown placeId')
    expect(await ends('endPlace', old)).toEqual({ __typename: 'Refused' })
    await expect(
      does(ruth.id, 'keepSchoolTerm', { name: 'Spring', from: '2026-03-01', until: '2026-02-01' }, 'schoolTerms { id }'),
    ).rejects.toThrow('endBeforeStart until')
    const kept = (
      await does(
        ruth.id,
        'keepSchoolTerm',
        { name: 'Spring', from: '2026-01-05', until: '2026-03-27' },
        'schoolTerms { id name from until }',
      )
    )['schoolTerms'] as { id: string }[]
    expect(kept).toMatchObject([{ name: 'Spring', from: '2026-01-05', until: '2026-03-27' }])
    await ends('endSchoolTerm', kept[0]?.id)
    expect(await asks(helen.id, '{ schoolTerms { name } }')).toEqual([])
  })

  it("tells a relative of no room, no conflict and nobody else's hours, whatever they ask", async () => {
    await books()
    expect(await seenBy(here.family.people.mum)).toBeNull()
    const fields = Object.keys((here.server.parts.schema.getType('MyMeeting') as GraphQLObjectType).getFields())
    expect(fields).toContain('anotherDayAsked')
    for (const field of ['roomHolds', 'conflicts', 'moved', 'anotherDays', 'placeId']) expect(fields).not.toContain(field)
  })
})
