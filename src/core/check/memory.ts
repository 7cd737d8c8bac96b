import { type Bitext, type Row, rowsOf, SIDES, type Side } from '../bitext/bitext.ts';
import { type InlineCodes, NO_INLINE_CODES, pairedParts, withoutCodes } from '../bitext/inline/codes.ts';
import { isStyleAlone } from '../bitext/inline/formatting.ts';
import { rowTexts } from '../bitext/row-text.ts';
import { sameLanguage } from '../text/language-tag.ts';
import { repairedEncoding } from './encoding-damage.ts';
import { MIN_TEXT_LENGTH, oddLengths } from './memory-units/odd-lengths.ts';
import { isSameHash, seenTexts, type TextHash, textHash } from './memory-units/seen-texts.ts';

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

/** What is known of a memory before its rows are checked one by one. */
interface MemoryFacts {
  /** Tells whether a translation is wrong in itself: what differs from a wrong one contradicts nothing. */
  readonly isFaulty: IsFaulty;
  /** Reads the translation of an earlier row again, without codes: asked where its source comes again with another one. */
  readonly targetOf: (bead: number) => Promise<string>;
}

/** A row of a memory with its texts, as they are and without codes. */
export interface MemoryUnit {
  readonly row: Row;
  readonly texts: Texts;
  readonly plain: Texts;
  /** Whether a side is in another language than it should be; asked of those with two sides. */
  readonly isForeign: () => boolean;
}

/** The texts of a row, as they are and without codes. */
export function unitTexts(
  row: Row,
  languages: Pick<Bitext, 'sourceLanguage' | 'targetLanguage'>,
  codes: InlineCodes,
): Pick<MemoryUnit, 'texts' | 'plain'> {
  const texts = rowTexts(row, languages);
  return {
    texts,
    plain: { source: withoutCodes(texts.source, codes), target: withoutCodes(texts.target, codes) },
  };
}

/** Tells whether the texts of a row, without codes, are a wrong translation. */
export type IsFaulty = (texts: Readonly<Record<Side, string>>) => boolean;

/**
 * Looks through a memory for what should not be in one.
 * @param languageOf tells languages; without it they are not checked
 * @param isFaulty tells wrong translations; without it every other one is a contradiction
 */
export async function checkMemory(
  bitext: Bitext,
  codes: InlineCodes = NO_INLINE_CODES,
  languageOf: TellLanguage = () => null,
  isFaulty: IsFaulty = () => false,
): Promise<MemoryFinding[]> {
  const rows = rowsOf(bitext);
  const places = new Map(bitext.beads.map(({ id }, place) => [id, place]));
  const targetOf = async (bead: number) => unitTexts(rows[places.get(bead)!]!, bitext, codes).plain.target;
  const checker = memoryChecker({ isFaulty, targetOf });
  const found: { readonly bead: number; readonly findings: readonly MemoryFinding[] }[] = [];
  for (const row of rows) {
    const { texts, plain } = unitTexts(row, bitext, codes);
    const isForeign = () => isOfOtherLanguage(plain, bitext, languageOf);
    found.push({ bead: row.bead.id, findings: await checker.check({ row, texts, plain, isForeign }, codes) });
  }
  const odd = new Set(checker.oddLengths());
  return found.flatMap(({ bead, findings }) =>
    odd.has(bead) ? [...findings, { code: 'odd-length' as const, bead }] : findings,
  );
}

/**
 * Checks the rows of a memory one after another, so that a long one is never whole in memory and read once: of the rows that
 * have been checked it keeps no text.
 */
export interface MemoryChecker {
  check(unit: MemoryUnit, codes: InlineCodes): Promise<MemoryFinding[]>;
  /** The beads whose lengths do not go together, for what has turned out to be usual: known when all rows have been checked. */
  oddLengths(): number[];
}

