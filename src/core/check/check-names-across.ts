import { sameName } from '../glossary/names.ts';
import { msg } from '../message.ts';
import { scriptOf } from '../text/language-tag.ts';
import { likenessAcross } from './names/likeness.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';

/** First names that are this likely one are; family names this unlikely are two. */
const SAME_NAME_FROM = 0.75;
const OTHER_NAME_BELOW = 0.2;
/** Where no capitals say what is a name, any word may be the one. */
const OTHER_WORD_BELOW = 0.1;

/**
 * Names of people in another script, with capitals or with words apart: the same first name before two family names that cannot be one,
 * "Linda Hargrove" and «Линда Хартли». What is transliterated in one of many ways is one.
 */
export function checkNamesAcross({ source, target, packs }: CheckedTexts): RowFinding[] {
  if (scriptOf(packs.source.language) === scriptOf(packs.target.language)) return [];
  const own = namesIn(source);
  if (own.length === 0) return [];
  const other = HAS_CAPITALS.test(target) ? namesIn(target) : ABJAD.test(target) ? wordPairsIn(target) : [];
  const unlikely = HAS_CAPITALS.test(target) ? OTHER_NAME_BELOW : OTHER_WORD_BELOW;
  const [from, to] = [packs.source, packs.target];
  const findings: RowFinding[] = [];
  for (const one of own) {
    const two = other.find(({ first }) => sameName(one.first, from, first, to) >= SAME_NAME_FROM);
    if (!two || likenessAcross(one.last, from, two.last, to) >= unlikely) continue;
    // The family name may stand elsewhere, or before the first name.
    if (
      other.some(
        ({ first, last }) =>
          sameName(one.last, from, last, to) >= unlikely || sameName(one.last, from, first, to) >= unlikely,
      )
    )
      continue;
    findings.push({
      code: 'name',
      severity: 'warning',
      source: one.span,
      target: two.span,
      found: two.last,
      expected: one.last,
      suggestion: null,
      reason: msg('The source writes “{expected}”, the translation “{found}”.', {
        expected: one.last,
        found: two.last,
      }),
    });
  }
  return findings;
}

interface PersonName {
  readonly first: string;
  readonly last: string;
  /** Of the family name. */
  readonly span: Span;
}

const NAME = /(?<![\p{L}\p{M}])(\p{Lu}\p{Ll}[\p{Ll}\p{M}]+)[ \u00a0](?=(\p{Lu}\p{Ll}[\p{Ll}\p{M}'’-]{2,}))/gu;

function namesIn(text: string): PersonName[] {
  return [...text.matchAll(NAME)].map((match) => {
    const [whole, first = '', last = ''] = match;
    const start = match.index + whole.length;
    return { first, last, span: { start, end: start + last.length } };
  });
}

const HAS_CAPITALS = /\p{Lu}\p{Ll}/u;
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const ABJAD_PAIR = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,})[ \u00a0](?=([\p{L}\p{M}]{3,}))/gu;

/** Where no capitals say what is a name: each word with the one behind it. */
function wordPairsIn(text: string): PersonName[] {
  return [...text.matchAll(ABJAD_PAIR)].map((match) => {
    const [whole, first = '', last = ''] = match;
    const start = match.index + whole.length;
    return { first, last, span: { start, end: start + last.length } };
  });
}
