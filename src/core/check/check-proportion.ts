import { msg } from '../message.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';

/** Shorter texts have no proportion. */
const SHORT = 60;
/** What is left of a text, as a share of what was to be expected, if something was left out: at all; where a sentence is gone, too. */
const LOST = { alone: 0.52, sentence: 0.84 };

/** A translation that has too little, or too much, for its source: by its length, and by its sentences. */
export function checkProportion({ source, target, packs }: CheckedTexts): RowFinding[] {
  const expected = source.length * (packs.target.checks.length / packs.source.checks.length);
  if (Math.max(source.length / packs.source.checks.length, target.length / packs.target.checks.length) < SHORT)
    return [];
  const share = target.length / expected;
  const [own, other] = [sentencesIn(source, packs.source), sentencesIn(target, packs.target)];
  const lost = share < LOST.alone || (other < own && share < LOST.sentence);
  const added = share > 1 / LOST.alone || (other > own && share > 1 / LOST.sentence);
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

function sentencesIn(text: string, pack: LanguagePack): number {
  let count = 1;
  for (const match of text.matchAll(
    /([\p{L}\p{M}.]*)[.!?…؟]+["»”’)]*\s+(?=["«“„(¿¡]?\s?[\p{Lu}\p{Lo}])|[。！？]+[”」』]*(?=.)/gu,
  )) {
    const word = match[1]?.toLowerCase() ?? '';
    if (
      word &&
      (word.length === 1 || word.includes('.') || pack.titles.includes(word) || pack.abbreviations.includes(word))
    )
      continue;
    count += 1;
  }
  return count;
}
