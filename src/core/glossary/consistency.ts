import type { Row } from '../bitext/bitext.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import type { CheckedRow } from './check.ts';
import type { StoredConcept } from './concept.ts';
import { sameName } from './names.ts';
import { wordsOf } from './words.ts';

/** Something that is said in two ways within one translation. */
export interface ConsistencyFinding {
  readonly code: 'term-inconsistent' | 'name-variant';
  /** The concept that two admitted terms are used for; null for a name that no glossary has. */
  readonly concept: StoredConcept | null;
  /** The rarer way, and the usual one. */
  readonly found: string;
  readonly expected: string;
  /** Beads in which the rarer way stands. */
  readonly beads: readonly number[];
}

/** Names that are this likely one are one, spelt in two ways. */
const ONE_NAME = 0.9;

/** Looks through a whole translation for terms and names that are said in two ways. */
export function checkConsistency(
  rows: readonly Row[],
  checked: readonly CheckedRow<StoredConcept>[],
  pack: LanguagePack,
): ConsistencyFinding[] {
  return [...twoTerms(rows, checked, pack), ...twoSpellings(rows, checked, pack)];
}

function twoTerms(
  rows: readonly Row[],
  checked: readonly CheckedRow<StoredConcept>[],
  pack: LanguagePack,
): ConsistencyFinding[] {
  const uses = new Map<StoredConcept, Map<string, number[]>>();
  rows.forEach(({ bead, segments }, k) => {
    for (const { id } of segments.target) {
      for (const { concept, term } of checked[k]?.hits.get(id) ?? []) {
        if (term.status === 'forbidden' || term.status === 'deprecated') continue;
        // A short form beside the long one is no wavering, nor is the other gender.
        if (term.type === 'shortForm' || term.type === 'acronym' || concept.kind === 'person') continue;
        const ways = uses.get(concept) ?? new Map<string, number[]>();
        ways.set(term.text, [...(ways.get(term.text) ?? []), bead.id]);
        uses.set(concept, ways);
      }
    }
  });
  return [...uses].flatMap(([concept, ways]) => {
    if (ways.size < 2) return [];
    const genders = new Set(
      [...ways.keys()].map(
        (text) =>
          concept.terms.find((term) => term.text === text && sameLanguage(term.language, pack.language))?.gender,
      ),
    );
    if (genders.size > 1) return [];
    const [usual, ...rarer] = [...ways].sort((a, b) => b[1].length - a[1].length);
    return rarer.map(([found, beads]) => ({
      code: 'term-inconsistent' as const,
      concept,
      found,
      expected: usual![0],
      beads,
    }));
  });
}

const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:[ \u00a0]\p{Lu}[\p{L}\p{M}’'-]+)+/gu;

/** Names of several words, outside what the glossary knows, that are one name in two spellings. */
function twoSpellings(
  rows: readonly Row[],
  checked: readonly CheckedRow<StoredConcept>[],
  pack: LanguagePack,
): ConsistencyFinding[] {
  const starters = new Set(pack.starters);
  const names = new Map<string, number[]>();
  rows.forEach(({ bead, segments }, k) => {
    for (const { id, text } of segments.target) {
      const hits = checked[k]?.hits.get(id) ?? [];
      for (const found of text.matchAll(NAME)) {
        const whole = found[0];
        // The first word of a sentence has its capital from there.
        const opens = /(?:^|[.!?…:«“"]\s*)$/u.test(text.slice(0, found.index)) && whole.split(/[ \u00a0]/u).length > 2;
        const name = opens ? whole.replace(/^\S+\s/u, '') : whole;
        const index = found.index + whole.length - name.length;
        const first = wordsOf(name, pack)[0]?.raw.toLowerCase() ?? '';
        if (starters.has(first) || hits.some((hit) => index < hit.end && index + name.length > hit.start)) continue;
        names.set(name, [...(names.get(name) ?? []), bead.id]);
      }
    }
  });
  const list = [...names].sort((a, b) => b[1].length - a[1].length);
  const findings: ConsistencyFinding[] = [];
  list.forEach(([usual], i) => {
    for (const [found, beads] of list.slice(i + 1)) {
      if (findings.some((finding) => finding.found === found)) continue;
      if (isSpelling(usual, found, pack.language)) {
        findings.push({ code: 'name-variant', concept: null, found, expected: usual, beads });
      }
    }
  });
  return findings;
}

/** Whether two names of as many words differ in spelling alone. */
function isSpelling(a: string, b: string, language: string): boolean {
  const [left, right] = [a.split(/[ \u00a0]/u), b.split(/[ \u00a0]/u)];
  if (left.length !== right.length) return false;
  // Jean and Jeanne, Chirac and Chiracs are forms, not spellings.
  if (left.some((word, i) => word !== right[i] && (word.startsWith(right[i]!) || right[i]!.startsWith(word))))
    return false;
  const sameWords = left.filter((word, i) => word === right[i]).length;
  return (
    sameWords > 0 &&
    left.every((word, i) => word === right[i] || sameName(word, language, right[i]!, language) > ONE_NAME)
  );
}
