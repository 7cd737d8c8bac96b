import { closeness, sameLanguage } from '../../text/language-tag.ts';

/** A word with a translation, as a lexicon of two languages has it. */
export interface TaggedEntry {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/**
 * The entries that serve a pair of languages, read from source to target: those of the same two languages in any variety,
 * turned round where need be. Of a word the entries of the nearest variety alone count, so that what is known of pt-BR
 * goes before what is known of pt, and pt serves where pt-BR has nothing.
 */
export function nearestEntries(
  entries: readonly TaggedEntry[],
  from: string,
  to: string,
): Omit<TaggedEntry, 'from' | 'to'>[] {
  const fitting = entries.flatMap((entry) => {
    const there = nearness(entry.from, entry.to, from, to);
    const back = nearness(entry.to, entry.from, from, to);
    if (there < 0 && back < 0) return [];
    const { source, target, weight } = entry;
    return there >= back
      ? [{ near: there, entry: { source, target, weight } }]
      : [{ near: back, entry: { source: target, target: source, weight } }];
  });
  const best = new Map<string, number>();
  for (const { near, entry } of fitting) best.set(entry.source, Math.max(near, best.get(entry.source) ?? near));
  return fitting.flatMap(({ near, entry }) => (near === best.get(entry.source) ? [entry] : []));
}

/** How near two languages are to those that are asked for; below 0 where they are others. */
function nearness(a: string, b: string, from: string, to: string): number {
  return sameLanguage(a, from) && sameLanguage(b, to) ? closeness(from, a) + closeness(to, b) : -1;
}
