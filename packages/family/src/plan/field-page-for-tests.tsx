import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { brokenFields } from '@kinplan/private-draft/broken-fields-for-tests'
import { addHeading, type DraftDocument, fieldText, openDraftDocument, watchDraft } from '@kinplan/private-draft/draft-document'
import type { DraftFields } from '@kinplan/private-draft/draft-fields'
import { newsFor, takeNews, whatIsHere } from '@kinplan/private-draft/exchange-for-tests'
import { DraftWords } from './draft-words'

/** A page with one field of a draft, and a hand on the exchange of words: check:fields types into it as a person would. */
const place = { heading: 'one' } as const
let [root, draft, fields, fault]: [Root?, DraftDocument?, DraftFields?, string?] = []

const wordsOf = (of: DraftDocument) => fieldText(of, place)?.toString() ?? ''
const area = () => document.querySelector('textarea') as HTMLTextAreaElement
/** React has drawn, and the browser has told of all that it does by itself. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

function Field({ of, all }: { of: DraftDocument; all: DraftFields }) {
  const words = useSyncExternalStore(
    (changed) => watchDraft(of, changed),
    () => wordsOf(of),
  )
  return <DraftWords fields={all} place={place} words={words} label="Heading" />
}

async function state() {
  await settled()
  const { value, selectionStart, selectionEnd } = area()
  return { value, start: selectionStart, end: selectionEnd, draft: draft ? wordsOf(draft) : '' }
}

Object.assign(window, {
  fieldPage: {
    /** A new draft on this device: the first writes its one heading, the others are told of it. */
    async begin(device: number, news: readonly number[] | null, withFault: string) {
      root?.unmount()
      fault = withFault
      draft = await openDraftDocument(new Uint8Array(16).fill(device + 1), ['school'])
      if (news) takeNews(draft, Uint8Array.from(news))
      else addHeading(draft, 'one')
      fields = brokenFields(draft, withFault)
      const shown = { of: draft, all: fields }
      root = createRoot(document.getElementById('root') as HTMLElement)
      flushSync(() => root?.render(<Field {...shown} />))
      await settled()
      area().focus()
      return state()
    },
    state,
    async select(start: number, end: number) {
      area().focus()
      area().setSelectionRange(start, end)
      return state()
    },
    has: () => (draft ? Array.from(whatIsHere(draft)) : []),
    news: (other: readonly number[]) => (draft ? Array.from(newsFor(draft, Uint8Array.from(other))) : []),
    async take(news: readonly number[]) {
      if (draft) takeNews(draft, Uint8Array.from(news))
      await settled()
      if (fault === 'ignoresComposing' && fields) area().value = fields.fieldAt(place).show().words
      return state()
    },
  },
})
