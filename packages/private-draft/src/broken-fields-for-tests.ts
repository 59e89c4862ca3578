import { type DraftDocument, type DraftField, fieldText, mostIn, setField, type Written } from './draft-document'
import { DraftFields } from './draft-fields'
import { ShownField } from './shown-field'

/** The draft as it was, before every change of anybody. */
type Earlier = () => string

/** A field that writes the difference between what it holds and a draft that it has not shown. */
class WritesOver extends ShownField {
  override typed(now: string): Written {
    return setField(this.draft, this.place, now)
  }

  constructor(
    private readonly draft: DraftDocument,
    private readonly place: DraftField,
  ) {
    super(draft, place)
  }
}

/**
 * A field that changes the draft where the letters stand in the field, unit by unit. `isBehind`: also when the draft is further
 * than the field; otherwise it is wrong only in cutting letters in half.
 */
class WritesBeside extends ShownField {
  before = ''

  constructor(
    private readonly draft: DraftDocument,
    private readonly place: DraftField,
    private readonly isBehind: boolean,
  ) {
    super(draft, place)
    this.before = this.words
  }

  override typed(now: string): Written {
    const text = fieldText(this.draft, this.place)
    const { before } = this
    this.before = now
    if (!text || before === now) return 'written'
    if (!this.isBehind && text.toString() !== before) return super.typed(now)
    let at = 0
    while (at < Math.min(before.length, now.length) && before[at] === now[at]) at++
    let same = 0
    while (same < Math.min(before.length, now.length) - at && before[before.length - 1 - same] === now[now.length - 1 - same]) same++
    const start = Math.min(at, text.length)
    text.delete(start, Math.min(before.length - at - same, text.length - start))
    text.insert(start, now.slice(at, now.length - same))
    if (!this.isBehind) super.show()
    return 'written'
  }

  override show() {
    const shown = super.show()
    this.before = shown.words
    return shown
  }
}

/** A field whose undo takes back whatever was done last, by anybody. */
class UndoesEverybody extends ShownField {
  constructor(
    private readonly draft: DraftDocument,
    private readonly place: DraftField,
    private readonly earlier: Earlier,
  ) {
    super(draft, place)
  }

  override undo(): boolean {
    setField(this.draft, this.place, this.earlier())
    this.show()
    return true
  }
}

/** A field that writes nothing of what is too much, not even what fits. */
class WritesAllOrNothing extends ShownField {
  constructor(
    draft: DraftDocument,
    private readonly place: DraftField,
  ) {
    super(draft, place)
  }

  override typed(now: string, caret?: number): Written {
    return now.length > mostIn(this.place) ? 'tooLong' : super.typed(now, caret)
  }
}

/** A field from which others' words wipe what was too much. */
class WipesWhatIsOver extends ShownField {
  constructor(
    private readonly draft: DraftDocument,
    private readonly place: DraftField,
  ) {
    super(draft, place)
  }

  override show() {
    const shown = super.show()
    // While it is made.
    if (!this.draft) return shown
    const words = fieldText(this.draft, this.place)?.toString() ?? ''
    if (words.length === shown.words.length) return shown
    super.typed(words)
    return super.show()
  }
}

const broken = {
  writesOver: (draft: DraftDocument, place: DraftField) => new WritesOver(draft, place),
  writesBeside: (draft: DraftDocument, place: DraftField) => new WritesBeside(draft, place, true),
  cutsLetters: (draft: DraftDocument, place: DraftField) => new WritesBeside(draft, place, false),
  undoesEverybody: (draft: DraftDocument, place: DraftField, earlier: Earlier) => new UndoesEverybody(draft, place, earlier),
  writesAllOrNothing: (draft: DraftDocument, place: DraftField) => new WritesAllOrNothing(draft, place),
  wipesWhatIsOver: (draft: DraftDocument, place: DraftField) => new WipesWhatIsOver(draft, place),
}

/** The fields of a draft with this fault; with none for any other name. */
export function brokenFields(draft: DraftDocument, fault: string): DraftFields {
  const make = broken[fault as keyof typeof broken]
  if (!make) return new DraftFields(draft)
  const fields = new Map<string, ShownField>()
  return Object.assign(new DraftFields(draft), {
    fieldAt(place: DraftField) {
      const name = JSON.stringify(place)
      const field = fields.get(name) ?? make(draft, place, textsOf(draft, place))
      fields.set(name, field)
      return field
    },
  })
}

function textsOf(draft: DraftDocument, place: DraftField): Earlier {
  let [now, before] = ['', '']
  draft.doc.on('update', () => {
    const words = fieldText(draft, place)?.toString() ?? ''
    if (words !== now) [before, now] = [now, words]
  })
  return () => before
}
