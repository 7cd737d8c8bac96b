import { decodeHTMLStrict } from 'entities/decode';
import { escapeUTF8 } from 'entities/escape';

/** Mends XML that comes in pieces. */
export interface XmlRepairer {
  write(piece: string): string;
  /** What was held back at the file's end. */
  end(): string;
  /** How many places were mended. */
  count(): number;
}

/** XML's own entities. */
const XML_REFERENCE = /^&(?:amp|lt|gt|quot|apos);$/u;

/** Characters that XML 1.0 cannot hold (section 2.2) and that say nothing. NUL is not one of them: it occurs in files that are not text. */
const CONTROL_CHARACTER = String.raw`[\u0001-\u0008\u000b\u000c\u000e-\u001f]`;

/** What is looked at: references and ampersands, signs that open no tag, controls, and where other rules hold. */
const REPAIR_MARK = new RegExp(
  [
    String.raw`&(?:[A-Za-z][A-Za-z0-9]{1,30};|#\d+;|#[xX][\dA-Fa-f]+;)?`,
    String.raw`<!\[CDATA\[`,
    '<!--',
    String.raw`<(?![\p{L}_:/!?])`,
    String.raw`\]\]>`,
    '-->',
    CONTROL_CHARACTER,
  ].join('|'),
  'gu',
);

/** What may be the beginning of one of these. */
const UNFINISHED_MARK = /(?:<(?:!(?:--?|\[[A-Z]*)?)?|&#?\w{0,32}|\]{1,2}|-{1,2})$/u;

/**
 * Mends what tools and hands are seen to write that is no XML, instead of losing all that
 * comes after it: “AT&T” and “a < b”, HTML's entities, control characters, two
 * hyphens within a comment (comments are left out). What is mended is counted; places in a parser's later messages
 * may be off by the letters that were put in.
 */
export function xmlRepairer(): XmlRepairer {
  let held = '';
  let count = 0;
  /** What ends the CDATA section or comment that is open. */
  let until = '';

  function mend(text: string): string {
    // The text of a comment goes, its lines stay, so that lines are counted right.
    let from = 0;
    let repaired = '';
    const keep = (to: number) => {
      const part = text.slice(from, to);
      repaired += until === '-->' ? part.replace(/[^\n]+/gu, '') : part;
    };
    for (const { 0: mark, index } of text.matchAll(REPAIR_MARK)) {
      const put = mendedMark(mark);
      if (put === null) continue;
      keep(index);
      repaired += put;
      from = index + mark.length;
      if (until === '' && (mark === '<!--' || mark === '<![CDATA[')) until = mark === '<!--' ? '-->' : ']]>';
      else if (mark === until) until = '';
    }
    keep(text.length);
    return repaired;
  }

  /** What stands for a mark; null for one that stays, or that is passed over where it is. */
  function mendedMark(mark: string): string | null {
    if (until !== '' && isControl(mark)) return counted('');
    if (until !== '' && mark !== until) return null;
    if (mark === '<!--' || (mark === '-->' && until !== '')) return '';
    if (mark === ']]>' && until !== '') return mark;
    if (mark === '<![CDATA[') return mark;
    if (mark === '&') return counted('&amp;');
    if (mark === '<') return counted('&lt;');
    if (mark === ']]>') return counted(']]&gt;');
    if (isControl(mark) || isControlReference(mark)) return counted('');
    if (/^&[A-Za-z]/u.test(mark) && !XML_REFERENCE.test(mark)) {
      const letters = decodeHTMLStrict(mark);
      return letters === mark ? null : counted(escapeUTF8(letters));
    }
    return null;
  }

  function counted(put: string): string {
    count += 1;
    return put;
  }

  return {
    write(piece) {
      const text = held + piece;
      held = UNFINISHED_MARK.exec(text.slice(-50))?.[0] ?? '';
      return mend(text.slice(0, text.length - held.length));
    },
    // A comment that does not end is damage, which the parser finds if it sees its beginning.
    end: () => mend(held) + (until === '-->' ? '<!--' : ''),
    count: () => count,
  };
}

function isControl(mark: string): boolean {
  return mark.length === 1 && mark < ' ';
}

function isControlReference(mark: string): boolean {
  const [, hex, digits] = /^&#(x?)([\dA-F]+);$/iu.exec(mark) ?? [];
  if (digits === undefined) return false;
  const point = Number.parseInt(digits, hex ? 16 : 10);
  return point > 0 && point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d;
}
