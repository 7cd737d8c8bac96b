import { decodeBytes } from './decode.ts';

/**
 * Text that is UTF-8 but for a few bytes, as where pages of several sources were
 * put together: those are read as Windows-1252. Null where it is not mostly UTF-8.
 */
export function mixedUtf8(bytes: Uint8Array): { text: string; strays: number } | null {
  let [whole, strays] = [0, 0];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(UTF8_SEQUENCE, (sequence: string, stray?: string) => {
      if (stray === undefined) {
        whole += 1;
        return Buffer.from(sequence, 'latin1').toString('utf8');
      }
      strays += 1;
      return decodeBytes(Uint8Array.of(stray.charCodeAt(0)), 'windows-1252');
    });
  const isMostly = whole >= strays * MIN_SEQUENCES_PER_STRAY;
  return whole >= MIN_SEQUENCES && (isMostly || changesByLine(bytes)) ? { text, strays } : null;
}

/**
 * Whether texts of two encodings stand one behind the other: every line is UTF-8 as a whole or has no letter of it, and
 * what is not UTF-8 are single letters among those of ASCII, as in Western European languages.
 */
function changesByLine(bytes: Uint8Array): boolean {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .split(/[\r\n]+/u);
  let [whole, others] = [0, 0];
  for (const line of lines) {
    const kinds = [...line.matchAll(UTF8_SEQUENCE)].map(([, stray]) => (stray === undefined ? 'whole' : 'stray'));
    if (kinds.length === 0) continue;
    if (new Set(kinds).size > 1) return false;
    if (kinds[0] === 'whole') whole += kinds.length;
    else if (/[\x80-\xff]{3}/u.test(line)) return false;
    else others += 1;
  }
  return whole >= MIN_SEQUENCES && others > 0;
}

/** A letter of several bytes in UTF-8 (Unicode, table 3-7), or another byte. */
const UTF8_SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/gu;

/** In another encoding, pairs of bytes that happen to be UTF-8 are few beside the others. */
const MIN_SEQUENCES = 3;
const MIN_SEQUENCES_PER_STRAY = 4;
