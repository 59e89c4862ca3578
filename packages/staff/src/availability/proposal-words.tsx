import { NameList } from '../name-list'
import { ways } from '@kinplan/domain/meeting/participation'
import { wallInWords } from '../when'
import { betterSaid, leftOutSaid, shapeSaid, timesWords as words, waySaid } from './times.copy'
import type { Proposal } from './use-ranked-times'

const reasons = ['notFree', 'noAnswerYet', 'keptApart'] as const

/** One time in the sentences a coordinator would say aloud: when, who comes and how, who does not and why, in what shape, why it is better. */
export function ProposalWords({ proposal: { startWall, endWall, comes, leftOut, shape, better }, last }: { proposal: Proposal; last: boolean }) {
  return (
    <>
      <p>
        <strong>{wallInWords(startWall, endWall)}</strong>
      </p>
      <p>
        {comes.length === 0 ? words.nobody : words.canCome}{' '}
        {ways.filter((way) => comes.some(({ how }) => how === way)).map((way, place) => (
          <span key={way}>
            {place > 0 && '; '}
            <NameList names={comes.filter(({ how }) => how === way).map(({ name }) => name)} /> {waySaid[way]}
          </span>
        ))}
        {comes.length > 0 && '.'}{' '}
        {reasons.map((reason) => {
          const names = leftOut.filter(({ why }) => why === reason).map(({ name }) => name)
          return names.length === 0 ? null : (
            <span key={reason}>
              <NameList names={names} /> {leftOutSaid[reason](names.length === 1)}.{' '}
            </span>
          )
        })}
      </p>
      <p className="quiet">
        {shapeSaid[shape]} {better === null ? last && words.only : words.better(betterSaid[better])}
      </p>
    </>
  )
}
