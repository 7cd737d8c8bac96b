/** The texts of a bead's side as one: joined by a space, by nothing in Chinese and Japanese. */
export function joinSegments(texts: readonly string[], language: string): string {
  return texts.join(/^(?:zh|ja|yue)\b/iu.test(language) ? '' : ' ');
}

/** Whether a language is written from right to left, by its script or the script it is usual in. */
export function isRightToLeft(language: string): boolean {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => subtag.length === 4);
  if (script) return ['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm'].includes(script);
  return ['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'yi', 'dv', 'sd', 'ug', 'ckb', 'syr', 'arc'].includes(primary);
}
