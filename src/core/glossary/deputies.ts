import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept } from './concept.ts';
import type { TermHit } from './hits.ts';
import { type Word, wordsOf } from './words/words.ts';

/** Whether a post stands behind a word that makes another of it: "deputy finance minister". */
export function isDeputy(
  { concept, start }: TermHit<AnyConcept>,
  words: readonly Word[],
  text: string,
  pack: LanguagePack,
): boolean {
  if (concept.kind !== 'role') return false;
  const deputies = deputiesOf(pack);
  if (deputies.size === 0) return false;
  const at = words.findLastIndex((word) => word.end <= start);
  const before = words[at];
  if (!before || !/^[\s\u00a0-]*$/u.test(text.slice(before.end, start))) return false;
  return [...before.genderKeys, before.basic].some((key) => deputies.has(key));
}

const deputiesOf = onceFor(
  (pack: LanguagePack): ReadonlySet<string> =>
    new Set([...(pack.heads?.deputies ?? [])].flatMap((word) => wordsOf(word, pack).map(({ basic }) => basic))),
);
