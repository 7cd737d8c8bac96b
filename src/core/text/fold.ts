/** A text without accents. */
export function withoutAccents(text: string): string {
  return stripped(text).normalize('NFC');
}

/**
 * A text as texts are compared that may differ in accents and capitals. It is for comparing alone: what Unicode
 * can take apart, such as a syllable of Korean, stays apart.
 */
export function folded(text: string): string {
  return stripped(text.toLowerCase());
}

function stripped(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
