import { msg } from '../message.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';

/** Texts of fewer characters, as English counts, have no proportion; where a sentence is gone, a shorter one tells. */
const MIN_LENGTHS = { alone: 60, sentence: 40, added: 45 };
/** A text of this share of the usual length has lost something; where it has a sentence more, this share is too much. */
const LOST_SHARES = { alone: 0.52, more: 1.45 };
/** Nothing is lost from what is longer, whatever its sentences. */
const MAX_LOST_SHARE = 0.86;
/** What is so long, and so much longer than its source, has something added, however short that is. */
const ADDED_FROM = { length: 100, share: 2.5 };

/** A translation that has too little, or too much, for its source: by its length, and by its sentences. */
export function checkProportion({ source, target, packs }: CheckedTexts): RowFinding[] {
  const expected = source.length * (packs.target.checks.length / packs.source.checks.length);
  const share = target.length / expected;
  if (share >= MAX_LOST_SHARE && share <= LOST_SHARES.more) return [];
  const [own, other] = [sentencesIn(source, packs.source), sentencesIn(target, packs.target)];
  const measured = source.length / packs.source.checks.length;
  const lost =
    (measured >= MIN_LENGTHS.alone && share < LOST_SHARES.alone) ||
    (measured >= MIN_LENGTHS.sentence && other.length < own.length && share < shareWithout(own)) ||
    (measured >= MIN_LENGTHS.alone && other.length === own.length && share < shareWithoutClause(source, target));
  const added =
    (measured >= MIN_LENGTHS.added &&
      (share > 1 / LOST_SHARES.alone || (other.length > own.length && share > LOST_SHARES.more))) ||
    (target.length / packs.target.checks.length >= ADDED_FROM.length && share > ADDED_FROM.share);
  if (!lost && !added) return [];
  return [
    {
      code: lost ? 'omission' : 'addition',
      severity: 'warning',
      source: { start: 0, end: source.length },
      target: { start: 0, end: target.length },
      found: String(target.length),
      expected: String(Math.round(expected)),
      suggestion: null,
      reason: lost
        ? msg('The translation is much shorter than its source: {share}% of the usual length.', {
            share: String(Math.round(share * 100)),
          })
        : msg('The translation is much longer than its source: {share}% of the usual length.', {
            share: String(Math.round(share * 100)),
          }),
    },
  ];
}

/** The share at which a text is nearer to one without its shortest sentence than to the whole. */
function shareWithout(lengths: readonly number[]): number {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return Math.min(MAX_LOST_SHARE, Math.max(0.7, 1 - Math.min(...lengths) / total / 2));
}

/** So much shorter than half-way between a text and the same without a clause, a translation has lost the clause. */
const CLAUSE_MARGIN = 0.12;
const CLAUSE = /[,،，—–(]\s?([^,،，—–()]{15,})(?=[,،，—–)])/gu;
const CLAUSE_SIGNS = /[,،，、—–()（]/gu;

/** The share at which a text has lost what stands between two commas, dashes or brackets of the source, and the signs with it; 0 where it has them. */
function shareWithoutClause(source: string, target: string): number {
  const clauses = [...source.matchAll(CLAUSE)].map((match) => match[1]!.length);
  const count = (text: string) => text.match(CLAUSE_SIGNS)?.length ?? 0;
  if (clauses.length === 0 || count(target) > count(source) - 2) return 0;
  return 1 - Math.max(...clauses) / source.length / 2 - CLAUSE_MARGIN;
}

/** The lengths of a text's sentences. */
function sentencesIn(text: string, pack: LanguagePack): number[] {
  const ends: number[] = [0];
  for (const match of text.matchAll(
    /([\p{L}\p{M}.]*)[.!?…؟]+["»”’)]*\s+(?=["«“„(¿¡]?\s?[\p{Lu}\p{Lo}])|[。！？]+[”」』]*(?=.)/gu,
  )) {
    const word = match[1]?.toLowerCase() ?? '';
    if (
      word &&
      (word.length === 1 || word.includes('.') || pack.titles.includes(word) || pack.abbreviations.includes(word))
    )
      continue;
    ends.push(match.index + match[0].length);
  }
  return ends.map((start, i) => (ends[i + 1] ?? text.length) - start);
}
