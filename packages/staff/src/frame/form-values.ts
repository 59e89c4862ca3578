/** What was given in a form, by the names of its controls. */
export interface FormValues {
  text(name: string): string
  /** The text, or null when it is empty. */
  some(name: string): string | null
  /** Every chosen value of a name that belongs to the choices. */
  all<Value extends string>(name: string, choices: readonly Value[]): Value[]
  /** The chosen value, or the first of the choices where a list always has one. */
  one<Value extends string>(name: string, choices: readonly [Value, ...Value[]]): Value
  /** true for 'yes', false for 'no', null when neither was chosen. */
  yesOrNo(name: string): boolean | null
}

/** Reads a form as it stands. */
export function readForm(form: HTMLFormElement): FormValues {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    text,
    some: (name) => text(name) || null,
    all: (name, choices) => choices.filter((choice) => data.getAll(name).includes(choice)),
    one: (name, choices) => choices.find((choice) => choice === text(name)) ?? choices[0],
    yesOrNo: (name) => (text(name) === '' ? null : text(name) === 'yes'),
  }
}
