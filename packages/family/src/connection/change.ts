import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Change } from '@kinplan/ui/change'
import { useRef, useState } from 'react'
import type { TrustedDocument } from '../generated/graphql'
import { ask, type Trouble } from './ask'
import { askAgain } from './asked'
import { newOnceKey } from './once-key'

export type Refused = Extract<Trouble, { readonly kind: 'refused' }>

type Result<Data> = Data[keyof Data]
type Done<Data> = Exclude<Result<Data>, { readonly __typename: 'Refused' }>

/** One change of one kind. The same change sent again after a lost line is done once. */
export function useChange<Data extends object, Variables>(
  document: TrustedDocument<Data, Variables>,
): Change<Done<Data>, Variables, RefusalCode> {
  const [state, setState] = useState<{ busy: boolean; trouble: Trouble | null }>({ busy: false, trouble: null })
  const last = useRef<{ said: string; once: string; variables: Variables } | null>(null)

  async function run(variables: Variables): Promise<Done<Data> | null> {
    const said = JSON.stringify(variables)
    const once = last.current?.said === said ? last.current.once : newOnceKey()
    last.current = { said, once, variables }
    setState({ busy: true, trouble: null })
    const answer = await ask(document, variables, { once })
    if (!answer.ok) {
      setState({ busy: false, trouble: answer.trouble })
      return null
    }
    last.current = null
    const result = Object.values(answer.data)[0] as Result<Data>
    const trouble = refusedIn(result)
    setState({ busy: false, trouble })
    if (trouble === null || trouble.code === 'changedMeanwhile' || trouble.code === 'notNow') askAgain()
    return trouble === null ? (result as Done<Data>) : null
  }

  return { run, again: async () => last.current && run(last.current.variables), ...state }
}

/** The refusal in a mutation's result, if it is one. */
export function refusedIn(result: unknown): Refused | null {
  const isRefused = typeof result === 'object' && result !== null && '__typename' in result && result.__typename === 'Refused'
  if (!isRefused) return null
  const { code, field = null } = result as unknown as { readonly code: RefusalCode; readonly field?: string | null }
  return { kind: 'refused', code, field }
}
