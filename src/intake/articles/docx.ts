import mammoth from 'mammoth';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { type Paragraph, readFragment } from './html.ts';

/**
 * The paragraphs of a Word file.
 * @throws Problem `unreadable-file` where its parts are damaged
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Paragraph[]> {
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return readFragment(value);
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” cannot be read as a Word document.', { name }),
      'Its parts are damaged.',
      'Open it in a word processor, save it again as .docx or .txt, and try again.',
      cause,
    );
  }
}
