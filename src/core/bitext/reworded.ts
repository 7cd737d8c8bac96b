import { type Bead, type Bitext, SIDES } from './bitext.ts';

/** The beads of a bitext that do not say what they said before, or are new: their words have changed, or what stands face to face. */
export function rewordedBeads(before: Bitext, after: Bitext): number[] {
  const was = wordsIn(before);
  return [...wordsIn(after)].filter(([id, words]) => was.get(id) !== words).map(([id]) => id);
}

function wordsIn(bitext: Bitext): Map<number, string> {
  const texts = {
    source: new Map(bitext.source.map(({ id, text }) => [id, text])),
    target: new Map(bitext.target.map(({ id, text }) => [id, text])),
  };
  const words = (bead: Bead) => JSON.stringify(SIDES.map((side) => bead[side].map((id) => [id, texts[side].get(id)])));
  return new Map(bitext.beads.map((bead) => [bead.id, words(bead)]));
}
