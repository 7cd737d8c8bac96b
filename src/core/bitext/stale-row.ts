import { Problem } from '../problem.ts';

/** The problem of a row that somebody else has changed or removed; which it is, only whoever pressed a key knows: its number in the database says nothing. */
export function staleRow(): Problem {
  return new Problem(
    'conflict',
    'This row has changed since you loaded it.',
    'Your change was not saved.',
    'Reload the rows and make it again if needed.',
  );
}
