/** What parts lines or cells in formats that write them as they are. */
const LINE_BREAKS = /[\t\r\n\u2028\u2029\v\f]+/gu;

/** A text on one line, without tabs: each stretch of those becomes a space. */
export function inlined(text: string): string {
  return text.replace(LINE_BREAKS, ' ');
}

/** Whether a text has line breaks or tabs. */
export function hasBreaks(text: string): boolean {
  return text.search(LINE_BREAKS) >= 0;
}
