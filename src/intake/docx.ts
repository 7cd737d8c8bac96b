import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { Problem } from '../core/problem.ts';
import { type Paragraph, readFragment } from './html.ts';

/** The largest Word file that is opened, counted unpacked: enough for a book with pictures, too little for a zip bomb. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;

/**
 * The paragraphs of a Word file.
 * @throws Problem `unreadable-file` where it is no Word file, `too-large` where it unpacks to too much
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Paragraph[]> {
  const names = inspect(bytes, name);
  if (!names.includes('word/document.xml')) {
    throw new Problem(
      'unsupported-type',
      `“${name}” is a zip file but not a Word document.`,
      '',
      'Choose a .docx, .html, .md or .txt file.',
    );
  }
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return readFragment(value);
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      `“${name}” cannot be read as a Word document.`,
      'Its parts are damaged.',
      'Open it in a word processor, save it again as .docx or .txt, and try again.',
      cause,
    );
  }
}

/** The names of a zip's entries, none of them unpacked. */
function inspect(bytes: Uint8Array, name: string): string[] {
  const names: string[] = [];
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        names.push(entry.name);
        unpacked += entry.originalSize;
        return false;
      },
    });
  } catch (cause) {
    throw new Problem(
      'unreadable-file',
      `“${name}” is damaged.`,
      'It begins like a Word document but is no complete zip file.',
      'Save or download it again.',
      cause,
    );
  }
  if (unpacked > LARGEST_UNPACKED) {
    throw new Problem(
      'too-large',
      `“${name}” unpacks to ${Math.round(unpacked / 1024 / 1024)} MB.`,
      'Files of more than 200 MB unpacked are not opened.',
      'Take the pictures out or save the text alone.',
    );
  }
  return names;
}
