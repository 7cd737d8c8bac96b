/**
 * The encoding of each font of a rich text file, by its number: a font names a
 * character set or a code page, old ones in their name ("Arial CYR"). Fonts that
 * say nothing are not listed: the file's own code page counts.
 */
export function fontEncodings(rtf: string): ReadonlyMap<string, string> {
  const at = rtf.indexOf('{\\fonttbl');
  const table = at < 0 ? '' : rtf.slice(at + 9, endOfGroup(rtf, at));
  const encodings = new Map<string, string>();
  for (const entry of table.split(/(?=\\f\d)/u)) {
    const number = /^\\f(\d+)/u.exec(entry)?.[1];
    const page = /\\cpg(\d+)/u.exec(entry)?.[1];
    const charset = /\\fcharset(\d+)/u.exec(entry)?.[1];
    const suffix = /\b(CYR|CE|Greek|Tur|Baltic)\b\s*;/u.exec(entry)?.[1] ?? '';
    const encoding = page && page !== '0' ? encodingOf(Number(page)) : (CHARSETS[charset ?? ''] ?? SUFFIXES[suffix]);
    if (number !== undefined && encoding !== undefined) encodings.set(number, encoding);
  }
  return encodings;
}

/** Character sets by their numbers (RTF 1.9.1, \fcharset); 0 and 1 are the file's own. */
const CHARSETS: Readonly<Record<string, string>> = {
  77: 'macintosh',
  78: 'shift_jis',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'cp437',
  255: 'cp850',
};

const SUFFIXES: Readonly<Record<string, string>> = {
  CYR: 'windows-1251',
  CE: 'windows-1250',
  Greek: 'windows-1253',
  Tur: 'windows-1254',
  Baltic: 'windows-1257',
};

/** The encoding of a code page by its number, as Windows counts them; Windows-1252 where there is none. */
export function encodingOf(codePage: number): string {
  const names: Readonly<Record<number, string>> = {
    437: 'cp437',
    850: 'cp850',
    852: 'cp852',
    866: 'ibm866',
    874: 'windows-874',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    10000: 'macintosh',
    10007: 'x-mac-cyrillic',
    20866: 'koi8-r',
    21866: 'koi8-u',
    65001: 'utf-8',
  };
  const name = names[codePage];
  if (name !== undefined) return name;
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252';
}

function endOfGroup(rtf: string, from: number): number {
  let depth = 0;
  for (let i = from; i < rtf.length; i++) {
    const char = rtf[i];
    if (char === '\\') i += 1;
    else if (char === '{') depth += 1;
    else if (char === '}' && --depth === 0) return i;
  }
  return rtf.length;
}

/** Encodings that write a letter with one byte or two. */
const TWO_BYTE_ENCODINGS = new Set(['shift_jis', 'gbk', 'gb18030', 'big5', 'euc-kr']);

/** Whether the last of some bytes is the first half of a letter. */
export function endsInHalf(bytes: readonly number[], encoding: string): boolean {
  if (!TWO_BYTE_ENCODINGS.has(encoding)) return false;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i]!;
    const single = byte < 0x81 || (encoding === 'shift_jis' && byte >= 0xa0 && byte < 0xe0);
    i += single ? 1 : 2;
  }
  return i > bytes.length;
}
