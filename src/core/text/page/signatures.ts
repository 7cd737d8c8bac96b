import type { Block } from '../blocks.ts';
import type { CreditMarks } from '../language-pack.ts';
import { comparableTokens } from '../similarity.ts';

/** A text with what each of its blocks is. */
export interface SignedText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * The blocks of one text of a pair, bylines and credits left out: each page signs
 * for itself. A credit that both print in the same words is translated, and stays.
 */
export function withoutSignatures(own: SignedText, other: SignedText, { particles = [] }: CreditMarks): Block[] {
  const small = new Set(particles);
  const wordsOf = ({ text }: SignedText, { start, end }: Block) =>
    comparableTokens(text.slice(start, end))
      .filter((word) => /[\p{L}\p{N}]/u.test(word) && !small.has(word.toLowerCase()))
      .join(' ');
  const theirs = new Set(other.blocks.flatMap((block) => (block.kind === 'credit' ? [wordsOf(other, block)] : [])));
  return own.blocks.map((block) => {
    if (block.kind !== 'byline' && block.kind !== 'credit') return block;
    if (block.kind === 'credit' && theirs.has(wordsOf(own, block))) return block;
    return { ...block, kind: 'boilerplate' };
  });
}
