/** A table as a spreadsheet takes it (RFC 4180); a cell that would begin a formula is made text. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(text: string): string {
  // A negative number is a number; anything else that a spreadsheet would reckon with is not.
  const isFormula = /^[=+@\t\r-]/.test(text) && !/^-?[\d.,\s]+$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Gives a file to the browser; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
