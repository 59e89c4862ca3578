// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import { JoinOfferDocument, MyRoomDocument, type MyRoomQuery } from '../generated/graphql'

const family = familyForTests()

beforeEach(async () => {
  family.currentUser = () => currentUserAs({ stage: 'privateTime', readers: [] })
  const room: NonNullable<MyRoomQuery['myRoom']> = {
    id: 'r',
    meetingId: 'm1',
    ended: false,
    me: 'real-gran',
    begun: 'together',
    linkOf: null,
    viewerCan: ['room_read', 'room_endWithoutKey'],
    members: [],
    sessions: [],
    bottomLines: [],
    draft: null,
    waitingEnd: null,
    undoableEnd: null,
    rescueWordsWall: null,
    rescueOpenings: [],
    doubted: false,
    shareProposal: null,
  }
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
  family.network.answer(JoinOfferDocument, () => ({ joinOffer: null }))
  await family.open('/meeting/m1/private')
  await family.user.click(await screen.findByRole('link', { name: 'Somebody reads me six words on the telephone' }))
  await screen.findByRole('heading', { level: 1, name: 'Type the six words' })
})

const word = (number: number): HTMLInputElement => screen.getByLabelText(`Word ${number}`)
const typed = () => [1, 2, 3, 4, 5, 6].map((number) => word(number).value)

describe('six words on the telephone', () => {
  it('are completed after three letters, by a touch or from the keyboard, and lead on to the next', async () => {
    await family.user.type(word(1), 'pe')
    expect(screen.queryByRole('group')).toBeNull()
    await family.user.type(word(1), 'n')
    await family.user.click(within(screen.getByRole('group', { name: 'Words that begin so' })).getByRole('button', { name: 'penguin' }))
    expect(document.activeElement).toBe(word(2))
    await family.user.keyboard('xyl{Enter}kit')
    expect(document.activeElement).toBe(word(3))
    await family.user.tab()
    expect(document.activeElement?.textContent).toBe('kitbag')
    await family.user.tab()
    await family.user.keyboard('{Enter}')
    expect(typed()).toEqual(['penguin', 'xylophone', 'kitchen', '', '', ''])
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  it('are corrected kindly: what was meant is offered', async () => {
    await family.user.type(word(1), 'pengiun')
    await family.user.tab()
    expect(screen.getByText('Did you mean')).toBeTruthy()
    await family.user.click(screen.getByRole('button', { name: 'penguin' }))
    expect(typed()[0]).toBe('penguin')
    await family.user.type(word(2), 'qqqq')
    await family.user.tab()
    expect(screen.getByText('This is not one of the words. Ask for it once more.')).toBeTruthy()
  })

  it('may come all at once, and stay where no phone has them', async () => {
    await family.user.click(word(1))
    await family.user.paste('Penguin, rainbow, giraffe, kitchen, teapot, violin')
    expect(typed()).toEqual(['penguin', 'rainbow', 'giraffe', 'kitchen', 'teapot', 'violin'])
    await family.press('Join our plan')
    expect((await screen.findByRole('alert')).textContent).toContain('No phone has these words now')
    expect(typed()[5]).toBe('violin')
    const [asked] = family.network.sentFor(JoinOfferDocument)
    expect(Object.keys(asked?.variables as object)).toEqual(['jid'])
    expect(JSON.stringify(family.network.sent)).not.toContain('penguin')
  })

  it('stay, and are sent again, where there is no signal', async () => {
    await family.user.click(word(1))
    await family.user.paste('penguin rainbow giraffe kitchen teapot violin')
    family.network.isCut = true
    await family.press('Join our plan')
    expect((await screen.findByRole('alert')).textContent).toContain('You are not connected')
    expect(typed()[5]).toBe('violin')
    family.network.isCut = false
    await family.press('Try again')
    expect((await screen.findByRole('alert')).textContent).toContain('No phone has these words now')
  })

  it('say which word is missing', async () => {
    await family.user.type(word(1), 'penguin')
    await family.press('Join our plan')
    expect(document.activeElement).toBe(word(2))
    expect(screen.getAllByText('Type this word, too.')).toHaveLength(5)
    expect(family.network.sentFor(JoinOfferDocument)).toEqual([])
  })
})
