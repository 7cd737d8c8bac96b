import { type Bitext, type Row, rowsOf, SIDES, type Side } from '../bitext/bitext.ts';
import { type InlineCodes, NO_INLINE_CODES, partsAtCodes, withoutCodes } from '../bitext/codes.ts';
import { plainRow } from '../bitext/plain-text.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { repairedEncoding } from './encoding-damage.ts';

/** What may be wrong with a unit of a memory. */
export const MEMORY_CODES = [
  'empty-side',
  'duplicate',
  'other-translation',
  'identical-sides',
  'wrong-language',
  'codes-differ',
  'odd-length',
  'encoding-damage',
] as const;
export type MemoryCode = (typeof MEMORY_CODES)[number];

/** Something that is wrong with a unit. */
export interface MemoryFinding {
  readonly code: MemoryCode;
  readonly bead: number;
  /** The bead that it is a double of or disagrees with, or the texts as they were meant. */
  readonly other?: number;
  readonly repairs?: readonly {
    readonly side: Side;
    readonly segment: number;
    readonly from: string;
    readonly to: string;
  }[];
}

/** Tells the language of a text, where it is sure of it or finds the one that is expected. */
export type TellLanguage = (text: string, expected: string) => string | null;

/** Texts of fewer letters have too little to tell a language or a proportion by. */
const MIN_TEXT_LENGTH = 40;
/** How many deviations from the usual proportion of lengths are suspicious. */
const ODD_DEVIATIONS = 4.5;

/** What is known of a memory before its rows are checked one by one. */
export interface MemoryFacts {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly usual: Proportion;
  /** Tells languages; without it they are not checked. */
  readonly languageOf?: TellLanguage;
  /** Tells whether a translation is wrong in itself: what differs from a wrong one contradicts nothing. */
  readonly isFaulty?: IsFaulty;
}

/** Tells whether the texts of a row, without codes, are a wrong translation. */
export type IsFaulty = (texts: Readonly<Record<Side, string>>) => boolean;

/**
 * Looks through a memory for what should not be in one.
 * @param languageOf tells languages; without it they are not checked
 * @param isFaulty tells wrong translations; without it every other one is a contradiction
 */
export function checkMemory(
  bitext: Bitext,
  codes: InlineCodes = NO_INLINE_CODES,
  languageOf: TellLanguage = () => null,
  isFaulty: IsFaulty = () => false,
): MemoryFinding[] {
  const rows = rowsOf(bitext);
  const measure = proportionMeasure();
  for (const row of rows) measure.note(row, bitext);
  const { sourceLanguage, targetLanguage } = bitext;
  const check = memoryChecker({ sourceLanguage, targetLanguage, usual: measure.usual(), languageOf, isFaulty });
  return rows.flatMap((row) => check(row, codes));
}

/** Makes a function that checks the rows of a memory one after another, so that a long one is never whole in memory. */
export function memoryChecker({
  usual,
  languageOf = () => null,
  isFaulty = () => false,
  ...languages
}: MemoryFacts): (row: Row, codes: InlineCodes) => MemoryFinding[] {
  const sources = new Map<string, SeenSource>();
  /** The bead with the same two texts that came before, if any, and what the first translation of this source says to this one. */
  const seenBefore = (bead: number, { source, target }: Texts, plain: Texts) => {
    const seen = sources.get(source);
    if (!seen) {
      sources.set(source, { bead, target, others: null, rival: { bead, target: plain.target } });
      return { twin: undefined, contradiction: null };
    }
    const twin = seen.target === target ? seen.bead : seen.others?.get(target);
    if (twin !== undefined) return { twin, contradiction: null };
    seen.others ??= new Map();
    seen.others.set(target, bead);
    return { twin, contradiction: contradiction(bead, seen, plain) };
  };
  const contradiction = (bead: number, seen: SeenSource, plain: Texts): MemoryFinding | null => {
    const { rival } = seen;
    if (rival.target === plain.target || isFaulty(plain)) return null;
    rival.faulty ??= isFaulty({ source: plain.source, target: rival.target });
    if (!rival.faulty) return { code: 'other-translation', bead, other: rival.bead };
    seen.rival = { bead, target: plain.target, faulty: false };
    return null;
  };
  return (row, codes) => {
    if (row.bead.status === 'excluded') return [];
    const bead = row.bead.id;
    const texts = rowTexts(row, languages);
    const plain = {
      source: withoutCodes(texts.source, codes).trim(),
      target: withoutCodes(texts.target, codes).trim(),
    };
    const repairs = SIDES.flatMap((side) =>
      row.segments[side].flatMap(({ id, text }) => {
        const to = repairedEncoding(text);
        return to === null ? [] : [{ side, segment: id, from: text, to }];
      }),
    );
    const damaged: MemoryFinding[] = repairs.length > 0 ? [{ code: 'encoding-damage', bead, repairs }] : [];
    if (!plain.source || !plain.target) return [...damaged, { code: 'empty-side', bead }];
    const before = seenBefore(bead, texts, plain);
    const found: (MemoryFinding | null)[] = [
      before.twin === undefined ? null : { code: 'duplicate', bead, other: before.twin },
      before.contradiction,
      plain.source === plain.target && /\p{L}{3}.*\s\p{L}/u.test(plain.source)
        ? { code: 'identical-sides', bead }
        : null,
      SIDES.some((side) => isOther(plain[side], languages[`${side}Language`], languageOf))
        ? { code: 'wrong-language', bead }
        : null,
      codes.size > 0 && codesIn(texts.source, codes) !== codesIn(texts.target, codes)
        ? { code: 'codes-differ', bead }
        : null,
      isOdd(plain, usual) ? { code: 'odd-length', bead } : null,
    ];
    return [...damaged, ...found.filter((finding) => finding !== null)];
  };
}

