import { type Way } from './participation';
import { type ApartLevel } from '../family/kept-apart';


/** Two people, by id, who are kept apart at a level. The order of the two means nothing; there may be a row for each level. */
export type KeptApart = { readonly a: string; readonly b: string; readonly level: ApartLevel };

/** A person placed in a meeting, and the way they take part. */
export type Placed = { readonly id: string; readonly how: Way };

/** How a meeting keeps its pairs apart: nothing needed, one of them by video or phone, or views carried so that they never meet. */
export type MeetingShape = 'together' | 'byVideo' | 'separate';

export type MayBePlaced =
  | { readonly ok: true }
  | { readonly ok: false; readonly a: string; readonly b: string; readonly level: ApartLevel };

/** Whether this way puts the person into the meeting while it happens: in the room, by video or by phone. */
export function isPresent(how: Way): boolean {
  return how === 'inRoom' || how === 'video' || how === 'phone';
}

/**
 * Whether two people kept apart at this level may take part in these two ways.
 * 'room' and 'site': not both in the room. 'online' and 'knowing': not both present in any way, since somebody
 * on a screen in the room is online together with those who sit in it; one may have their views carried
 * (spoken for, a letter), and at 'knowing' whoever shows those views hides from each that the other takes part.
 */
export function mayMeet(level: ApartLevel, a: Way, b: Way): boolean {
  if (level === 'room' || level === 'site') return !(a === 'inRoom' && b === 'inRoom');
  return !(isPresent(a) && isPresent(b));
}

/**
 * Whether all these people may be placed in one meeting in these ways; if not, the first pair that may not.
 * The one check for every path: proposals, a time picked by hand, a reply to an invitation.
 * Somebody listed with two ways is checked with both; pairs with somebody not listed do not matter.
 */
export function mayBePlaced(placed: readonly Placed[], pairs: readonly KeptApart[]): MayBePlaced {
  for (const { a, b, level } of pairs) {
    for (const one of placed) {
      if (one.id !== a) continue;
      for (const other of placed) {
        if (other.id === b && !mayMeet(level, one.how, other.how)) return { ok: false, a, b, level };
      }
    }
  }
  return { ok: true };
}

/** The shape of a meeting of these people, who may be placed together as they are. */
export function meetingShape(placed: readonly Placed[], pairs: readonly KeptApart[]): MeetingShape {
  let shape: MeetingShape = 'together';
  for (const { a, b, level } of pairs) {
    const one = placed.find(({ id }) => id === a)?.how;
    const other = placed.find(({ id }) => id === b)?.how;
    if (!one || !other) continue;
    const strict = level === 'online' || level === 'knowing';
    if (strict && isPresent(one) !== isPresent(other)) return 'separate';
    if (!strict && isPresent(one) && isPresent(other) && (one === 'inRoom' || other === 'inRoom')) shape = 'byVideo';
  }
  return shape;
}
