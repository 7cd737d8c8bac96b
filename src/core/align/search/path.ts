/** A bead of a path: source segments `[source − shape.source, source)` and likewise on the target side. */
export interface Step {
  readonly sourceEnd: number;
  readonly targetEnd: number;
  readonly source: number;
  readonly target: number;
}

/** The column in which a path leaves each row, from 0 to n. */
export function columnsOf(path: readonly Step[], n: number): Int32Array {
  const columns = new Int32Array(n + 1);
  let [row, column] = [0, 0];
  for (const step of path) {
    for (let i = row + 1; i <= step.sourceEnd; i++) {
      columns[i] = Math.round(column + ((step.targetEnd - column) * (i - row)) / Math.max(1, step.sourceEnd - row));
    }
    [row, column] = [step.sourceEnd, step.targetEnd];
    columns[row] = column;
  }
  return columns;
}