export function memoryChecker({ isFaulty, targetOf }: MemoryFacts): MemoryChecker {
  const lengths = oddLengths();
  const [sources, pairs] = [seenTexts(), seenTexts()];
  /** By the first bead of their source. */
  const rivals = new Map<number, Rival>();
  /** The bead with the same two texts that came before, if any, and what the first translation of this source says to this one. */
  const seenBefore = async (bead: number, { source, target }: Texts, plain: Texts) => {
    const hash = textHash(source);
    const first = sources.note(hash, bead);
    const twin = pairs.note(textHash(target, hash), bead);
    if (first === null || twin !== null) return { twin, contradiction: null };
    return { twin, contradiction: await contradiction(bead, first, plain) };
  };
  const contradiction = async (bead: number, first: number, plain: Texts): Promise<MemoryFinding | null> => {
    const rival = rivals.get(first) ?? (await rivalOf(first, targetOf));
    rivals.set(first, rival);
    const target = textHash(plain.target);
    if (isSameHash(rival.target, target) || isFaulty(plain)) return null;
    rival.faulty ??= isFaulty({ source: plain.source, target: (await targetOf(rival.bead)).trim() });
    if (!rival.faulty) return { code: 'other-translation', bead, other: rival.bead };
    rivals.set(first, { bead, target, faulty: false });
    return null;
  };
  const check = async (unit: MemoryUnit, codes: InlineCodes): Promise<MemoryFinding[]> => {
    const { row, texts, plain: written, isForeign } = unit;
    if (row.bead.status === 'excluded') return [];
    const bead = row.bead.id;
    const plain = { source: written.source.trim(), target: written.target.trim() };
    const repairs = SIDES.flatMap((side) =>
      row.segments[side].flatMap(({ id, text }) => {
        const to = repairedEncoding(text);
        return to === null ? [] : [{ side, segment: id, from: text, to }];
      }),
    );
    const damaged: MemoryFinding[] = repairs.length > 0 ? [{ code: 'encoding-damage', bead, repairs }] : [];
    if (!plain.source || !plain.target) {
      lengths.measure(written);
      return [...damaged, { code: 'empty-side', bead }];
    }
    lengths.note(bead, written, plain);
    const before = await seenBefore(bead, texts, plain);
    const found: (MemoryFinding | null)[] = [
      before.twin === null ? null : { code: 'duplicate', bead, other: before.twin },
      before.contradiction,
      plain.source === plain.target && /\p{L}{3}.*\s\p{L}/u.test(plain.source)
        ? { code: 'identical-sides', bead }
        : null,
      isForeign() ? { code: 'wrong-language', bead } : null,
      codes.size > 0 && codesIn(texts.source, codes) !== codesIn(texts.target, codes)
        ? { code: 'codes-differ', bead }
        : null,
    ];
    return [...damaged, ...found.filter((finding) => finding !== null)];
  };
  return { check, oddLengths: () => lengths.beads() };
}

/** Whether a side of a row, without codes, is in another language than it should be. */
export function isOfOtherLanguage(
  plain: Texts,
  { sourceLanguage, targetLanguage }: Pick<Bitext, 'sourceLanguage' | 'targetLanguage'>,
  languageOf: TellLanguage,
): boolean {
  return (
    isOther(plain.source.trim(), sourceLanguage, languageOf) || isOther(plain.target.trim(), targetLanguage, languageOf)
  );
}

type Texts = Readonly<Record<Side, string>>;

/** The first translation of a source that others are held against, and, once it has been asked, whether it is wrong. */
interface Rival {
  readonly bead: number;
  readonly target: TextHash;
  faulty?: boolean;
}

async function rivalOf(bead: number, targetOf: MemoryFacts['targetOf']): Promise<Rival> {
  return { bead, target: textHash((await targetOf(bead)).trim()) };
}

function isOther(text: string, language: string, languageOf: TellLanguage): boolean {
  // Names and addresses are of no language: "Le président Xi Jinping a rencontré Vladimir Poutine."
  if (text.length < MIN_TEXT_LENGTH) return false;
  const named = MAY_BE_ADDRESS.test(text) ? text.replace(ADDRESS, '') : text;
  const bare = CAPITAL_WITHIN.test(named) ? named.replace(NAME_WITHIN, '') : named;
  const words = LONG_SPACE.test(bare) ? bare.replace(/\s+/gu, ' ') : bare;
  if (words.length < MIN_TEXT_LENGTH) return false;
  const detected = languageOf(words, language);
  return detected !== null && !sameLanguage(detected, language);
}

// What is seen at once to be nowhere is not looked for.
const MAY_BE_ADDRESS = /[@/]/u;
const CAPITAL_WITHIN = /\s\p{Lu}/u;
const LONG_SPACE = /\s\s|[^\S ]/u;

const ADDRESS = /\S*[@/]\S*/gu;

/** A word with a capital that does not begin a sentence. */
const NAME_WITHIN = /\p{Lu}(?<=[^\s.!?]\s\p{Lu})[\p{L}\p{M}’'-]*/gu;

/** The codes of a text that have to be in its translation; what is bold in one language need not be in the other. */
function codesIn(text: string, codes: InlineCodes): string {
  const placed = pairedParts(text, codes).filter((part) => typeof part !== 'string');
  // What closes a stretch does not say in every format what it is.
  const styles = new Set(placed.filter(({ code }) => isStyleAlone(code)).map(({ number }) => number));
  return placed
    .flatMap(({ code, number }) => (styles.has(number) ? [] : [`${code.kind} ${code.data || code.element}`]))
    .sort()
    .join('\n');
}
