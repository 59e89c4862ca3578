const unsafe: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** HTML that is safe as it stands: made by `html`, never from what somebody typed. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

type Part = string | number | SafeHtml | null | false | Part[]

function render(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof SafeHtml) return part.text
  if (Array.isArray(part)) return part.map(render).join('')
  return String(part).replaceAll(/[&<>"']/g, (character) => unsafe[character] ?? '')
}

/** A template whose parts are escaped unless they are SafeHtml; null and false are nothing. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  return new SafeHtml(pieces.map((piece, place) => piece + render(parts[place] ?? null)).join(''))
}
