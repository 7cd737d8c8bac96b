import type { SegmentKind } from '../bitext/bitext.ts';
import { type Message, msg } from '../message.ts';
import type { Block, RawBlock } from './blocks.ts';
import type { LanguagePack } from './language-pack.ts';
import { creditFinder } from './page/credits.ts';
import { datelineIn } from './page/dateline.ts';
import { isLeftOut, type Judgement, judgePage } from './page/judge-page.ts';
import { comparable, type PhraseTests, phrasesOf } from './page/phrases.ts';
import { isSigned } from './page/signed.ts';
import { isProse, isSentence } from './prose.ts';
import { splitSentences } from './sentences.ts';

/**
 * What each block of an article is: from what its file said, its place, its form
 * and that of its neighbours, and the phrases of its language. Nothing is
 * dropped; a block taken for boilerplate stays, with the reason. A credit that is
 * glued to a caption becomes a block of its own.
 * @param known what people have said of this publisher's lines before
 * @param judged what each block probably is, where more is known than the text itself says
 */
export function classify(
  { text, blocks }: { readonly text: string; readonly blocks: readonly RawBlock[] },
  pack: LanguagePack,
  known: KnownLines = new Map(),
  judged: readonly Judgement[] = judgePage(text, blocks, pack).judged,
): Block[] {
  const phrases = phrasesOf(pack);
  const creditIn = creditFinder(pack.creditMarks);
  const deckAt = deckBetween(text, blocks, phrases);
  let captionNext = false;
  let headlineSeen = false;
  return blocks.flatMap((block, i): Block[] => {
    const raw = text.slice(block.start, block.end);
    const words = comparable(raw);
    const { outside, state, paired = false } = judged[i]!;
    const wasAnnounced = captionNext;
    captionNext = phrases.beforeCaption(words);
    const credit = creditIn(raw);
    const [kind, reason] = kindOf();
    headlineSeen ||= kind === 'headline' || kind === 'body';
    const whole = { start: block.start, end: block.end, kind, reason };
    return credit > 0 && kind !== 'boilerplate' ? withCredit(whole, text, credit) : [whole];

    /** Whether a line stands alone with a credit above it. */
    function isBelowCredit(at: number): boolean {
      const [above, next] = [blocks[at - 1], blocks[at + 1]];
      if (!above || raw.length > MAX_CAPTION_LENGTH || text.slice(above.end, block.start).split('\n').length !== 2)
        return false;
      const isLast = !next || text.slice(block.end, next.start).split('\n').length > 2;
      return isLast && creditIn(text.slice(above.start, above.end)) === 0;
    }

    function kindOf(): [SegmentKind, Message | null] {
      const { role } = block;
      const chosen = known.get(words);
      if (chosen) return [chosen, msg('your earlier choice for this publisher')];
      if (role === 'furniture') return ['boilerplate', msg('page navigation')];
      if (captionNext) return ['boilerplate', msg('image notice')];
      if (!/[\p{L}\p{N}]/u.test(words)) return ['boilerplate', msg('no words')];
      if (role === 'caption' || role === 'credit' || role === 'byline' || role === 'note')
        return [role, msg('marked in the file')];
      const labelled = phrases.credits(words) && words.length < MAX_CREDIT_LENGTH && !isSentence(raw, pack);
      if (labelled || (credit === 0 && splitSentences(raw, pack).length === 1))
        return ['credit', msg('names an agency or photographer')];
      if (wasAnnounced || isBelowCredit(i)) return ['caption', msg('follows a picture')];
      if (isSigned(raw)) return ['byline', msg('names the author')];
      if (phrases.bylines(words) && words.length < 80 && namesSomebody(raw) && !isSentence(raw, pack))
        return ['byline', msg('names the author')];
      if (phrases.lines(words) && (outside >= MIN_OUTSIDE || !(SENTENCE_END.test(raw) || paired)))
        return ['boilerplate', msg('standard page text')];
      if (isLeftOut(judged[i]!)) return ['boilerplate', PLACE_REASONS[state] ?? msg('standard page text')];
      if (role === 'heading') return [headlineSeen ? 'heading' : 'headline', msg('a heading in the file')];
      if (role === 'list-item' || role === 'quote') return [role, msg('marked in the file')];
      if (state === 'headline' && !headlineSeen) return ['headline', msg('above the text')];
      if (!headlineSeen && words.length < 220 && !isProse(raw, pack, blocks.length === 1))
        return ['headline', msg('first line, not a sentence')];
      const dateline = datelineIn(raw);
      if (dateline === raw.trim()) return ['dateline', msg('place and date only')];
      if (dateline) return ['body', msg('begins with a dateline: {dateline}', { dateline })];
      if (state === 'dek' || state === 'headline' || i === deckAt) return ['dek', msg('between headline and author')];
      return ['body', null];
    }
  });
}

/** A sentence, or what is translated, that begins as lines of pages do is one of them where this much speaks for it. */
const MIN_OUTSIDE = 0.3;
const SENTENCE_END = /\p{Sentence_Terminal}["'”’»」』）)\]\s]*$/u;

const PLACE_REASONS: Partial<Record<Judgement['state'], Message>> = {
  before: msg('above the headline'),
  meta: msg('between headline and text'),
  inner: msg('between paragraphs, not part of them'),
  after: msg('below the text'),
};

/** Kinds by line, as `comparable` writes it: what people have changed in a publisher's articles. */
export type KnownLines = ReadonlyMap<string, SegmentKind>;

/** The number of the second block where it is a short text between the headline and the author's name; else −1. */
function deckBetween(text: string, blocks: readonly RawBlock[], phrases: PhraseTests): number {
  const [first, second, third] = blocks.map(({ start, end }) => text.slice(start, end).trim());
  if (!first || !second || !third) return -1;
  const isDeck = second.length < 300 && !phrases.lines(comparable(second)) && !phrases.bylines(comparable(second));
  return isDeck && first.length < 220 && phrases.bylines(comparable(third)) ? 1 : -1;
}

/** Whether a line that begins like a byline continues with a name: "Par Ann Lee", not "Par ailleurs". */
function namesSomebody(line: string): boolean {
  const [, ...others] = line.trim().split(/[\s:：]+/u);
  return others.length === 0 || others.some((word) => !/^\P{L}*\p{Ll}/u.test(word));
}

/** What begins as a credit does and is longer is a caption or a paragraph. */
const MAX_CREDIT_LENGTH = 110;

/** A longer block is a paragraph, and the agency at its end has no picture. */
const MAX_CAPTION_LENGTH = 400;

/** A caption, or a paragraph, and the credit at its end. */
function withCredit(block: Block, text: string, credit: number): Block[] {
  const raw = text.slice(block.start, block.end);
  const end = block.start + raw.slice(0, credit).trimEnd().length;
  const isCaption = end - block.start <= MAX_CAPTION_LENGTH && (block.kind === 'body' || block.kind === 'dek');
  return [
    { ...block, end, ...(isCaption && { kind: 'caption', reason: msg('precedes a credit') }) },
    {
      ...block,
      start: block.start + credit + (/^\s*/u.exec(raw.slice(credit))?.[0].length ?? 0),
      kind: 'credit',
      reason: msg('names an agency or photographer'),
    },
  ];
}
