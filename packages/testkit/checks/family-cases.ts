import { teams, workers } from '../src/cast'
import { asking, c, input, refused, type RootFieldCase, type StoryServer } from './field-case'

const { priya, helen, ruth } = workers

/** Opening a family, and who is kept apart in it. */
export async function* familyCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, carter } = asking(server)
  yield {
    ...c,
    field: 'openFamily',
    document: input('openFamily', 'OpenFamilyInput', 'family { id people { name } }'),
    variables: {
      input: {
        name: 'The Lane family',
        teamId: teams.north.id,
        zone: 'Europe/London',
        children: [{ name: 'Poppy Lane', bornOn: '2019-01-02' }],
      },
    },
    rightful: priya.id,
    open: true,
  }
  yield {
    ...c,
    field: 'addPerson',
    document: input('addPerson', 'AddPersonInput', 'family { people { name } }'),
    variables: {
      input: {
        familyId: carter.id,
        name: 'Rosa Walsh',
        kind: 'kin',
        zone: 'Europe/London',
        relations: [{ childId: carter.people.mia, kind: 'cousin', responsibility: false }],
      },
    },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'setParent',
    document: input('setParent', 'SetParentInput', 'family { parents { label } }'),
    variables: { input: { familyId: carter.id, childId: carter.people.noah, label: 'Other', state: 'notKnown', reason: 'Not known' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'addContactPoint',
    document: input('addContactPoint', 'AddContactPointInput', 'family { people { contactPoints { value } } }'),
    variables: { input: { personId: carter.people.winston, kind: 'phone', value: '07700 900199', safeToUse: true, note: '' } },
    rightful: priya.id,
  }
  yield {
    ...c,
    field: 'allocate',
    document: input('allocate', 'AllocateInput', 'family { allocations { worker { name } } }'),
    variables: { input: { familyId: carter.id, workerId: priya.id, role: 'socialWorker' } },
    rightful: ruth.id,
  }
  const pairDocument = 'query ($id: ID!) { family(id: $id) { pairs { id oneId otherId } } }'
  yield {
    ...c,
    field: 'markApart',
    document: input('markApart', 'MarkApartInput', 'family { id pairs { id } }'),
    variables: { input: { oneId: carter.people.winston, otherId: carter.people.halina, levels: ['room'] } },
    rightful: helen.id,
  }
  const pairs = await at<{ id: string; oneId: string; otherId: string }[]>(helen.id, 'family.pairs', pairDocument, { id: carter.id })
  const lifted = pairs.find((pair) => [pair.oneId, pair.otherId].includes(carter.people.halina))
  yield {
    ...c,
    field: 'liftApart',
    document: `mutation ($id: ID!) { liftApart(pairId: $id) { ${refused} ... on LiftApartDone { family { pairs { id } } } } }`,
    variables: { id: lifted?.id },
    rightful: ruth.id,
  }
}
