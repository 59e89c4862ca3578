import { TextArea } from '@kinplan/ui/text-area';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { type DraftField, setField, titleLimit, fieldLimit } from './draft-document';
import type { HeldDraft } from './held-draft';
import { writeWords } from './private.copy';
import { textDifference } from './text-difference';

export interface DraftWordsProps {
  held: HeldDraft;
  place: DraftField;
  /** What the draft holds now. */
  words: string;
  label: ReactNode;
  hint?: ReactNode;
  rows?: number;
  /** It has just been added: the writer goes on here. */
  isNew?: boolean;
}

/**
 * One field of the draft. Old keyboards hold letters back while they compose, so the field keeps its own text and takes
 * others' words in only between; where the writer stands stays where it was.
 */
export function DraftWords({ held, place, words, label, hint, rows = 2, isNew = false }: DraftWordsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [first] = useState(words);
  const [composing, setComposing] = useState(false);
  const [full, setFull] = useState(false);

  useEffect(() => {
    if (isNew) area.current?.focus();
  }, [isNew]);
  useEffect(() => {
    if (area.current && !composing) takeIn(area.current, words);
  }, [words, composing]);

  return (
    <TextArea
      ref={area}
      label={label}
      hint={hint}
      error={full ? writeWords.tooLong : undefined}
      rows={rows}
      defaultValue={first}
      budget={typeof place === 'object' && 'heading' in place ? titleLimit : fieldLimit}
      spellCheck={false}
      autoComplete="off"
      autoCorrect="off"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        setFull(setField(held.draft.document, place, event.currentTarget.value) === 'tooLong');
      }}
      onChange={(event) => setFull(setField(held.draft.document, place, event.target.value) === 'tooLong')}
    />
  );
}

/** Puts others' words into the field without moving the writer. */
function takeIn(area: HTMLTextAreaElement, words: string): void {
  const change = textDifference(area.value, words);
  if (!change) return;
  const { at, remove, insert } = change;
  const moved = (place: number) => (place <= at ? place : Math.max(at, place - remove) + insert.length);
  const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)];
  const hasFocus = document.activeElement === area;
  area.value = words;
  if (hasFocus) area.setSelectionRange(start, end);
}
