/** What is known of each UTF-16 unit: 1 a letter or mark, 2 none. */
const LETTERS = new Uint8Array(0x10000);

/** Whether a UTF-16 unit is a letter or a mark. */
export function isLetter(unit: number): boolean {
  LETTERS[unit] ||= /[\p{L}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 2;
  return LETTERS[unit] === 1;
}
