import type { Band } from '../search/band.ts';
import type { BeadRow, BeadScorer } from '../search/lattice.ts';
import type { Shape } from '../search/shapes.ts';
import type { Associations } from './associations.ts';
import type { SideTokens } from './side-tokens.ts';

/**
 * What crosses the seams within a bead that has several segments on both sides: words at the end of a segment that
 * translate words at the beginning of the next one opposite, or the other way round. So a clause shows that went over
 * into the neighbouring sentence. The words alone do not: a bead twice as long halves what each of them is worth.
 * @param reach how many segments a bead holds at most on a side
 */
export function seamScorer(
  source: SideTokens,
  target: SideTokens,
  pairs: Associations,
  band: Band,
  { weight, least, reach }: { readonly weight: number; readonly least: number; readonly reach: number },
): BeadScorer {
  const crossings = crossingLinks(source, target, pairs);
  /** Per seam of the source, by its place in the ring: what crosses it at each seam of the target from `first` on. */
  const rows: { first: number; links: Float64Array }[] = [];
  return {
    addRow(row, shapes) {
      const { i } = row;
      if (i < 2) return;
      const first = Math.max(0, band.low[i]! - reach);
      rows[(i - 2) % reach] = { first, links: crossings(i - 2, first, band.high[i]! - 1) };
      for (const [k, shape] of shapes.entries())
        if (shape.source > 1 && shape.target > 1) add(row, shapes.length, k, shape);
    },
  };

  function add({ i, first, last, low, sums }: BeadRow, width: number, k: number, shape: Shape): void {
    for (let j = first[k]!, at = (j - low) * width + k; j <= last[k]!; j++, at += width) {
      let sum = 0;
      for (let a = 1; a < shape.source; a++) {
        const seams = rows[(i - shape.source + a - 1) % reach]!;
        for (let b = 1; b < shape.target; b++) {
          if (isOpposite(a, b, shape)) sum += seams.links[j - shape.target + b - 1 - seams.first] ?? 0;
        }
      }
      if (sum > least) sums[at] = sums[at]! + weight * (sum - least);
    }
  }
}

/** Whether the seams behind the first `a` and `b` segments of a bead are as far in it, as far as that can be. */
function isOpposite(a: number, b: number, { source, target }: Shape): boolean {
  return Math.abs(a * target - b * source) < Math.max(source, target);
}

/** For the seam behind a source segment: what crosses it at each seam of the target behind segments `first` to `end`, exclusive. */
function crossingLinks(source: SideTokens, target: SideTokens, pairs: Associations) {
  // The strongest link to each target type from the words near the seam, and from the segment straight opposite.
  const near = new Float64Array(target.types.length);
  const straight = new Float64Array(target.types.length);
  return (p: number, first: number, end: number): Float64Array => {
    const links = new Float64Array(Math.max(0, end - first));
    addLinks(links, first, p, p + 1, true);
    addLinks(links, first, p + 1, p, false);
    return links;
  };

  function addLinks(links: Float64Array, first: number, segment: number, opposite: number, atEnd: boolean): void {
    note(near, segment, (place) => nearness(place, atEnd));
    note(straight, opposite, () => 1);
    for (let k = 0; k < links.length; k++) {
      const other = first + k + (atEnd ? 1 : 0);
      const [begin, end] = [target.offsets[other]!, target.offsets[other + 1]!];
      for (let at = begin; at < end; at++) {
        const type = target.tokens[at]!;
        const more = near[type]! - straight[type]!;
        if (more > 0) links[k] = links[k]! + more * nearness((at - begin + 0.5) / (end - begin), !atEnd);
      }
    }
    clear(near, segment);
    clear(straight, opposite);
  }

  function note(strongest: Float64Array, segment: number, weigh: (place: number) => number): void {
    const [begin, end] = [source.offsets[segment]!, source.offsets[segment + 1]!];
    for (let at = begin; at < end; at++) {
      const weight = weigh((at - begin + 0.5) / (end - begin));
      if (weight === 0) continue;
      const type = source.tokens[at]!;
      for (let e = pairs.rows[type]!; e < pairs.rows[type + 1]!; e++) {
        const link = weight * Math.sqrt(pairs.forward[e]! * pairs.backward[e]!);
        const t = pairs.target[e]!;
        if (link > strongest[t]!) strongest[t] = link;
      }
    }
  }

  function clear(strongest: Float64Array, segment: number): void {
    for (let at = source.offsets[segment]!; at < source.offsets[segment + 1]!; at++) {
      const type = source.tokens[at]!;
      for (let e = pairs.rows[type]!; e < pairs.rows[type + 1]!; e++) strongest[pairs.target[e]!] = 0;
    }
  }
}

/** How near a place of a segment, as a share of it, is to its end or beginning: 1 there, 0 in the farther half. */
function nearness(place: number, toEnd: boolean): number {
  return Math.max(0, 2 * (toEnd ? place : 1 - place) - 1);
}
