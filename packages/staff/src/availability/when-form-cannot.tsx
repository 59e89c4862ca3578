import { TextField } from '@kinplan/ui/text-field'
import type { RuleEditorProps } from './when-form-rows'
import { cannotWords as words } from './when-form.copy'

/** Days that cannot be, whatever else was said. */
export function CannotEditor({ rule, onWrite, field }: RuleEditorProps) {
  return (
    <div className="short-fields">
      <TextField
        {...field('from')}
        type="date"
        label={words.from}
        value={rule.from ?? ''}
        onChange={(event) => onWrite({ ...rule, from: event.target.value })}
      />
      <TextField
        {...field('until')}
        type="date"
        label={words.until}
        hint={words.untilHint}
        value={rule.until ?? ''}
        onChange={(event) => onWrite({ ...rule, until: event.target.value })}
      />
    </div>
  )
}
