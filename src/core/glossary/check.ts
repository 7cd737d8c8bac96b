import { onceFor } from '../once-for.ts';
import { folded } from '../text/fold.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { sameLanguage } from '../text/language-tag.ts';
import type { AnyConcept, Term } from './concept.ts';
import type { TermHit } from './hits.ts';
import { termMatcher } from './matching.ts';
import { misspeltName } from './misspelt-names.ts';
import { wordsOf } from './words/words.ts';

/** Where a translation departs from the glossary. */
export interface TermFinding<C extends AnyConcept = AnyConcept> {
  /** The term is not there on the other side, a person's name is misspelt there, or one stands there that is not to be used. */
  readonly code:
    | 'term-missing'
    | 'term-untranslated'
    | 'name-misspelt'
    | 'term-deprecated'
    | 'term-forbidden'
    | 'title-gender'
    | 'title-holder';
  readonly concept: C;
  /** The words in question: of the source for a missing term, else of the target. */
  readonly found: string;
  /** What to write instead, or who held the post; empty where the glossary names nothing. */
  readonly expected: string;
  /** How a text of the target reads with the expected term: its place among them, from 0. Null where none can be put in. */
  readonly correction: { readonly text: string; readonly at: number } | null;
}

/** A side of a bead: its texts, the terms found in each, and its language. */
export interface CheckedSide<C extends AnyConcept> {
  readonly pack: LanguagePack;
  readonly texts: readonly { readonly text: string; readonly hits: readonly TermHit<C>[] }[];
}

/** The terms of a row, by segment, and where its translation departs from the glossary. */
export interface CheckedRow<C extends AnyConcept> {
  readonly hits: ReadonlyMap<number, readonly TermHit<C>[]>;
  readonly findings: readonly TermFinding<C>[];
}

/**
 * Compares the terms of a source with those of its translation. A person may
 * go on by the family name alone; where one word names several concepts, any
 * of them will do. A side without text has nothing to compare.
 * @param surnames forms of the names that people of the glossary are called alone by in the target's language
 */
export function checkTerms<C extends AnyConcept>(
  source: CheckedSide<C>,
  target: CheckedSide<C>,
  surnames: ReadonlySet<string> = new Set(),
): TermFinding<C>[] {
  if (source.texts.length === 0 || target.texts.length === 0) return [];
  return [...missingTerms(source, target, surnames), ...termsNotToUse(target)];
}

function missingTerms<C extends AnyConcept>(
  source: CheckedSide<C>,
  target: CheckedSide<C>,
  surnames: ReadonlySet<string>,
): TermFinding<C>[] {
  // A former holder's post is named by the same words.
  const there = target.texts.flatMap(({ hits }) =>
    hits.flatMap(({ concept, otherPost }) => (otherPost === 'deputy' ? [] : [concept])),
  );
  const findings = new Map<C, TermFinding<C>>();
  for (const { text, hits } of source.texts) {
    for (const { concept, term, start, end, part, short, otherPost } of hits) {
      if (part || otherPost) continue;
      const slip =
        concept.kind === 'person' && !there.includes(concept) ? slipIn(concept, source, target, surnames) : null;
      if (slip && !findings.has(concept)) findings.set(concept, slip);
      if (short || slip) continue;
      const expected = bestTerm(concept, target.pack.language);
      if (!expected || findings.has(concept)) continue;
      if (there.some((other) => other === concept || isNamed(other, term))) continue;
      if (standsWithin(concept, target) || goesByFamilyName(concept, target)) continue;
      if (concept.kind === 'place' && standsAsAdjective(expected, target)) continue;
      const found = text.slice(start, end);
      const left = concept.kind === 'person' || found === expected.text ? null : untranslated(found, expected, target);
      findings.set(concept, {
        code: left ? 'term-untranslated' : 'term-missing',
        concept,
        found,
        expected: expected.text,
        correction: left,
      });
    }
  }
  return [...findings.values()];
}

/** A person's surname that the target misspells, with the target as it ought to be. */
function slipIn<C extends AnyConcept>(
  concept: C,
  source: CheckedSide<C>,
  target: CheckedSide<C>,
  surnames: ReadonlySet<string>,
): TermFinding<C> | null {
  if (goesByFamilyName(concept, target)) return null;
  const words = new Set(
    source.texts.flatMap(({ text }) => wordsOf(text, source.pack).map(({ raw }) => raw.toLowerCase())),
  );
  const slip = misspeltName(concept, target, { words, known: surnames });
  if (!slip) return null;
  const { at, start, end, expected, found } = slip;
  const text = target.texts[at]!.text;
  const right = text.slice(0, start) + expected + text.slice(end);
  return { code: 'name-misspelt', concept, found, expected, correction: { text: right, at } };
}

