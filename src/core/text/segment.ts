import type { SegmentKind } from '../bitext/bitext.ts';
import type { Block } from './blocks.ts';
import { wordJoiner } from './broken-words.ts';
import type { LanguagePack, PackFor } from './language-pack.ts';
import { creditFinder } from './page/credits.ts';
import { datelineSentences } from './page/dateline.ts';
import { type Span, splitSentences } from './sentences.ts';

/** A sentence of an article, as a slice of its text; `text` is the slice in NFC on one line. */
export interface Sentence extends Span {
  readonly text: string;
  /** Number of its block, from 0. */
  readonly paragraph: number;
  readonly kind: SegmentKind;
}

/**
 * Cuts the blocks of an article into sentences, block by block. A credit or a line
 * of boilerplate stays whole, a headline unless it is several sentences; the credit glued to the end of a
 * caption comes apart.
 */
export function segmentBlocks(text: string, blocks: readonly Block[], pack: LanguagePack): Sentence[] {
  const creditIn = creditFinder(pack.creditMarks);
  const joinWords = wordJoiner(text);
  return blocks.flatMap((block, paragraph) => {
    const raw = text.slice(block.start, block.end);
    if (raw === '') return [];
    const spans = spansOf(raw, block.kind, pack);
    return spans.map((span, i): Sentence => {
      const slice = raw.slice(span.start, span.end);
      const last = i === spans.length - 1;
      const kind = block.kind !== 'boilerplate' && i > 0 && last && creditIn(slice) === 0 ? 'credit' : block.kind;
      return {
        start: block.start + span.start,
        end: block.start + span.end,
        text: onOneLine(slice, joinWords),
        paragraph,
        kind,
      };
    });
  });
}

/** The sentences of an article that take part in the alignment: all but boilerplate. */
export function sentencesToAlign(
  article: { readonly text: string; readonly blocks: readonly Block[]; readonly language: string },
  packs: PackFor,
): Sentence[] {
  return segmentBlocks(article.text, article.blocks, packs(article.language)).filter(
    (sentence) => sentence.kind !== 'boilerplate',
  );
}

/** Whether an article has any sentence that takes part in the alignment, however it is cut. */
export function hasTextToAlign({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly Block[];
}): boolean {
  return blocks.some(({ start, end, kind }) => kind !== 'boilerplate' && /\S/u.test(text.slice(start, end)));
}

function spansOf(raw: string, kind: SegmentKind, pack: LanguagePack): Span[] {
  const whole = [{ start: 0, end: raw.length }];
  if (UNCUT_KINDS.has(kind)) return whole;
  const spans = withDateline(raw, splitSentences(raw, pack), pack);
  const isTitle = kind === 'headline' || kind === 'heading';
  return isTitle && spans.some(({ start, end }) => isShort(raw.slice(start, end))) ? whole : spans;
}

/** Sentences of which the first has the dateline before it: "LILONGWE, 30 January. /Sevmor/. Floods have …" begins with "LILONGWE". */
function withDateline(raw: string, spans: Span[], pack: LanguagePack): Span[] {
  const count = datelineSentences(
    spans.slice(0, 4).map(({ start, end }) => raw.slice(start, end)),
    pack,
  );
  if (count === 0 || count >= spans.length) return spans;
  return [{ ...spans[count]!, start: spans[0]!.start }, ...spans.slice(count + 1)];
}

/** Too short for a sentence of a headline: "“It’s over.” Mayor resigns" stays whole. */
function isShort(sentence: string): boolean {
  const unspaced = (sentence.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? [])
    .length;
  return unspaced < 6 && (sentence.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu) ?? []).length < 3;
}

const UNCUT_KINDS: ReadonlySet<SegmentKind> = new Set(['credit', 'byline', 'dateline', 'boilerplate']);

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。，！？]';
const BROKEN_CJK = new RegExp(`(?<=${CJK})[^\\S\\u3000]*[\\r\\n]+\\s*(?=${CJK})`, 'gu');
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A slice as it is stored: in NFC, on one line, a word cut at the line's end
 * put together, without soft hyphens and zero-width spaces. Joiners stay, since
 * Persian and Indic scripts need them; marks of direction stay where there is a
 * script from right to left.
 */
function onOneLine(slice: string, joinWords: (slice: string) => string): string {
  const plain = joinWords(slice.normalize('NFC'))
    .replace(BROKEN_CJK, '')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(plain) ? plain : plain.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
