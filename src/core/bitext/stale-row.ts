import { msg } from '../message.ts';
import { Problem } from '../problem.ts';

/** The problem of a row that somebody else has changed or removed. */
export function staleRow(id: number): Problem {
  return new Problem(
    'conflict',
    'This row has changed since you loaded it.',
    msg('Your change of row {row} was not saved.', { row: String(id) }),
    'Reload the rows and make it again if needed.',
  );
}
