// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { blank, familyForTests, fourNights, weekdayMornings, type MyRule } from '../family-for-tests'
import { SayWhenDocument } from '../generated/graphql'

const family = familyForTests()
const helens: MyRule = { ...blank, from: '2026-11-25', until: '2026-11-25', enteredBy: 'Helen Okafor' }
const heading = 'Your last change is not saved yet'
const friday = () => screen.getByRole('button', { name: /^Friday 27 November/ })
const notice = async () => within(await screen.findByRole('alert'))

/** Somebody else saves, and this page does not know of it. */
function elsewhere(rules: readonly MyRule[]): void {
  family.rules = rules
  family.version += 1
}

async function onMyMonth(rules: readonly MyRule[] = [fourNights]): Promise<void> {
  elsewhere(rules)
  await family.open('/times/month')
}

describe('what was said somewhere else meanwhile', () => {
  it('is written over by nothing: it is shown, what was touched stays, and saving again saves both', async () => {
    await onMyMonth()
    elsewhere([fourNights, helens])
    await family.user.click(friday())
    const told = await notice()
    expect(told.getByRole('heading', { name: heading })).toBeTruthy()
    expect(told.getByText('This is new, and stays:')).toBeTruthy()
    expect(told.getByText('I cannot come Wednesday 25 November')).toBeTruthy()
    expect(told.getByText('Helen Okafor wrote this down for you on the phone.')).toBeTruthy()
    expect(family.rules).toEqual([fourNights, helens])
    expect(friday().getAttribute('aria-label') ?? friday().textContent).toContain('you cannot come')
    expect(screen.getByRole('button', { name: /^Wednesday 25 November: you cannot come/ })).toBeTruthy()
    expect(screen.queryByText(/^Saved/)).toBeNull()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])

    await family.press('Save all of this')
    expect(await screen.findByText('Saved. Only Helen Okafor sees this.')).toBeTruthy()
    expect(screen.queryByText(heading)).toBeNull()
    expect(document.activeElement).not.toBe(document.body)
    expect(family.rules.map(({ kind, from }) => [kind, from])).toEqual([
      ['shiftCycle', '2026-11-26'],
      ['cannot', '2026-11-25'],
      ['cannot', '2026-11-27'],
    ])
  })

  it('waits through every page, and what is touched after it was shown is saved with it', async () => {
    await onMyMonth()
    elsewhere([fourNights, helens])
    await family.user.click(friday())
    await notice()
    await family.follow('Say something more')
    expect((await notice()).getByText('I cannot come Wednesday 25 November')).toBeTruthy()
    cleanup()
    await family.open('/')
    cleanup()
    await family.open('/times/days')
    expect((await notice()).getByText('I cannot come Wednesday 25 November')).toBeTruthy()
    await family.user.click(screen.getByRole('checkbox', { name: /^Weekday mornings/ }))
    await waitFor(() => expect(family.rules.map(({ kind }) => kind)).toEqual(['shiftCycle', 'cannot', 'cannot', 'ordinaryWeek']))
    await waitFor(() => expect(screen.queryByText(heading)).toBeNull())
  })

  it('says what was taken away, and what would be replaced', async () => {
    await onMyMonth([fourNights, weekdayMornings, helens])
    elsewhere([{ ...fourNights, from: '2026-11-28', enteredBy: 'Helen Okafor' }, weekdayMornings])
    await family.follow('Say something more')
    await family.follow(/I work shifts/)
    await family.follow(/4 on, 4 off: nights/)
    await family.press(/^Tue 24 Nov/)
    const told = await notice()
    expect(told.getByText('This was taken away:').nextElementSibling?.textContent).toContain('I cannot come Wednesday 25 November')
    expect(told.getByText('This is new, but what you say here would take its place:').nextElementSibling?.textContent).toContain(
      'My shifts: a turn begins on Saturday 28 November',
    )
    expect(family.rules[0]?.from).toBe('2026-11-28')
    await family.press('Save all of this')
    await waitFor(() =>
      expect(family.rules.map(({ kind, from }) => [kind, from])).toEqual([
        ['ordinaryWeek', null],
        ['shiftCycle', '2026-11-24'],
      ]),
    )
  })

  it('is none where it is what this page sent before the line was lost: the next change is saved at once', async () => {
    await onMyMonth()
    let lost = 0
    vi.stubGlobal('fetch', async (address: unknown, init: RequestInit) => {
      const answer = await family.network.fetch(address, init)
      if (String(init.body).includes(SayWhenDocument.id) && lost++ === 0) throw new TypeError('Failed to fetch')
      return answer
    })
    await family.user.click(friday())
    expect(await screen.findByText('You are not connected')).toBeTruthy()
    await family.user.click(screen.getByRole('button', { name: /^Saturday 28 November/ }))
    expect(await screen.findByText('Saved. Only Helen Okafor sees this.')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(family.rules.map(({ from }) => from)).toEqual(['2026-11-26', '2026-11-27', '2026-11-28'])
    expect(family.version).toBe(3)
  })

  it('is simply shown where nothing is said here', async () => {
    await onMyMonth()
    elsewhere([fourNights, helens])
    cleanup()
    await family.open('/times/month')
    expect(await screen.findByRole('button', { name: /^Wednesday 25 November: you cannot come/ })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    await family.user.click(friday())
    await waitFor(() => expect(family.rules).toHaveLength(3))
  })
})
