/** A cell of CSV: quoted where it must be, and with an apostrophe before what a spreadsheet would calculate. */
export function csvCell(text: string): string {
  const safe = /^['=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
