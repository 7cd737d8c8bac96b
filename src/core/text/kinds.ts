import type { SegmentKind } from '../bitext/bitext.ts';
import { type Message, msg } from '../message.ts';
import type { Block, RawBlock } from './blocks.ts';
import { creditTest } from './credits.ts';
import type { LanguagePack } from './language-pack.ts';
import { isProse, isSentence } from './prose.ts';
import { splitSentences } from './sentences.ts';

/**
 * What each block of an article is: from what its file said, its place, the
 * phrases of its language and the form of the line. Nothing is dropped; a block
 * taken for boilerplate stays, with the reason.
 * @param known what people have said of this publisher's lines before
 */
export function classify(
  text: string,
  blocks: readonly RawBlock[],
  pack: LanguagePack,
  known: KnownLines = new Map(),
): Block[] {
  const phrases = phraseTests(pack);
  const isCredit = creditTest(pack.creditMarks);
  const deckAt = deckBetween(text, blocks, phrases);
  let inComments = false;
  let captionNext = false;
  let headlineSeen = false;
  return blocks.map(({ start, end, role }, i) => {
    const raw = text.slice(start, end);
    const line = comparable(raw);
    const wasAnnounced = captionNext;
    captionNext = phrases.beforeCaption(line);
    inComments ||= phrases.comments(line);
    const [kind, reason] = kindOf(line);
    headlineSeen ||= kind === 'headline' || kind === 'body';
    return { start, end, kind, reason };

    function kindOf(words: string): [SegmentKind, Message | null] {
      const chosen = known.get(words);
      if (chosen) return [chosen, msg('your earlier choice for this publisher')];
      if (role === 'furniture') return ['boilerplate', msg('page navigation')];
      if (captionNext) return ['boilerplate', msg('image notice')];
      if (phrases.lines(words)) return ['boilerplate', msg('standard page text')];
      if (inComments && (phrases.comments(words) || words.length < 100)) return ['boilerplate', msg('comment form')];
      if (!/[\p{L}\p{N}]/u.test(words)) return ['boilerplate', msg('no words')];
      if (role === 'caption' || role === 'credit' || role === 'byline' || role === 'note')
        return [role, msg('marked in the file')];
      if ((isCredit(raw) && splitSentences(raw, pack).length === 1) || phrases.credits(words))
        return ['credit', msg('names an agency or photographer')];
      if (wasAnnounced) return ['caption', msg('follows a picture')];
      if (phrases.bylines(words) && words.length < 80 && !isSentence(raw, pack))
        return ['byline', msg('names the author')];
      if (role === 'heading') return [headlineSeen ? 'heading' : 'headline', msg('a heading in the file')];
      if (role === 'list-item' || role === 'quote') return [role, msg('marked in the file')];
      if (!headlineSeen && words.length < 220 && !isProse(raw, pack, blocks.length === 1))
        return ['headline', msg('first line, not a sentence')];
      const dateline = datelineIn(raw);
      if (dateline === raw.trim()) return ['dateline', msg('place and date only')];
      if (dateline) return ['body', msg('begins with a dateline: {dateline}', { dateline })];
      if (i === deckAt) return ['dek', msg('between headline and author')];
      return ['body', null];
    }
  });
}

/** Kinds by line, as `comparable` writes it: what people have changed in a publisher's articles. */
export type KnownLines = ReadonlyMap<string, SegmentKind>;

/** The number of the second block where it is a short text between the headline and the author's name; else −1. */
function deckBetween(text: string, blocks: readonly RawBlock[], phrases: ReturnType<typeof phraseTests>): number {
  const [first, second, third] = blocks.map(({ start, end }) => text.slice(start, end).trim());
  if (!first || !second || !third) return -1;
  const isDeck = second.length < 300 && !phrases.lines(comparable(second)) && !phrases.bylines(comparable(second));
  return isDeck && first.length < 220 && phrases.bylines(comparable(third)) ? 1 : -1;
}

const PLACE = "\\p{Lu}[\\p{Lu}\\p{M} .’'/-]{1,40}";
const PLACE_IN_SMALL = "\\p{Lu}[\\p{L}\\p{M}.’'-]+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]+){0,3}";
const MORE = "(?:, ?[\\p{L}\\p{M}\\p{N}. ’'-]{1,30}){0,3}";
/** Place in capitals with or without more, or place with the agency in brackets; then a dash. */
const DATELINE = new RegExp(
  `^\\s*(?:${PLACE}${MORE}(?: ?\\([^()]{2,40}\\))?|${PLACE_IN_SMALL}${MORE} ?\\([^()]{2,40}\\))(?: ?[—–]| --?| -(?= ))`,
  'u',
);

/** The dateline with which a story begins, "MOSCOW, Jan. 16 (Reuters) —", or an empty text. */
export function datelineIn(block: string): string {
  const found = DATELINE.exec(block)?.[0].trim() ?? '';
  return /\p{Lu}{2}|\(/u.test(found) ? found : '';
}

type PhraseTest = (line: string) => boolean;

function phraseTests(pack: LanguagePack): Record<keyof LanguagePack['boilerplate'], PhraseTest> {
  const { lines, beforeCaption, comments, bylines, credits } = pack.boilerplate;
  const whole = (phrases: readonly string[]): PhraseTest => {
    const tests = phrases.map(
      (phrase) =>
        new RegExp(
          `^${phrase
            .split('*')
            .map((part) => escaped(comparable(part)))
            .join('.*')}$`,
          'u',
        ),
    );
    return (line) => tests.some((test) => test.test(line));
  };
  const prefix = (phrases: readonly string[]): PhraseTest => {
    const starts = phrases.map((phrase) => phrase.toLowerCase());
    return (line) => starts.some((start) => line.startsWith(start));
  };
  return {
    lines: whole(lines),
    beforeCaption: whole(beforeCaption),
    comments: whole(comments),
    bylines: prefix(bylines),
    credits: prefix(credits),
  };
}

/** A line as phrases are compared: lower case, plain spaces and apostrophes, no marks at its ends. */
export function comparable(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/[’ʼ]/gu, "'")
    .replace(/^[\s»>→•*–—-]+(?=\S)|[\s:.…»>→!*]+$/gu, '')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
