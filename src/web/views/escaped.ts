const SPECIAL = /[&<>'"]/u;
const ALL_SPECIAL = /[&<>'"]/gu;
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/**
 * A value as text within HTML, written as EJS writes it, in half the time: a piece of rows has thousands of values, of which hardly
 * any has something to escape.
 */
export function escaped(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => WRITTEN[sign]!) : text;
}
