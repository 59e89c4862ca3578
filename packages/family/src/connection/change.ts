import { useRef, useState } from 'react'
import type { RefusalCode } from '@kinplan/domain/refusal'
import type { TrustedDocument } from '../generated/graphql'

import { ask, type Trouble } from './ask'
import { askAgain } from './asked'
import { newOnceKey } from './once-key'

export interface Refused {
  readonly code: RefusalCode
  readonly field?: string | null
}

type Result<Data> = Data[keyof Data]
type Done<Data> = Exclude<Result<Data>, { readonly __typename: 'Refused' }>

export interface Change<Data, Variables> {
  /** What was done; undefined when it was not, and then `trouble` or `refused` says why. */
  send(variables: Variables): Promise<Done<Data> | undefined>
  readonly busy: boolean
  readonly trouble: Trouble | undefined
  readonly refused: Refused | undefined
  /** Sends the same again, under the same key. */
  tryAgain(): void
}

/** One change of one kind. The same change sent again after a lost line is done once. */
export function useChange<Data extends object, Variables>(document: TrustedDocument<Data, Variables>): Change<Data, Variables> {
  const [state, setState] = useState<{ busy: boolean; trouble?: Trouble; refused?: Refused }>({ busy: false })
  const last = useRef<{ said: string; once: string; variables: Variables } | undefined>(undefined)

  async function send(variables: Variables): Promise<Done<Data> | undefined> {
    const said = JSON.stringify(variables)
    const once = last.current?.said === said ? last.current.once : newOnceKey()
    last.current = { said, once, variables }
    setState({ busy: true })
    const answer = await ask(document, variables, { once })
    if (!answer.ok) {
      setState({ busy: false, trouble: answer.trouble })
      return undefined
    }
    last.current = undefined
    const result = Object.values(answer.data)[0] as Result<Data>
    const refused = refusedIn(result)
    setState({ busy: false, ...(refused ? { refused } : {}) })
    if (!refused || refused.code === 'changedMeanwhile' || refused.code === 'notNow') askAgain()
    return refused ? undefined : (result as Done<Data>)
  }

  return {
    send,
    busy: state.busy,
    trouble: state.trouble,
    refused: state.refused,
    tryAgain: () => last.current && void send(last.current.variables),
  }
}

/** The refusal in a mutation's result, if it is one. */
export function refusedIn(result: unknown): Refused | undefined {
  const isRefused = typeof result === 'object' && result !== null && '__typename' in result && result.__typename === 'Refused'
  return isRefused ? (result as unknown as Refused) : undefined
}
