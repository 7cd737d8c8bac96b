/**
 * A short key of a text: FNV-1a with 32 bits (Fowler, Noll and Vo), in base 36. Two texts have the same key with a
 * chance of one in four billion: enough to notice that something has changed, not to keep anything secret.
 */
export function shortHash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
