import { useState } from 'react'
import { ChoiceList, type ChoiceListProps } from '@kinplan/ui/choice-list'

/** A ChoiceList that keeps its own answer, for forms that are read when they are sent. */
export function ChoiceField({ initially = [], ...list }: Omit<ChoiceListProps, 'chosen' | 'onChoose'> & { initially?: readonly string[] }) {
  const [chosen, setChosen] = useState<readonly string[]>(initially)
  return <ChoiceList {...list} chosen={chosen} onChoose={setChosen} />
}
