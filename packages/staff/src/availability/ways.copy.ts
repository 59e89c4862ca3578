import type { Way } from '@kinplan/domain/meeting/participation'

/** The ways of taking part, in words. */
export const wayWords: Record<Way, string> = {
  inRoom: 'In the room',
  secondRoom: 'In the second room',
  video: 'By video',
  phone: 'By phone',
  spokenFor: 'Somebody speaks for them',
  letter: 'A letter',
}
