/** Beads in the field's notation: "1-1 2-1 0-1". */
export function shapes(beads: readonly { source: readonly number[]; target: readonly number[] }[]): string {
  return beads.map(({ source, target }) => `${source.length}-${target.length}`).join(' ');
}
