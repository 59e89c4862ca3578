// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { WhoLookedDocument, type WhoLookedQuery } from '../generated/graphql'

const family = familyForTests()
type Looks = NonNullable<WhoLookedQuery['whoLooked']>

const helen = { day: '2026-11-20', who: 'Helen Okafor', role: 'coordinator' } as const
const looked = (looks: Looks['looks'], more: Partial<Looks> = {}) =>
  family.network.answer(WhoLookedDocument, () => ({ whoLooked: { looks, since: '2026-10-25', earlier: null, ...more } }))

describe('which workers looked', () => {
  it('is said by day, a line for each worker, in words', async () => {
    looked([
      { ...helen, about: 'contact' },
      { ...helen, about: 'family' },
      { ...helen, about: 'hours' },
      { ...helen, who: 'Ruth Jenkins', role: 'supervisor', about: 'family' },
      { ...helen, day: '2026-11-03', about: 'promises' },
    ])
    await family.open('/who-looked')
    expect(await screen.findByRole('heading', { level: 2, name: 'Friday 20 November' })).toBeTruthy()
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Helen Okafor, your coordinator, looked at your family’s page, how to reach you and when you can come.',
      'Ruth Jenkins, the manager, looked at your family’s page.',
      'Helen Okafor, your coordinator, looked at your promises.',
    ])
    expect(screen.queryByRole('button', { name: /four weeks/ })).toBeNull()
  })

  it('says that nobody did, and goes further back', async () => {
    family.network.answer(WhoLookedDocument, ({ before }) => ({
      whoLooked:
        before === null
          ? { looks: [], since: '2026-10-25', earlier: '2026-10-25' }
          : { looks: [{ ...helen, day: '2026-10-01', about: 'meeting' as const }], since: '2026-09-27', earlier: null },
    }))
    await family.open('/who-looked')
    expect(await screen.findByText('No worker looked from Sunday 25 October on.')).toBeTruthy()
    await family.press('Show the four weeks before')
    expect(await screen.findByRole('heading', { level: 2, name: 'Thursday 1 October' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /four weeks/ })).toBeNull()
  })

  it('is found from the first page', async () => {
    looked([])
    await family.open('/')
    await family.user.click(screen.getByRole('link', { name: /Which workers looked/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Which workers looked' })).toBeTruthy()
  })
})
