import { randomBytes } from 'node:crypto'
import { workers } from '../src/cast'
import { asking, c, o, refused, type RootFieldCase, type StoryServer } from './field-case'

const { priya, helen } = workers

/** Links, signing in and leaving. */
export async function* accountCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, carter } = asking(server)
  yield {
    ...c,
    field: 'makeSignInLink',
    document: `mutation ($id: ID!) { makeSignInLink(personId: $id) { ${refused} ... on MakeSignInLinkDone { address spokenCode } } }`,
    variables: { id: carter.people.joyce },
    rightful: helen.id,
  }
  const made = await at<{ address: string; spokenCode: string }>(
    helen.id,
    'makeSignInLink',
    'mutation ($id: ID!) { makeSignInLink(personId: $id) { ... on MakeSignInLinkDone { address spokenCode } } }',
    { id: carter.people.joyce },
  )
  const token = made.address.split('/').at(-1)
  yield {
    ...c,
    field: 'linkHolder',
    document: 'query ($token: String!) { linkHolder(token: $token) { open } }',
    variables: { token },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'signIn',
    document: `mutation ($token: String!, $code: String!) {
      signIn(token: $token, code: $code) { ${refused} ... on SignInDone { me { person { name } } } }
    }`,
    variables: { token, code: made.spokenCode },
    // Four wrong codes would make whoever holds the link wait.
    held: { token: randomBytes(32).toString('base64url'), code: made.spokenCode },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'chooseWho',
    document: `mutation ($id: ID!) { chooseWho(id: $id) { ${refused} ... on ChooseWhoDone { me { council { name } } } } }`,
    variables: { id: priya.id },
    rightful: null,
    open: true,
  }
  yield {
    ...c,
    field: 'leave',
    document: 'mutation { leave { ... on LeaveDone { me { person { name } worker { name } } } } }',
    variables: {},
    rightful: carter.people.maureen,
    open: true,
  }
}

/** The end of somebody’s access. */
export async function* endAccessCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { osei } = asking(server)
  yield {
    ...o,
    field: 'endAccess',
    document: `mutation ($id: ID!) { endAccess(personId: $id) { ${refused} ... on EndAccessDone { family { people { name ended } } } } }`,
    variables: { id: osei.people.sandra },
    rightful: helen.id,
  }
}
