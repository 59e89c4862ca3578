import type { Here, Meeting } from '../page/here'
import type { HeldDraft, Room } from './held-draft'

export interface OpenDraftPage {
  here: Here
  meeting: Meeting
  room: Room
  held: HeldDraft
}
