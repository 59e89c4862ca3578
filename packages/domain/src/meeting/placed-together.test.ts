import { ways, type Way } from './participation';
import { type ApartLevel } from '../family/kept-apart';
import { describe, expect, it } from 'vitest';
import { mayBePlaced, meetingShape } from './placed-together';

const table: [ApartLevel, Way, Way, 'refused' | 'together' | 'byVideo' | 'separate'][] = [
  ['room', 'inRoom', 'inRoom', 'refused'],
  ['room', 'inRoom', 'video', 'byVideo'],
  ['room', 'inRoom', 'phone', 'byVideo'],
  ['room', 'inRoom', 'letter', 'together'],
  ['room', 'video', 'video', 'together'],
  ['site', 'inRoom', 'inRoom', 'refused'],
  ['site', 'inRoom', 'video', 'byVideo'],
  ['site', 'phone', 'video', 'together'],
  ['online', 'inRoom', 'inRoom', 'refused'],
  ['online', 'inRoom', 'video', 'refused'],
  ['online', 'video', 'phone', 'refused'],
  ['online', 'inRoom', 'spokenFor', 'separate'],
  ['online', 'letter', 'spokenFor', 'together'],
  ['knowing', 'inRoom', 'inRoom', 'refused'],
  ['knowing', 'inRoom', 'phone', 'refused'],
  ['knowing', 'phone', 'letter', 'separate'],
];

describe('two people kept apart', () => {
  it.each(table)('at level %s, %s and %s: %s', (level, one, other, answer) => {
    for (const [a, b] of [[one, other], [other, one]] as const) {
      const placed = [{ id: 'mum', how: a }, { id: 'dad', how: b }, { id: 'gran', how: 'inRoom' as const }];
      const pairs = [{ a: 'dad', b: 'mum', level }];
      expect(mayBePlaced(placed, pairs)).toEqual(answer === 'refused' ? { ok: false, a: 'dad', b: 'mum', level } : { ok: true });
      if (answer !== 'refused') expect(meetingShape(placed, pairs)).toBe(answer);
    }
  });

  it('are not found together by a level that is stricter and yet allows more', () => {
    const levels: ApartLevel[] = ['room', 'site', 'online', 'knowing'];
    const allowed = levels.map((level) =>
      ways.flatMap((a) => ways.map((b) => mayBePlaced([{ id: '1', how: a }, { id: '2', how: b }], [{ a: '1', b: '2', level }]).ok)),
    );
    for (let i = 1; i < levels.length; i++) allowed[i]!.forEach((ok, at) => expect(!ok || allowed[i - 1]![at]).toBe(true));
  });

  it('may both be named in a pair with somebody who has no part in the meeting', () => {
    expect(mayBePlaced([{ id: 'mum', how: 'inRoom' }], [{ a: 'mum', b: 'dad', level: 'knowing' }])).toEqual({ ok: true });
  });

  it('are refused by any of their rows, and by either of two ways listed for one person', () => {
    const pairs = [{ a: 'mum', b: 'dad', level: 'room' as const }, { a: 'mum', b: 'dad', level: 'online' as const }];
    expect(mayBePlaced([{ id: 'mum', how: 'inRoom' }, { id: 'dad', how: 'video' }], pairs)).toMatchObject({ level: 'online' });
    const twice = [{ id: 'mum', how: 'inRoom' as const }, { id: 'dad', how: 'letter' as const }, { id: 'dad', how: 'inRoom' as const }];
    expect(mayBePlaced(twice, pairs)).toMatchObject({ ok: false, level: 'room' });
  });
});
