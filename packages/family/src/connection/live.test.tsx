// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { HonestServer } from '@kinplan/private-draft/post-for-tests'
import { expect, it, vi } from 'vitest'
import { familyForTests } from '../family-for-tests'
import { ClosedSocket } from '../fake-network-for-tests'
import { CurrentUserDocument } from '../generated/graphql'
import { draftOverNetwork } from '../plan/draft-network-for-tests'

const family = familyForTests()
/** Longer than a page waits, once the server listens for it, before it asks again. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1_300))
const times = () => family.network.sentFor(CurrentUserDocument).length

it('asks again once the server listens for the page, and no more when the page has gone meanwhile', async () => {
  draftOverNetwork(family.network, new HonestServer({ meeting: 'm1', draft: 'd1' }), 'gran-of-live')
  await family.open('/')
  const first = times()
  await settled()
  expect(times()).toBeGreaterThan(first)

  cleanup()
  await family.open('/')
  await new Promise((resolve) => setTimeout(resolve, 300))
  cleanup()
  // The next page, for which no server listens.
  vi.stubGlobal('WebSocket', ClosedSocket)
  await family.open('/')
  const gone = times()
  await settled()
  expect(times()).toBe(gone)
})
