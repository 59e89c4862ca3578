// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { currentUserAs } from '../fake-network-for-tests'
import { WithdrawUnseenDocument } from '../generated/graphql'

const family = familyForTests()

describe('the way out of a meeting that nobody sees', () => {
  it('is told to the coordinator, and nothing stays of it once the page is left', async () => {
    family.currentUser = () => currentUserAs({ viewerCan: ['withdrawal_say'] })
    family.network.answer(WithdrawUnseenDocument, () => ({ withdrawUnseen: { __typename: 'WithdrawUnseenDone' as const } }))
    await family.open('/help')
    const before = document.body.textContent
    await family.press('Tell Helen Okafor quietly')
    await screen.findByText('Helen Okafor knows now, and gets in touch with you tomorrow.')
    expect(family.network.sentFor(WithdrawUnseenDocument).map(({ variables }) => variables)).toEqual([{ meetingId: 'm1' }])
    await family.follow('Home')
    await waitFor(() => expect(family.title()).not.toBe('I need help'))
    await family.follow('I need help')
    await waitFor(() => expect(family.title()).toBe('I need help'))
    expect(document.body.textContent).toBe(before)
  })

  it('says so where it did not get through, and can be pressed again', async () => {
    family.currentUser = () => currentUserAs({ viewerCan: ['withdrawal_say'] })
    await family.open('/help')
    await family.press('Tell Helen Okafor quietly')
    expect(await screen.findByText(/You are not connected/)).toBeTruthy()
    expect(screen.queryByText(/knows now/)).toBeNull()
    expect(screen.getByRole('button', { name: 'Tell Helen Okafor quietly' })).toBeTruthy()
  })

  it('is not offered where there is no meeting to leave', async () => {
    family.currentUser = () => currentUserAs({ viewerCan: [] })
    await family.open('/help')
    expect(screen.queryByText('I would rather not take part')).toBeNull()
  })
})
