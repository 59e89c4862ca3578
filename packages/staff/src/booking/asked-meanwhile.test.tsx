// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, meeting, openTimes } from './times-for-tests'

const asked = (version: number, more: object = {}) => ({ ...meeting, timeAsk: { __typename: 'TimeAsk', version, ...ask, ...more } })
const minutes = () => screen.getByLabelText<HTMLInputElement>('How long, in minutes')
const earliest = () => screen.getByLabelText<HTMLInputElement>('Not before')
const look = () => userEvent.click(screen.getByRole('button', { name: 'Look for times' }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('an ask that was changed while another was typed', () => {
  it('is written over by nothing: what was typed stays, what is kept now is shown, and looking again saves both', async () => {
    let kept = asked(1)
    const { sentTo } = openTimes(kept, {
      Meeting: () => ({ meeting: kept }),
      SaveTimeAsk: ({ input }) => {
        const given = input as { version: number; ask: object }
        if (given.version !== kept.timeAsk.version) return { saveTimeAsk: { __typename: 'Refused', code: 'changedMeanwhile', field: null } }
        kept = asked(given.version + 1, given.ask)
        return { saveTimeAsk: { __typename: 'SaveTimeAskDone', meeting: kept } }
      },
    })
    await screen.findByText('One time was found.')
    await userEvent.click(screen.getByText('Change what you look for, and who is needed'))
    await userEvent.clear(minutes())
    await userEvent.type(minutes(), '90')
    kept = asked(2, { earliest: '11:00', minutes: '180' })
    await look()
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this while you were writing.')
    expect((await screen.findByText('What is kept with the meeting now:')).nextElementSibling?.textContent).toContain(
      '180 minutes, between 11:00 and 20:00',
    )
    expect([minutes().value, earliest().value]).toEqual(['90', '11:00'])
    expect(sentTo('SaveTimeAsk')).toMatchObject([{ input: { version: 1, ask: { minutes: '90', earliest: '09:30' } } }])
    expect(sentTo('RankedTimes')).toHaveLength(1)
    await look()
    await vi.waitFor(() => expect(sentTo('RankedTimes')).toHaveLength(2))
    expect(sentTo('SaveTimeAsk')[1]).toMatchObject({ input: { version: 2, ask: { minutes: '90', earliest: '11:00' } } })
    expect(screen.queryByText('What is kept with the meeting now:')).toBeNull()
    await userEvent.click(screen.getByText('Change what you look for, and who is needed'))
    await userEvent.type(minutes(), '{Backspace}{Backspace}75')
    await look()
    await vi.waitFor(() => expect(sentTo('SaveTimeAsk')).toHaveLength(3))
    expect(sentTo('SaveTimeAsk')[2]).toMatchObject({ input: { version: 3, ask: { minutes: '75', earliest: '11:00' } } })
  })

  it('has version 0 where nothing was asked before', async () => {
    const { sentTo } = openTimes(
      { ...meeting, timeAsk: null },
      { SaveTimeAsk: () => ({ saveTimeAsk: { __typename: 'SaveTimeAskDone', meeting: asked(1) } }) },
    )
    await screen.findByLabelText('How long, in minutes')
    await look()
    await vi.waitFor(() => expect(sentTo('SaveTimeAsk')).toMatchObject([{ input: { version: 0 } }]))
  })
})
