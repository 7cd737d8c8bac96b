import type { TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import type { BlockRole } from '../../core/text/blocks.ts';
import { countLetters } from '../../core/text/letters.ts';
import { decodeBytes } from '../decode.ts';
import type { Paragraph } from './html-paragraphs.ts';
import type { ReadLetters } from './letter-guard.ts';
import { type LinePiece, plainLine } from './raised.ts';
import { encodingOf, endsInHalf, fontEncodings } from './rtf-fonts.ts';
import { READ_THOUGH_STARRED, SIGNS, SKIPPED_GROUPS, STYLE_WORDS } from './rtf-words.ts';
import { styledText } from './styled-text.ts';

const TOKEN =
  /\\(?<word>[a-z]+)(?<number>-?\d+)? ?|\\'(?<hex>[0-9a-f]{2})|\\(?<sign>[^a-z])|(?<brace>[{}])|(?<text>[^\\{}\r\n]+)|[\r\n]+/giu;

/** Where text goes: the document, or a note or a text box that stands within one of its paragraphs. */
interface Flow {
  readonly paragraphs: Paragraph[];
  pieces: LinePiece[];
  readonly role: BlockRole;
}

interface Group {
  readonly flow: Flow;
  /** Whether its text is none of the document's, by its destination. */
  readonly skipped: boolean;
  /** Whether its text is formatted as hidden or deleted. */
  readonly hidden: boolean;
  readonly place: LinePiece['place'];
  readonly styles: readonly TextStyle[];
  /** The encoding of its font; empty for the file's own. */
  readonly encoding: string;
  /** Fallback characters after a \u that stand for it in old programs. */
  readonly fallback: number;
}

/**
 * The paragraphs of a rich text file, its notes at the end. Pictures, styles,
 * headers, fields' instructions, hidden and deleted text are left out. Bytes are
 * read by the character set of their font, else by the code page that the file
 * names; deeper than any document nests, groups are no longer distinguished.
 */
export function readRtf(text: string): ReadLetters {
  const fonts = fontEncodings(text);
  const main: Flow = { paragraphs: [], pieces: [], role: 'paragraph' };
  const notes: Paragraph[] = [];
  const outer: Group[] = [];
  let group: Group = { flow: main, skipped: false, hidden: false, place: 'on', styles: [], encoding: '', fallback: 1 };
  let encoding = 'windows-1252';
  let bytes: number[] = [];
  let toSkip = 0;
  let inList = false;
  let starred = false;
  let letters = 0;

  for (const { groups: parts = {} } of text.matchAll(TOKEN)) {
    const { word, number, hex, sign, brace, text: plain } = parts;
    const wasStarred = starred;
    starred = false;
    if (brace === '{') open();
    else if (brace === '}') close();
    else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else bytes.push(Number.parseInt(hex, 16));
    } else if (sign === '*') starred = true;
    else if (sign !== undefined) add(SIGNS[sign] ?? (/[\\{}]/u.test(sign) ? sign : ''));
    else if (plain !== undefined) addPlain(plain);
    else if (word !== undefined) follow(word, number, wasStarred);
  }
  while (outer.length > 0) close();
  endParagraph(main);
  return { paragraphs: [...main.paragraphs, ...notes], letters };

  function open(): void {
    flushBytes();
    toSkip = 0;
    outer.push(group);
    if (outer.length > MAX_DEPTH) outer.shift();
  }

  function close(): void {
    flushBytes();
    toSkip = 0;
    const closed = group;
    group = outer.pop() ?? group;
    if (closed.flow === group.flow || closed.flow === main) return;
    endParagraph(closed.flow);
    const into = closed.flow.role === 'note' ? notes : main.paragraphs;
    for (const paragraph of closed.flow.paragraphs) into.push(paragraph);
  }

  function follow(word: string, number: string | undefined, wasStarred: boolean): void {
    const isOn = number !== '0';
    if (word === 'u') {
      add(String.fromCharCode((Number(number) + 65_536) % 65_536));
      toSkip = group.fallback;
      return;
    }
    if (toSkip > 0) toSkip -= 1;
    flushBytes();
    if (word === 'footnote') beginNote();
    else if (word === 'shptxt') group = { ...group, flow: flowFor('paragraph'), skipped: false };
    else if (SKIPPED_GROUPS.has(word) || /^m\w*Pr$/u.test(word)) group = { ...group, skipped: true };
    else if (wasStarred && !READ_THOUGH_STARRED.has(word)) group = { ...group, skipped: true };
    else if (word === 'shpinst') group = { ...group, skipped: true };
    else if (word === 'ansicpg') encoding = encodingOf(Number(number));
    else if (word === 'mac' || word === 'pc' || word === 'pca') encoding = CODE_PAGES[word]!;
    else if (word === 'uc') group = { ...group, fallback: Number(number ?? 1) };
    else if (word === 'f' || word === 'af')
      group = word === 'f' ? { ...group, encoding: fonts.get(number ?? '') ?? '' } : group;
    else if (word === 'plain') group = { ...group, hidden: false, place: 'on', styles: [], encoding: '' };
    else if (STYLE_WORDS[word]) group = { ...group, styles: withStyle(group.styles, STYLE_WORDS[word], isOn) };
    else if (word === 'v' || word === 'deleted') group = { ...group, hidden: isOn };
    else if (word === 'super' || word === 'sub') group = { ...group, place: isOn ? SCRIPT_PLACES[word]! : 'on' };
    else if (word === 'nosupersub') group = { ...group, place: 'on' };
    else if (word === 'pard') inList = false;
    else if (word === 'ls') inList = true;
    else if (PARAGRAPH_ENDS.has(word)) {
      if (!group.skipped) endParagraph(group.flow);
    } else if (SIGNS[word] !== undefined) add(SIGNS[word]!);
  }

  function addPlain(plain: string): void {
    let rest = plain.slice(toSkip);
    toSkip = Math.max(0, toSkip - plain.length);
    const first = rest.charCodeAt(0);
    if (first < 0x80 && endsInHalf(bytes, group.encoding || encoding)) {
      bytes.push(first);
      rest = rest.slice(1);
    }
    for (const piece of rest.match(/[\x80-\xff]+|[^\x80-\xff]+/gu) ?? []) {
      if (/^[\x80-\xff]/u.test(piece)) for (const char of piece) bytes.push(char.charCodeAt(0));
      else add(piece);
    }
  }

  function add(piece: string): void {
    flushBytes();
    if (group.skipped || group.hidden || piece === '') return;
    group.flow.pieces.push({ text: piece, place: group.place, styles: group.styles });
    letters += countLetters(piece);
  }

  function flushBytes(): void {
    const read = bytes.length > 0 ? decodeBytes(Uint8Array.from(bytes), group.encoding || encoding) : '';
    bytes = [];
    if (read !== '') add(read);
  }

  function beginNote(): void {
    // What an author has raised beside the note is its mark.
    if (group.flow.pieces.at(-1)?.place === 'above') group.flow.pieces.pop();
    group = { ...group, flow: flowFor('note'), skipped: false, hidden: false, place: 'on', styles: [] };
  }

  function endParagraph(flow: Flow): void {
    flushBytes();
    const isNote = flow.role === 'note';
    const repeatsMark = isNote && flow.paragraphs.length === 0 && flow.pieces[0]?.place === 'above';
    const pieces = plainLine(repeatsMark ? flow.pieces.slice(1) : flow.pieces);
    const { text, styles } = styledText(pieces, (raw) => raw.replace(/[^\S\u00a0\u202f\n]+/gu, ' ').trim());
    if (text) flow.paragraphs.push({ text, role: isNote ? 'note' : inList ? 'list-item' : 'paragraph', styles });
    flow.pieces = [];
  }
}

function flowFor(role: BlockRole): Flow {
  return { paragraphs: [], pieces: [], role };
}

function withStyle(styles: readonly TextStyle[], style: TextStyle, isOn: boolean): readonly TextStyle[] {
  const others = styles.filter((other) => other !== style);
  return isOn ? [...others, style] : others;
}

const MAX_DEPTH = 1000;

/** Words that end a paragraph. */
const PARAGRAPH_ENDS = new Set(['par', 'sect', 'page', 'cell', 'row', 'nestcell', 'nestrow']);

const SCRIPT_PLACES: Readonly<Record<string, LinePiece['place']>> = { super: 'above', sub: 'below' };

/** What a file's own code page is where it names only the system. */
const CODE_PAGES: Readonly<Record<string, string>> = { mac: 'macintosh', pc: 'cp437', pca: 'cp850' };
