import { Problem } from '../problem.ts';

/** The problem of a row that somebody else has changed or removed. */
export function staleRow(id: number): Problem {
  return new Problem(
    'conflict',
    'This row has changed.',
    `Row ${id} is no longer as it was when the page showed it.`,
    'Look at the rows as they stand now and repeat the change if it is still wanted.',
  );
}