type Texts = Readonly<Record<Side, string>>;

/** A source that has been seen, with its first translation and the bead of that; and with further ones where it has several, as few have. */
interface SeenSource {
  readonly bead: number;
  readonly target: string;
  others: Map<string, number> | null;
  rival: Rival;
}

/** The first translation of a source that others are held against, and, once it has been asked, whether it is wrong. */
interface Rival {
  readonly bead: number;
  readonly target: string;
  faulty?: boolean;
}

function isOther(text: string, language: string, languageOf: TellLanguage): boolean {
  // Names and addresses are of no language: "Le président Xi Jinping a rencontré Vladimir Poutine."
  if (text.length < MIN_TEXT_LENGTH) return false;
  const words = text.replace(ADDRESS, '').replace(NAME_WITHIN, '').replace(/\s+/gu, ' ');
  if (words.length < MIN_TEXT_LENGTH) return false;
  const detected = languageOf(words, language);
  return detected !== null && !sameLanguage(detected, language);
}

const ADDRESS = /\S*[@/]\S*/gu;

/** A word with a capital that does not begin a sentence. */
const NAME_WITHIN = /\p{Lu}(?<=[^\s.!?]\s\p{Lu})[\p{L}\p{M}’'-]*/gu;

function codesIn(text: string, codes: InlineCodes): string {
  return partsAtCodes(text, codes)
    .flatMap((part) => (typeof part === 'string' ? [] : [`${part.kind} ${part.data || part.element}`]))
    .sort()
    .join('\n');
}

/** The usual logarithm of target to source length, and its spread. */
export interface Proportion {
  readonly middle: number;
  readonly spread: number;
}

/** Measures the usual proportion of the lengths of a memory's rows, by median and quartiles. */
export function proportionMeasure() {
  const logs: number[] = [];
  return {
    note(row: Row, languages: Pick<Bitext, 'sourceLanguage' | 'targetLanguage'>): void {
      if (row.bead.status === 'excluded') return;
      const { source, target } = rowTexts(plainRow(row), languages);
      if (source.length >= MIN_TEXT_LENGTH && target.length > 0) logs.push(Math.log(target.length / source.length));
    },
    usual(): Proportion {
      if (logs.length < 20) return { middle: 0, spread: 0.35 };
      logs.sort((a, b) => a - b);
      const at = (share: number) => logs[Math.floor(share * (logs.length - 1))]!;
      return { middle: at(0.5), spread: Math.max(0.15, (at(0.75) - at(0.25)) / 1.35) };
    },
  };
}

function isOdd({ source, target }: Record<Side, string>, { middle, spread }: Proportion): boolean {
  if (Math.max(source.length, target.length) < MIN_TEXT_LENGTH) return false;
  return Math.abs(Math.log(target.length / source.length) - middle) > ODD_DEVIATIONS * spread;
}
