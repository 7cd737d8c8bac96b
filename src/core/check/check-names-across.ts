import { sameName } from '../glossary/names.ts';
import { msg } from '../message.ts';
import { scriptOf } from '../text/language-tag.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';

/** First names that are this likely one are; family names this unlikely are two. */
const SAME_NAME_FROM = 0.75;
const OTHER_NAME_BELOW = 0.2;

/**
 * Names of people in another script with capitals: the same first name before two family names that cannot be one,
 * "Linda Hargrove" and «Линда Хартли». What is transliterated in one of many ways is one.
 */
export function checkNamesAcross({ source, target, packs }: CheckedTexts): RowFinding[] {
  if (scriptOf(packs.source.language) === scriptOf(packs.target.language) || !/\p{Lu}/u.test(target)) return [];
  const own = namesIn(source);
  if (own.length === 0) return [];
  const other = namesIn(target);
  const [from, to] = [packs.source, packs.target];
  const findings: RowFinding[] = [];
  for (const one of own) {
    const two = other.find(({ first }) => sameName(one.first, from, first, to) >= SAME_NAME_FROM);
    if (!two || sameName(one.last, from, two.last, to) >= OTHER_NAME_BELOW) continue;
    // The family name may stand elsewhere, or before the first name.
    if (
      other.some(
        ({ first, last }) =>
          sameName(one.last, from, last, to) >= OTHER_NAME_BELOW ||
          sameName(one.last, from, first, to) >= OTHER_NAME_BELOW,
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
