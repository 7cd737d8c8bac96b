import type { LanguagePack } from '../../text/language-pack.ts';
import type { StoredConcept } from '../concept.ts';
import type { TermHit } from '../hits.ts';
import { namePatterns } from '../name-patterns.ts';
import { wordRules } from '../words/word-rules.ts';

type Hit = TermHit<StoredConcept>;

/** A title and the person beside whom it stands. */
export interface TitledPerson {
  readonly title: Hit;
  readonly person: Hit;
}

/**
 * Titles and the people beside them: "le ministre Jean Blanc", "Jean Blanc, ministre"; between a title and the name
 * behind it adjectives and what it is of may stand: "le ministre français de l’Europe, Jean Blanc".
 * @param hits of the text, in order
 */
export function titledPeople(text: string, hits: readonly Hit[], pack: LanguagePack): TitledPerson[] {
  const { beside } = namePatterns(pack.shared.nameWords);
  return hits.flatMap((first, i): TitledPerson[] => {
    const next = hits[i + 1];
    if (!next) return [];
    if (first.concept.kind === 'person') {
      const isBeside = next.concept.kind === 'role' && beside.test(text.slice(first.end, next.start));
      return isBeside ? [{ title: next, person: first }] : [];
    }
    if (first.concept.kind !== 'role') return [];
    // A country or body that the post is of may be a term as well.
    const person = isComplement(next) ? hits[i + 2] : next;
    if (person?.concept.kind !== 'person') return [];
    return standsBeside(text.slice(first.end, person.start), pack) ? [{ title: first, person }] : [];
  });
}

function isComplement({ concept }: Hit): boolean {
  return concept.kind === 'place' || concept.kind === 'organisation';
}

function standsBeside(between: string, pack: LanguagePack): boolean {
  const { beside, complementName } = namePatterns(pack.shared.nameWords);
  if (beside.test(between)) return true;
  const rest = withoutAdjectives(between, pack);
  return beside.test(rest) || beside.test(rest.replace(complementName, ''));
}

/** Adjectives that may follow a title. */
const MAX_ADJECTIVES = 2;

function withoutAdjectives(between: string, pack: LanguagePack): string {
  const { adjective } = wordRules(pack);
  let rest = between;
  for (let k = 0; k < MAX_ADJECTIVES; k++) {
    const [whole = '', word = ''] = /^[\s\u00a0]+(\p{Ll}[\p{L}\p{M}-]*)/u.exec(rest) ?? [];
    if (!whole || !adjective.test(word.split('-').at(-1) ?? '')) return rest;
    rest = rest.slice(whole.length);
  }
  return rest;
}
