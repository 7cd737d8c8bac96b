import mammoth from 'mammoth';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { readFragment } from '../fragment.ts';
import type { ReadLetters } from '../letter-guard.ts';
import { chunkMark, chunksIn, withChunks } from './word-chunks.ts';
import { plainPackage } from './word-parts.ts';

/**
 * The paragraphs of a Word file, its notes at the end.
 * @param main path of its main part
 * @param depth how many Word files it lies within
 * @throws Problem `unreadable-file` where its parts are damaged
 */
export async function readDocx(bytes: Uint8Array, main: string, name: string, depth = 0): Promise<ReadLetters> {
  try {
    const plain = plainPackage(bytes, main, name);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(plain.bytes) });
    const own = readFragment(value);
    if (!value.includes(chunkMark('')[0]!)) return { paragraphs: own, letters: plain.letters };
    const read = await withChunks(own, chunksIn(bytes, main, name), name, depth);
    return { ...read, letters: plain.letters + read.letters };
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      'unreadable-file',
      msg('“{name}” cannot be read as a Word document.', { name }),
      'Its parts are damaged.',
      'Open it in a word processor, save it again as .docx or .txt, and try again.',
      cause,
    );
  }
}
