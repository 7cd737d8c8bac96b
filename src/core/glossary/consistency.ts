import type { Row } from '../bitext/bitext.ts';
import { onceFor } from '../once-for.ts';
import { ownCopy } from '../own-copy.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import type { CheckedRow } from './check.ts';
import type { StoredConcept } from './concept.ts';
import { sameName } from './names.ts';
import { wordsOf } from './words/words.ts';

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
const SAME_NAME_FROM = 0.9;

/** Looks through a whole translation for terms and names that are written in two ways. */
export function checkConsistency(
  rows: readonly Row[],
  checked: readonly CheckedRow<StoredConcept>[],
  pack: LanguagePack,
): ConsistencyFinding[] {
  const check = consistencyCheck(pack);
  rows.forEach((row, k) => {
    if (checked[k]) check.note(row, checked[k]);
  });
  return check.findings();
}

/** The same for a text that is never whole in memory: its rows are noted one after another. */
export interface ConsistencyCheck {
  note(row: Row, checked: CheckedRow<StoredConcept>): void;
  findings(): ConsistencyFinding[];
}

export function consistencyCheck(pack: LanguagePack): ConsistencyCheck {
  const [terms, names] = [termUses(pack), nameUses(pack)];
  return {
    note(row, checked) {
      terms.note(row, checked);
      names.note(row, checked);
    },
    findings: () => [...terms.findings(), ...names.findings()],
  };
}

/** Terms of one concept that are used beside each other. */
function termUses(pack: LanguagePack): ConsistencyCheck {
  const uses = new Map<StoredConcept, Map<string, number[]>>();
  return {
    note({ bead, segments }, { hits }) {
      for (const { id } of segments.target) {
        for (const { concept, term } of hits.get(id) ?? []) {
          if (term.status === 'forbidden' || term.status === 'deprecated') continue;
          // A short form beside the long one is not inconsistent, nor is the other gender.
          if (term.type === 'shortForm' || term.type === 'acronym' || concept.kind === 'person') continue;
          const ways = uses.get(concept) ?? new Map<string, number[]>();
          uses.set(concept, ways);
          push(ways, term.text, bead.id);
        }
      }
    },
    findings: () =>
      [...uses].flatMap(([concept, ways]) => {
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
      }),
  };
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(ownCopy(key), [value]);
}

const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:[ \u00a0]\p{Lu}[\p{L}\p{M}’'-]+)+/gu;

/** The names of several words in a text, with where they stand. */
export function* namesIn(
  text: string,
  pack: LanguagePack,
): Generator<{ readonly name: string; readonly index: number }> {
  for (const found of text.matchAll(NAME)) {
    const whole = found[0];
    // The first word of a sentence has its capital from there.
    const opens = /(?:^|[.!?…:«“"]\s*)$/u.test(text.slice(0, found.index)) && wordsIn(whole).length > 2;
    const name = opens ? whole.replace(/^\S+\s/u, '') : whole;
    const first = wordsOf(name, pack)[0]?.raw.toLowerCase() ?? '';
    if (!startersOf(pack).has(first)) yield { name, index: found.index + whole.length - name.length };
  }
}

const startersOf = onceFor((pack: LanguagePack): ReadonlySet<string> => new Set(pack.starters));

/** Names of several words, outside what the glossary knows, that are one name in two spellings. */
function nameUses(pack: LanguagePack): ConsistencyCheck {
  const names = new Map<string, number[]>();
  return {
    note({ bead, segments }, checked) {
      for (const { id, text } of segments.target) {
        const hits = checked.hits.get(id) ?? [];
        for (const { name, index } of namesIn(text, pack)) {
          if (hits.some((hit) => index < hit.end && index + name.length > hit.start)) continue;
          push(names, name, bead.id);
        }
      }
    },
    findings: () => spellings(names, pack),
  };
}

/** Of names with their beads, those that are a rarer spelling of another. */
function spellings(names: ReadonlyMap<string, readonly number[]>, pack: LanguagePack): ConsistencyFinding[] {
  const list = [...names].sort((a, b) => b[1].length - a[1].length);
  // Two spellings of a name have one of their words in common, in one place: in a long text, few pairs have.
  const alike = new Map<string, number[]>();
  const keysOf = (name: string) => {
    const words = wordsIn(name);
    return words.map((word, at) => `${words.length} ${at} ${word}`);
  };
  list.forEach(([name], i) => {
    for (const key of keysOf(name)) push(alike, key, i);
  });
  const reported = new Set<number>();
  return list.flatMap(([usual], i) => {
    const near = new Set(keysOf(usual).flatMap((key) => alike.get(key) ?? []));
    return [...near]
      .filter((j) => j > i && !reported.has(j) && isSpelling(usual, list[j]![0], pack))
      .sort((a, b) => a - b)
      .map((j): ConsistencyFinding => {
        reported.add(j);
        const [found, beads] = list[j]!;
        return { code: 'name-variant', concept: null, found, expected: usual, beads };
      });
  });
}

function wordsIn(name: string): string[] {
  return name.split(/[ \u00a0]/u);
}

/** Whether two names of as many words differ in spelling alone. */
export function isSpelling(a: string, b: string, pack: LanguagePack): boolean {
  const [left, right] = [wordsIn(a), wordsIn(b)];
  if (left.length !== right.length) return false;
  // Jean and Jeanne, Chirac and Chiracs are forms, not spellings.
  if (left.some((word, i) => word !== right[i] && (word.startsWith(right[i]!) || right[i]!.startsWith(word))))
    return false;
  const sameWords = left.filter((word, i) => word === right[i]).length;
  return (
    sameWords > 0 &&
    left.every((word, i) => word === right[i] || sameName(word, pack, right[i]!, pack) > SAME_NAME_FROM)
  );
}
