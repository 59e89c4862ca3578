import type { CurrentUser, Meeting } from '../page/current-user'
import type { HeldDraft, Room } from './held-draft'

export interface OpenDraftPage {
  user: CurrentUser
  meeting: Meeting
  room: Room
  held: HeldDraft
}
