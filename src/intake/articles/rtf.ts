import { decodeBytes } from '../decode.ts';
import type { Paragraph } from './html.ts';

/** Groups whose content is no text of the document (RTF 1.9.1, destinations). */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr fldinst bkmkstart bkmkend annotation atnid atnauthor panose falt revtbl pgptbl wgrffmtfilter'.split(
    ' ',
  ),
);

const SIGNS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
};

const TOKEN =
  /\\(?<word>[a-z]+)(?<number>-?\d+)? ?|\\'(?<hex>[0-9a-f]{2})|\\(?<sign>[^a-z])|(?<brace>[{}])|(?<text>[^\\{}\r\n]+)|[\r\n]+/giu;

interface Group {
  skipped: boolean;
  /** Fallback characters after a \u that stand for it in old programs. */
  fallback: number;
}

/**
 * The paragraphs of a rich text file. Pictures, styles, headers and fields'
 * instructions are left out. Bytes are read by the code page that the file
 * names; deeper than any document nests, groups are no longer told apart.
 */
export function readRtf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const groups: Group[] = [{ skipped: false, fallback: 1 }];
  let encoding = 'windows-1252';
  let line = '';
  let bytes: number[] = [];
  let toSkip = 0;
  let inList = false;
  const flushBytes = () => {
    if (bytes.length > 0) line += decodeBytes(Uint8Array.from(bytes), encoding);
    bytes = [];
  };
  const add = (piece: string) => {
    flushBytes();
    if (!groups.at(-1)!.skipped) line += piece;
  };
  const endParagraph = () => {
    flushBytes();
    const words = line.replace(/[^\S\u00a0\u202f\n]+/gu, ' ').trim();
    if (words) paragraphs.push({ text: words, role: inList ? 'list-item' : 'paragraph' });
    line = '';
  };
  for (const { groups: parts = {} } of text.matchAll(TOKEN)) {
    const { word, number, hex, sign, brace, text: plain } = parts;
    const group = groups.at(-1)!;
    if (brace === '{') {
      if (groups.length < DEEPEST) groups.push({ ...group });
    } else if (brace === '}') {
      flushBytes();
      if (groups.length > 1) groups.pop();
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else if (!group.skipped) bytes.push(Number.parseInt(hex, 16));
    } else if (sign === '*') group.skipped = true;
    else if (sign !== undefined) add(SIGNS[sign] ?? (/[\\{}]/u.test(sign) ? sign : ''));
    else if (plain !== undefined) {
      add(plain.slice(toSkip));
      toSkip = Math.max(0, toSkip - plain.length);
    } else if (word !== undefined) {
      if (SKIPPED.has(word)) group.skipped = true;
      else if (word === 'ansicpg') encoding = encodingOf(Number(number));
      else if (word === 'uc') group.fallback = Number(number ?? 1);
      else if (word === 'u') {
        add(String.fromCharCode((Number(number) + 65_536) % 65_536));
        toSkip = group.fallback;
      } else if (group.skipped) continue;
      else if (word === 'pard') inList = false;
      else if (word === 'ls') inList = true;
      else if (/^(?:par|sect|page|cell|row)$/u.test(word)) endParagraph();
      else if (SIGNS[word] !== undefined) add(SIGNS[word]!);
    }
  }
  endParagraph();
  return paragraphs;
}

const DEEPEST = 1000;

function encodingOf(codePage: number): string {
  const names: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    10000: 'macintosh',
  };
  try {
    return new TextDecoder(names[codePage] ?? `windows-${codePage}`).encoding;
  } catch {
    return 'windows-1252';
  }
}
