import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { readWordTable, type WordTableRow } from '../../../intake/memories/read-word-table.ts';
import { work } from '../../jobs/work.ts';

interface WordFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Reads the table of a Word file beside the server's thread: it comes from a stranger's program. */
export const readTableOfWord = work<WordFile, WordTableRow[]>(
  'read the table of a Word file',
  {
    room: 'reading',
    refused: ({ name }, why) =>
      new Problem('too-large', msg('“{name}” is too much to read.', { name }), why, 'Correct it in parts.'),
  },
  async (_desk, { bytes, name }) => readWordTable(bytes, name),
);
