import type { Bitext, Sides } from './bitext.ts';

/** The beads of a bitext by the places of their segments, from 0, instead of by their numbers. */
export function indexBeads({ source, target, beads }: Bitext): Sides[] {
  const placesOf = (segments: Bitext['source']) => new Map(segments.map(({ id }, i) => [id, i]));
  const places = { source: placesOf(source), target: placesOf(target) };
  return beads.map((bead) => ({
    source: bead.source.map((id) => places.source.get(id)!),
    target: bead.target.map((id) => places.target.get(id)!),
  }));
}
