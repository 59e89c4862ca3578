/**
 * The words by which a control is known on the page it stands on: a list's question, its own name for those who do not see it, or its
 * label. Null without a control.
 */
export function nameOfControl(id: string): string | null {
  const control = document.getElementById(id)
  if (control === null) return null
  const question = control.matches('input[type=radio], input[type=checkbox]') ? control.closest('fieldset')?.querySelector('legend') : null
  const label = question ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  return control.getAttribute('aria-label') ?? label?.textContent ?? null
}