/** How a target reads with the term in the place of the source's words, where these stand in it as they are. */
function untranslated(found: string, expected: Term, { texts }: CheckedSide<AnyConcept>): TermFinding['correction'] {
  for (const [at, { text }] of texts.entries()) {
    const start = text.indexOf(found);
    const end = start + found.length;
    const isWord =
      start >= 0 && !/[\p{L}\p{M}]$/u.test(text.slice(0, start)) && !/^[\p{L}\p{M}]/u.test(text.slice(end));
    if (isWord) return { text: text.slice(0, start) + expected.text + text.slice(end), at };
  }
  return null;
}

function termsNotToUse<C extends AnyConcept>({ pack, texts }: CheckedSide<C>): TermFinding<C>[] {
  return texts.flatMap(({ text, hits }, at) =>
    hits.flatMap(({ concept, term, start, end, short, otherPost }): TermFinding<C>[] => {
      if (otherPost === 'deputy') return [];
      if (term.status !== 'forbidden' && term.status !== 'deprecated') return [];
      const best = term.instead ?? bestTerm(concept, pack.language, term.gender)?.text ?? '';
      const expected = short ? nameInPlace(term.text, text.slice(start, end), best) : best;
      const inPlace = start === 0 ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected;
      // A word that stands within the term, “ministre russe de l’Extérieur”, would be lost.
      const whole = short || wordsOf(text.slice(start, end), pack).length === wordsOf(term.text, pack).length;
      const correction = expected && whole ? { text: text.slice(0, start) + inPlace + text.slice(end), at } : null;
      return [{ code: `term-${term.status}`, concept, found: text.slice(start, end), expected, correction }];
    }),
  );
}

/** The name in the place that another has in a spelling: the last one for the last. */
function nameInPlace(spelling: string, name: string, best: string): string {
  const parts = best.split(/[ \u00a0]/u);
  return (spelling.startsWith(name) ? parts[0] : parts.at(-1)) ?? best;
}

/** The term to use in a language: preferred before admitted, of the same gender if there is one. */
function bestTerm({ terms }: AnyConcept, language: string, gender: Term['gender'] = ''): Term | undefined {
  const inLanguage = terms.filter((term) => sameLanguage(term.language, language));
  const candidates = ['preferred', 'admitted'].flatMap((status) => inLanguage.filter((term) => term.status === status));
  return candidates.find((term) => gender !== '' && term.gender === gender) ?? candidates[0];
}

/** Whether a concept has a term that reads the same. */
function isNamed({ terms }: AnyConcept, { text, language }: Term): boolean {
  return terms.some((term) => term.text === text && sameLanguage(term.language, language));
}

/** Whether a term is there after all, within the longer term of another concept. */
function standsWithin(concept: AnyConcept, { pack, texts }: CheckedSide<AnyConcept>): boolean {
  const find = matchersIn(pack)(concept);
  return texts.some(({ text }) => find(text).length > 0);
}

/** The matcher of one concept, made once: a text names it again and again. */
const matchersIn = onceFor((pack: LanguagePack) => onceFor((concept: AnyConcept) => termMatcher([concept], pack)));

/** Whether a place is there by its people or its adjective, which begin as it does: Russie, russe; Corée, nord-coréen. */
function standsAsAdjective({ text }: Term, { pack, texts }: CheckedSide<AnyConcept>): boolean {
  const stem = (word: string) => folded(word).slice(0, STEM_LENGTH);
  const stems = new Set(
    wordsOf(text, pack)
      .filter(({ basic }) => basic.length >= STEM_LENGTH)
      .map(({ basic }) => stem(basic)),
  );
  return texts.some((one) => wordsOf(one.text, pack).some(({ basic }) => stems.has(stem(basic))));
}

/** How many letters a place's name shares with its adjective. */
const STEM_LENGTH = 4;

function goesByFamilyName(concept: AnyConcept, { pack, texts }: CheckedSide<AnyConcept>): boolean {
  if (concept.kind !== 'person') return false;
  const names = new Set(
    concept.terms
      .filter(
        (term) =>
          sameLanguage(term.language, pack.language) && term.status !== 'deprecated' && term.status !== 'forbidden',
      )
      .flatMap((term) => wordsOf(term.text, pack))
      .filter(({ basic }) => basic.length > 2)
      .flatMap(({ keys }) => [...keys]),
  );
  return texts.some(({ text }) =>
    wordsOf(text, pack).some(({ capital, keys }) => capital && [...keys].some((key) => names.has(key))),
  );
}
