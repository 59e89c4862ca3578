import { useId, useRef, useState } from 'react'
import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Change as SharedChange } from '@kinplan/ui/change'
import { refusalOf } from './refusal-of'
import type { FieldRefusals } from './refusal.copy'
import { troubleOf, type Trouble } from './trouble'

type Refused = { readonly __typename: 'Refused'; readonly code: RefusalCode; readonly field: string | null }
type Answer = Refused | { readonly __typename: string }

/** What a mutation gives when it was done. */
type Done<Data> = Exclude<Data[keyof Data], { readonly __typename: 'Refused' }>

/** What both apps know of a change, and what the forms of this one need besides. */
export interface Change<Data, Variables, Field extends string = string> extends SharedChange<Done<Data>, Variables, RefusalCode> {
  /** Says beside a field what the server would say, without asking it; gives null, as a refused `run` does. */
  refuse(code: RefusalCode, field: Field): null
  /** The id of an input's control, and what is wrong with it; spread it into the field. */
  field(name: Field): { id: string; error: string | undefined }
  /** Names and ids of the controls this form shows. */
  shows: (name: string) => string | null
  /** What this form says of a refusal. */
  says: (code: RefusalCode, field: string | null) => string
}

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === 'Refused'
}

/** A key under which the server does a mutation once. */
function onceKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * A mutation with everything that can go wrong. The document has one root field whose result is `Done | Refused`.
 * `fields` are the inputs this form shows, by the names the server uses in `Refused.field`; `own` are its words for refusals of them.
 * The same variables sent again after no answer carry the same key. `changedMeanwhile` asks again for what is on the page.
 */
export function useChange<Data, Variables extends OperationVariables, Field extends string = never>(
  document: TypedDocumentNode<Data, Variables>,
  fields: readonly Field[] = [],
  own?: FieldRefusals,
): Change<Data, Variables, Field> {
  const client = useApolloClient()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const last = useRef<{ variables: Variables; text: string; key: string; answered: boolean } | null>(null)

  async function run(variables: Variables): Promise<Done<Data> | null> {
    const text = JSON.stringify(variables)
    if (last.current === null || last.current.answered || last.current.text !== text)
      last.current = { variables, text, key: onceKey(), answered: false }
    const attempt = last.current
    setBusy(true)
    try {
      const { data } = await client.mutate({
        mutation: document,
        variables,
        context: { headers: { 'kinplan-once': attempt.key } },
      } as Parameters<typeof client.mutate<Data, Variables>>[0])
      const [answer] = Object.values(data ?? {}) as Answer[]
      if (answer === undefined) throw new Error('A mutation answered nothing')
      attempt.answered = true
      if (!isRefused(answer)) {
        setTrouble(null)
        return answer as Done<Data>
      }
      setTrouble({ kind: 'refused', code: answer.code, field: answer.field })
      if (answer.code === 'changedMeanwhile') await client.refetchQueries({ include: 'active' })
      return null
    } catch (error) {
      setTrouble(troubleOf(error))
      return null
    } finally {
      setBusy(false)
    }
  }

  const says = (code: RefusalCode, field: string | null) => refusalOf(code, field, own)
  return {
    run,
    says,
    again: () => (last.current === null ? Promise.resolve(null) : run(last.current.variables)),
    busy,
    trouble,
    refuse: (code, field) => {
      setTrouble({ kind: 'refused', code, field })
      return null
    },
    field: (name) => ({
      id: `${id}-${name}`,
      error: trouble?.kind === 'refused' && trouble.field === name ? says(trouble.code, name) : undefined,
    }),
    shows: (name) => (fields.some((one) => one === name) ? `${id}-${name}` : null),
  }
}
