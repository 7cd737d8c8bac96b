import type { LanguagePack } from '../../text/language-pack.ts';
import { primarySubtag } from '../../text/language-tag.ts';
import type { Association } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';
import { alignmentTokens } from './tokens.ts';

/** Which tokens of one language translate which of another, from 0 to 1: `lexicon.get(source)?.get(target)`. */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A concept of the seed lexicon: its word forms by language. */
export type SeedConcept = Readonly<Record<string, readonly string[]>>;

/** The seed lexicon as a lexicon for one pair of languages; empty where it does not have both. */
export function seedLexicon(concepts: readonly SeedConcept[], source: LanguagePack, target: LanguagePack): Lexicon {
  const lexicon = new Map<string, Map<string, number>>();
  for (const concept of concepts) {
    const sources = stemsOf(concept[primarySubtag(source.language)], source);
    const targets = stemsOf(concept[primarySubtag(target.language)], target);
    for (const s of sources) for (const t of targets) add(lexicon, s, t, 1);
  }
  return lexicon;
}

/**
 * The entries of a lexicon for the tokens that stand in a text pair. A token
 * with several translations shares its probability among them, in both directions.
 * @param strength probability that a known translation is used at all
 */
export function knownAssociations(
  lexicon: Lexicon,
  source: SideTokens,
  target: SideTokens,
  strength: number,
): Association[] {
  const targetTypes = new Map(target.types.map((token, t) => [token, t]));
  const found: { source: number; target: number; weight: number }[] = [];
  const perSource = new Map<number, number>();
  const perTarget = new Map<number, number>();
  source.types.forEach((token, s) => {
    for (const [translation, weight] of lexicon.get(token) ?? []) {
      const t = targetTypes.get(translation);
      if (t === undefined) continue;
      found.push({ source: s, target: t, weight });
      perSource.set(s, (perSource.get(s) ?? 0) + weight);
      perTarget.set(t, (perTarget.get(t) ?? 0) + weight);
    }
  });
  return found.map((pair) => ({
    source: pair.source,
    target: pair.target,
    forward: (strength * pair.weight) / Math.max(1, perSource.get(pair.source) ?? 1),
    backward: (strength * pair.weight) / Math.max(1, perTarget.get(pair.target) ?? 1),
  }));
}

/** A lexicon of word pairs, such as one that a user brings; entries that are not single words are left out. */
export function lexiconOf(
  entries: readonly { source: string; target: string; weight: number }[],
  from: LanguagePack,
  to: LanguagePack,
): Lexicon {
  const lexicon = new Map<string, Map<string, number>>();
  for (const { source, target, weight } of entries) {
    const [s, t] = [[...stemsOf([source], from)][0], [...stemsOf([target], to)][0]];
    if (s !== undefined && t !== undefined) add(lexicon, s, t, weight);
  }
  return lexicon;
}

/** Several lexicons as one; where they agree on a pair the larger weight holds. */
export function mergedLexicon(lexicons: readonly Lexicon[]): Lexicon {
  const merged = new Map<string, Map<string, number>>();
  for (const lexicon of lexicons) {
    for (const [source, row] of lexicon) for (const [target, weight] of row) add(merged, source, target, weight);
  }
  return merged;
}

function add(lexicon: Map<string, Map<string, number>>, source: string, target: string, weight: number): void {
  const row = lexicon.get(source) ?? new Map<string, number>();
  row.set(target, Math.max(weight, row.get(target) ?? 0));
  lexicon.set(source, row);
}

/** A form's token; one that the tokeniser cuts into several is left out. */
function stemsOf(forms: readonly string[] | undefined, pack: LanguagePack): Set<string> {
  return new Set(
    (forms ?? []).map((form) => alignmentTokens(form, pack)).flatMap((tokens) => (tokens.length === 1 ? tokens : [])),
  );
}
