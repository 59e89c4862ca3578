import { ask } from '../connection/ask'
import { forgetAnswers } from '../connection/asked'
import { LeaveDocument } from '../generated/graphql'
import { forgetKeptWords } from './kept-words'

/** A page that nobody asks about, in the place of this one. */
const harmless = 'https://www.bbc.co.uk/weather'

/** Ends the session, forgets what is on this page, and is gone at once: it does not wait for an answer. */
export function leaveSite(): void {
  void ask(LeaveDocument, {}, { leaving: true })
  forgetAnswers()
  forgetKeptWords()
  try {
    sessionStorage.clear()
  } catch {
    // A browser may refuse storage: then there is nothing in it.
  }
  document.documentElement.hidden = true
  location.replace(harmless)
}
