import { asAdministrator } from '../as-administrator'
import { workers } from '../cast'
import type { TestServer } from '../test-server'
import type { Facts } from './facts'
import type { Hear } from './look'
import type { Plants } from './plant'

/** Makes PostgreSQL fail and quote what somebody said alone, as its own errors quote rows: neither the answer nor the log may. */
export async function hearQuotingFault(server: TestServer, plants: Plants, facts: Facts, hear: Hear): Promise<void> {
  const secret = plants.canaries.find(({ text }) => text === 'RecordSafetyInput.saidAlone')?.needles[0]
  const meeting = facts.of('Meeting').find(({ stage, referrerId }) => stage !== 'ended' && referrerId === workers.marcus.id)
  if (secret === undefined || meeting === undefined) throw new Error('The stories have no meeting to fail in')
  await asAdministrator(server, async (ask) => {
    await ask(
      `create function quote_somebody() returns trigger language plpgsql as
        $$ begin raise exception 'Failing row contains (${secret})' using detail = '${secret}', errcode = '23514'; end $$`,
    )
    await ask('create trigger quote_somebody before insert on "WhyEntry" for each row execute function quote_somebody()')
  })
  try {
    const marcus = await server.as(workers.marcus.id)
    const { result } = await marcus.ask('mutation ($input: AddWhyInput!) { addWhy(input: $input) { __typename } }', {
      input: { meetingId: meeting['id'], kind: 'help', text: 'A lift.' },
    })
    if (result.errors?.[0]?.extensions['code'] !== 'FAULT') throw new Error(`No fault: ${JSON.stringify(result)}`)
    hear({ channel: 'error', to: workers.marcus.id, text: JSON.stringify(result) })
  } finally {
    await asAdministrator(server, async (ask) => {
      await ask('drop trigger quote_somebody on "WhyEntry"')
      await ask('drop function quote_somebody()')
    })
  }
}
