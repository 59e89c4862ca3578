/** Rows as tab-separated text. A cell that a spreadsheet would take for a formula is kept as words. */
export function spreadsheetText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n')
}

function cellText(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return /^[=+\-@]/.test(flat) && !/^-?[\d.,]+$/.test(flat) ? `'${flat}` : flat
}
