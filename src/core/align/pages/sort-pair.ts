import type { Block, RawBlock } from '../../text/blocks.ts';
import { classify, type KnownLines } from '../../text/kinds.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { judgePage } from '../../text/page/judge-page.ts';
import { withoutSignatures } from '../../text/page/signatures.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { type PageSide, settlePages } from './settle-pages.ts';

/** A text whose blocks are still to be sorted, or were sorted once and for all (`decided`). */
export interface PageToSort {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly pack: LanguagePack;
  /** What people have said of its publisher's lines before. */
  readonly known: KnownLines;
  readonly decided?: readonly Block[] | undefined;
}

/**
 * What each block of two articles is, by its own text and by the other: what stands
 * on one page alone, at its edges or among short lines, is no part of the article.
 * Bylines and credits are left out of a pair.
 */
export function sortPair(
  source: PageToSort,
  target: PageToSort,
  lexicon: Lexicon,
): { readonly source: readonly Block[]; readonly target: readonly Block[] } {
  const [from, to] = [judged(source), judged(target)];
  const settled = settlePages(from, to, lexicon);
  const sorted = (page: PageToSort, judged: typeof settled.source) => ({
    text: page.text,
    blocks: page.decided ?? classify(page, page.pack, page.known, judged),
  });
  const [first, second] = [sorted(source, settled.source), sorted(target, settled.target)];
  const { creditMarks } = source.pack;
  return {
    source: source.decided ?? withoutSignatures(first, second, creditMarks),
    target: target.decided ?? withoutSignatures(second, first, creditMarks),
  };
}

function judged({ text, blocks, pack, decided }: PageToSort): PageSide {
  if (!decided) return { text, blocks, pack, ...judgePage(text, blocks, pack) };
  const own = decided.map(({ start, end }): RawBlock => ({ start, end, role: 'paragraph' }));
  const page = judgePage(text, own, pack);
  return {
    text,
    blocks: own,
    pack,
    ...page,
    judged: decided.map(({ kind }, i) => ({
      state: kind === 'boilerplate' ? 'inner' : kind === 'headline' ? 'headline' : 'text',
      outside: kind === 'boilerplate' ? 1 : 0,
      size: page.sizes[i]!,
    })),
  };
}
