import { tellUnsavedWords } from '@kinplan/private-draft/unsaved-words'
import { ask } from '../connection/ask'
import { forgetAnswers } from '../connection/asked'
import { LeaveDocument } from '../generated/graphql'
import { forgetKeptWords } from './kept-words'

/** A page that nobody asks about, in the place of this one. */
const harmless = 'https://www.bbc.co.uk/weather'

/** Hides the page at once; only then ends the session and forgets what is on it, and is gone: it does not wait for an answer. */
export function leaveSite(): void {
  document.documentElement.hidden = true
  // Nothing asks whether to stay.
  tellUnsavedWords(() => false)
  void ask(LeaveDocument, {}, { leaving: true })
  forgetAnswers()
  forgetKeptWords()
  try {
    sessionStorage.clear()
  } catch {
    // A browser may refuse storage: then there is nothing in it.
  }
  location.replace(harmless)
}
