import { parseDay, parseZone } from '@kinplan/domain/clock/parse-time'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords } from '@kinplan/domain/parse-words'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { everyTeam } from '../worker/worker.store'
import type { OpenFamilyInput } from './family.graphql'
import { insertFamily } from './family.store'

/** Children in one family; more is a slip of the finger. */
const mostChildren = 20

/** Opens a family with its children, the worker who opens it as its social worker; gives the family's id. */
export async function openFamily(op: Operation, input: OpenFamilyInput): Promise<string> {
  const granted = await permit(op, 'family:open', { kind: 'none' })
  if (input.children.length === 0) throw new Refusal('wordsMissing', 'children')
  if (input.children.length > mostChildren) throw new Refusal('tooMany', 'children')
  if (!(await everyTeam(op)).some((team) => team.id === input.teamId)) throw new Refusal('choiceUnknown', 'teamId')
  const family = {
    id: op.newId(),
    name: parseWords(input.name, 'name', mostName),
    teamId: input.teamId,
    zone: parseZone(input.zone, 'zone'),
    children: input.children.map((child) => ({
      name: parseWords(child.name, 'children', mostName),
      bornOn: parseDay(child.bornOn, 'children'),
    })),
  }
  await insertFamily(granted, family)
  return family.id
}
