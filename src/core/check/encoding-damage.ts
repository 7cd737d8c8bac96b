/** Signs of windows-1252 at the places 0x80 to 0x9f, which Unicode has elsewhere. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How UTF-8 looks that was read as windows-1252: a lead byte and those that follow it. */
const DAMAGED = new RegExp(`[\u00c2-\u00f4][\u0080-\u00bf${HIGH}]{1,3}`, 'u');

/**
 * A text that was UTF-8 and was read as windows-1252 ("Ã©" for "é"), as it was
 * meant; null where nothing speaks for that. Damage upon damage is undone, too.
 */
export function repairedEncoding(text: string): string | null {
  let repaired = text;
  for (let turn = 0; turn < 3 && DAMAGED.test(repaired); turn++) {
    const next = repairedText(repaired);
    if (next === null) break;
    repaired = next;
  }
  return repaired === text ? null : repaired;
}

/** Each damaged run separately, so that intact text beside it stays as it is. */
function repairedText(text: string): string | null {
  let changed = false;
  const out = text.replace(new RegExp(`(?:[\u00c2-\u00f4][\u0080-\u00bf${HIGH}]{1,3})+`, 'gu'), (run) => {
    const bytes = [...run].map(byteOf);
    if (bytes.includes(-1)) return run;
    try {
      // What a URI escapes is UTF-8, and refused where it is none.
      const meant = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
      changed = true;
      return meant;
    } catch {
      return run;
    }
  });
  return changed ? out : null;
}

function byteOf(char: string): number {
  const high = HIGH.indexOf(char);
  if (high >= 0) return 0x80 + high;
  const point = char.codePointAt(0) ?? 0;
  return point <= 0xff ? point : -1;
}
