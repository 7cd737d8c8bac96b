import { unzipSync } from 'fflate';
import { Problem } from '../core/problem.ts';

/** The largest zip file that is opened, counted unpacked: enough for a book with pictures, too little for a zip bomb. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;

/**
 * The names of a zip file's entries, none of them unpacked.
 * @throws Problem `unreadable-file` where it is damaged, `too-large` where it unpacks to too much
 */
export function namesIn(bytes: Uint8Array, name: string): string[] {
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
    throw damaged(name, cause);
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

/**
 * One entry of a zip file as text; null where it is not there.
 * @throws Problem as `namesIn`
 */
export function entryIn(bytes: Uint8Array, entry: string, name: string): string | null {
  try {
    const found = unzipSync(bytes, { filter: (each) => each.name === entry })[entry];
    return found ? new TextDecoder().decode(found) : null;
  } catch (cause) {
    throw damaged(name, cause);
  }
}

function damaged(name: string, cause: unknown): Problem {
  return new Problem(
    'unreadable-file',
    `“${name}” is damaged.`,
    'It begins like a zip file, as Word and OpenDocument files do, but is no complete one.',
    'Save or download it again.',
    cause,
  );
}
