import type { SegmentKind } from '../bitext/bitext.ts';
import type { Message } from '../message.ts';
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

/** Blocks laid one under the other as one text, each a slice of it. */
export function layOut(paragraphs: readonly { text: string; role: BlockRole }[]): { text: string; blocks: RawBlock[] } {
  const blocks: RawBlock[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n';
    blocks.push({ start: text.length, end: text.length + paragraph.text.length, role: paragraph.role });
    text += paragraph.text;
  }
  return { text, blocks };
}
