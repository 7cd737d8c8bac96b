import type { Segment, SegmentKind } from '../bitext/bitext.ts';
import { spansOfRuns, styledRuns } from '../bitext/inline/formatting.ts';
import { plainText } from '../bitext/inline/plain-text.ts';
import { type StyledSpan, shiftedSpans, spansWithin } from '../bitext/inline/styled-spans.ts';
import type { Message } from '../message.ts';
import { joinSegments } from './join.ts';
import type { Span } from './sentences.ts';

/** What the structure of a file says of a block, before its words are looked at. */
export type BlockRole =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'caption'
  | 'credit'
  | 'byline'
  /** A footnote or an endnote, apart from the sentence that calls it. */
  | 'note'
  /** What stands on every page, a signature, a quoted mail. */
  | 'furniture';

/** A paragraph of an article: a slice of its text, and what it is taken for. */
export interface Block extends Span {
  readonly kind: SegmentKind;
  /** Why it is taken for that, in a few words for the preview; null where there is nothing to say. */
  readonly reason: Message | null;
}

/** A block before its kind is known. */
export interface RawBlock extends Span {
  readonly role: BlockRole;
  /** Share of its letters that are links, from 0 to 1, where the file has markup. */
  readonly links?: number | undefined;
}

/** Blocks laid one under the other as one text, each a slice of it, with what is bold or italic in them. */
export function layOut(
  paragraphs: readonly { text: string; role: BlockRole; styles?: readonly StyledSpan[] | undefined }[],
): { text: string; blocks: RawBlock[]; styles: StyledSpan[] } {
  const blocks: RawBlock[] = [];
  const styles: StyledSpan[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n';
    blocks.push({ start: text.length, end: text.length + paragraph.text.length, role: paragraph.role });
    for (const span of shiftedSpans(paragraph.styles ?? [], text.length)) styles.push(span);
    text += paragraph.text;
  }
  return { text, blocks, styles };
}

interface StyledText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What of it is bold or italic. */
  readonly styles: readonly StyledSpan[];
}

/**
 * A text with the sentences that its paragraphs have now: a paragraph of which the sentences are the same stays as it is, letter for letter; one that
 * has none left stays as an empty block, so that the others keep their numbers and it may be filled again. What was never cut into sentences stays.
 * @param segments those of the text, with bold and italics as codes and the numbers of their paragraphs
 */
export function rewrittenText(
  { text, blocks, styles, language }: StyledText & { readonly language: string },
  segments: readonly Pick<Segment, 'text' | 'paragraph'>[],
): { text: string; blocks: Block[]; styles: StyledSpan[] } {
  const sentences = new Map<number, string[]>();
  for (const segment of segments) {
    const own = sentences.get(segment.paragraph);
    if (own) own.push(segment.text);
    else sentences.set(segment.paragraph, [segment.text]);
  }
  const made = { text: '', blocks: [] as Block[], styles: [] as StyledSpan[] };
  for (const [number, block] of blocks.entries()) {
    const before = text.slice(block.start, block.end);
    const coded = joinSegments(sentences.get(number) ?? [], language);
    const now = plainText(coded);
    const words = block.kind === 'boilerplate' || spaced(now) === spaced(before) ? before : now;
    if (made.text && words) made.text += '\n\n';
    const shown = words === before ? spansWithin(styles, block) : spansOfRuns(styledRuns(coded));
    for (const span of shiftedSpans(shown, made.text.length)) made.styles.push(span);
    made.blocks.push({ ...block, start: made.text.length, end: made.text.length + words.length });
    made.text += words;
  }
  return made;
}

function spaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}
