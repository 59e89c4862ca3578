import type { RefusalCode } from '@kinplan/domain/refusal'
import { fieldRefusals, refusalWords, type FieldRefusals } from './refusal.copy'

/**
 * What is read of a refusal at a field: in the form's own words for it, else the field's, else those of the code. 'travel.1.minutes' is a
 * field 'travel'.
 */
export function refusalOf(code: RefusalCode, field: string | null, own: FieldRefusals = {}): string {
  const name = (field ?? '').replace(/\..*/, '')
  return own[name]?.[code] ?? fieldRefusals[name]?.[code] ?? refusalWords[code]
}
