import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';

/** The largest zip file that is opened, counted unpacked: enough for a book with pictures, too little for a zip bomb. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

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
  if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(name, unpacked);
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

function tooLarge(name: string, unpacked: number): Problem {
  return new Problem(
    'too-large',
    msg('“{name}” unpacks to {size} MB.', { name, size: Math.round(unpacked / 1024 / 1024) }),
    'Files of more than 200 MB unpacked are not opened.',
    'Take the pictures out or save the text alone.',
  );
}

function damaged(name: string, cause: unknown): Problem {
  return new Problem(
    'unreadable-file',
    msg('“{name}” is damaged.', { name }),
    'It begins like a zip file, as Word and OpenDocument files do, but it is not complete.',
    'Save or download it again.',
    cause,
  );
}

/** Packed bytes that are unpacked at once, so that what was packed to fill the memory is found out early. */
const UNPACK_STEP_BYTES = 1 << 16;

/**
 * Some entries of a zip file, unpacked. All entries are counted as they unpack, whatever they say of their size.
 * @throws Problem as `namesIn`
 */
export function unpackedEntries(
  bytes: Uint8Array,
  name: string,
  isWanted: (entry: string) => boolean,
): Map<string, Uint8Array> {
  // Recognises what is not a zip file at all.
  namesIn(bytes, name);
  const pieces = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  const unzip = new Unzip((entry) => {
    const own: Uint8Array[] | null = isWanted(entry.name) ? [] : null;
    if (own) pieces.set(entry.name, own);
    entry.ondata = (cause, data) => {
      if (cause) throw damaged(name, cause);
      unpacked += data.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(name, unpacked);
      own?.push(data);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += UNPACK_STEP_BYTES)
      unzip.push(bytes.subarray(at, at + UNPACK_STEP_BYTES), at + UNPACK_STEP_BYTES >= bytes.length);
  } catch (cause) {
    throw cause instanceof Problem ? cause : damaged(name, cause);
  }
  return new Map([...pieces].map(([entry, parts]) => [entry, Buffer.concat(parts)]));
}
