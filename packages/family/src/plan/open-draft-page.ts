import type { Here, Meeting } from '../page/current-user'
import type { HeldDraft, Room } from './held-draft'

export interface OpenDraftPage {
  here: Here
  meeting: Meeting
  room: Room
  held: HeldDraft
}
