import { decodeBytes } from '../../src/intake/decode.ts';

/** Encodes by reading every two bytes of an encoding backwards, since Node writes none but UTF-8 and UTF-16. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  if (encoding === 'iso-2022-jp') return iso2022(text);
  const table = new Map<string, number[]>();
  for (let a = 0; a < 256; a++) {
    const one = decodeBytes(Uint8Array.of(a), encoding);
    if (one.length === 1 && one !== '\ufffd' && !table.has(one)) table.set(one, [a]);
  }
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) {
      const two = decodeBytes(Uint8Array.of(a, b), encoding);
      if (two.length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [a, b]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? [0x3f]));
}

/** Japanese as mails write it: two bytes of seven bits a character, between escapes. */
function iso2022(text: string): Uint8Array {
  const bytes: number[] = [];
  let wide = false;
  for (const char of text) {
    const euc = [...encode(char, 'euc-jp')];
    if ((euc.length === 2) !== wide) {
      wide = !wide;
      bytes.push(0x1b, wide ? 0x24 : 0x28, 0x42);
    }
    for (const byte of euc) bytes.push(byte & 0x7f);
  }
  return Uint8Array.from(wide ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}
