// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { NeedsTable } from './needs-table'
import type { PlaceToAsk } from './places-field'
import { part, places } from './times-for-tests'
import { needOf, type ParticipantOf } from './typed-need'

afterEach(cleanup)

describe('how much everybody is needed', () => {
  it('says what its minutes are minutes of', () => {
    const participants = [
      part('leanne', 'Leanne', { partEdge: 'end', partMinutes: 60 }),
      part('daniel', 'Daniel'),
    ] as unknown as ParticipantOf[]
    render(
      <NeedsTable
        participants={participants}
        places={places as unknown as PlaceToAsk[]}
        typed={needOf}
        onType={() => undefined}
        field={(participantId, name) => ({ id: `${participantId}-${name}`, error: undefined })}
      />,
    )
    screen.getByRole('columnheader', { name: 'Minutes of travel to Willow Family Hub' })
    screen.getByRole('textbox', { name: 'Minutes of travel to Beech House: Daniel' })
    const row = within(screen.getByRole('row', { name: /^Leanne/ }))
    expect(row.getByRole('textbox', { name: 'Minutes: Leanne' }).parentElement?.textContent).toMatch(/minutes$/)
    expect(within(screen.getByRole('row', { name: /^Daniel/ })).queryByText('minutes')).toBeNull()
  })
})
