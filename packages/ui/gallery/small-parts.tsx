import { useState } from 'react'
import { Button } from '../src/button'
import { Card } from '../src/card'
import { DataTable } from '../src/data-table'
import { Dialog } from '../src/dialog'
import { Meter } from '../src/meter'
import { Notice } from '../src/notice'
import { PrivateBand } from '../src/private-band'
import { Sheet } from '../src/sheet'
import { Spinner } from '../src/spinner'
import { StatusWord } from '../src/status-word'
import { SteppingStones } from '../src/stepping-stones'

const stones = [
  { id: 'ready', label: 'Getting ready' },
  { id: 'booked', label: 'Booked' },
  { id: 'hello', label: 'Welcome' },
  { id: 'tell', label: 'Stories' },
  { id: 'own', label: 'Just the family', tone: 'plum' as const },
  { id: 'cake', label: 'Cake' },
  { id: 'end', label: 'Home' },
]

const guests = [
  { id: '1', name: 'Ada Brook', chairs: 2, miles: 12 },
  { id: '2', name: 'Ben Oduya', chairs: 1, miles: 140 },
  { id: '3', name: 'ليلى حداد', chairs: 4, miles: 3 },
]

export function SmallParts() {
  const [open, setOpen] = useState(false)
  return (
    <main className="page">
      <h1>Small parts</h1>
      <SteppingStones label="The day" stones={stones} current="tell" />
      <SteppingStones label="The day, later" stones={stones} current="own" />
      <PrivateBand heading="Just the family">
        Only these people can read this: Gran, Tom and Auntie Bea. Nobody from the hall can.
      </PrivateBand>
      <p className="cluster">
        <StatusWord kind="needs-you">Needs you</StatusWord>
        <StatusWord kind="waiting">Waiting for Ben</StatusWord>
        <StatusWord kind="done">Done</StatusWord>
        <StatusWord kind="plain">Not asked</StatusWord>
      </p>
      <Notice heading="Saved at 10:42">Your answer is with Jo. You can change it until Friday.</Notice>
      <Notice tone="coral" heading="The hall has rung">
        <p>
          They need to know by noon how many chairs. <a href="#chairs">Say how many</a>
        </p>
      </Notice>
      <Notice tone="plum" heading="A surprise">
        Sam cannot see this.
      </Notice>
      <h2>What the day needs</h2>
      <Meter label="Somewhere to sit" filled={3} outOf={3} words={<StatusWord kind="done">All there</StatusWord>} />
      <Meter label="Something to eat" filled={1} outOf={3} words={<StatusWord kind="waiting">1 of 3</StatusWord>}>
        <p className="quiet">Ada brings bread.</p>
      </Meter>
      <Meter label="A way home for everyone" filled={0} outOf={2} words={<StatusWord kind="needs-you">Nobody yet</StatusWord>} />
      <div className="columns">
        <Card>
          <h3>A card</h3>
          <p>
            With a few words in it, and a <a href="#way">way on</a>.
          </p>
        </Card>
        <Card tone="sand">
          <h3>On sand</h3>
          <p>For what is quiet.</p>
        </Card>
        <Card tone="soft">
          <h3>Chosen</h3>
          <p>For what was picked.</p>
        </Card>
      </div>
      <Sheet>
        <h2>A sheet of paper</h2>
        <p>It prints on a page of its own.</p>
      </Sheet>
      <DataTable
        caption="Guests"
        rows={guests}
        rowKey={(row) => row.id}
        filter
        order={{ column: 'name', down: false }}
        empty={<p>No guests yet.</p>}
        columns={[
          { id: 'name', heading: 'Name', text: (row) => row.name },
          { id: 'chairs', heading: 'Chairs', text: (row) => String(row.chairs), sortBy: (row) => row.chairs, number: true },
          { id: 'miles', heading: 'Miles', text: (row) => String(row.miles), sortBy: (row) => row.miles, number: true },
          { id: 'state', heading: 'Answer', text: () => 'coming', show: () => <StatusWord kind="done">Coming</StatusWord>, sortBy: false },
        ]}
      />
      <Spinner>Looking for a free hall. About a minute.</Spinner>
      <div className="actions">
        <Button onClick={() => setOpen(true)}>Take Ben off the list</Button>
      </div>
      <Dialog
        open={open}
        heading="Take Ben off the list?"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="danger" onClick={() => setOpen(false)}>
              Take Ben off
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Keep Ben
            </Button>
          </>
        }
      >
        <p>He has not answered yet. You can put him back later.</p>
      </Dialog>
    </main>
  )
}
