import { StatusWord } from '@kinplan/ui/status-word';
import { useState, type ReactNode } from 'react';

/** A line that says what has just been done, read out when it appears. */
export function useSaid(): { say(words: string): void; shown: ReactNode } {
  const [words, say] = useState('');
  return {
    say,
    shown: (
      <p role="status" className="said">
        {words && <StatusWord kind="done">{words}</StatusWord>}
      </p>
    ),
  };
}
