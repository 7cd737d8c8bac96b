import chardet from 'chardet';
import type { Finding } from '../core/finding.ts';
import { Problem } from '../core/problem.ts';

/** A file's text and how it was read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads bytes as text: by byte order mark, by what the file declares, as UTF-8
 * where that is what they are, and only then by statistics, which is told.
 * @param declared encoding named inside the file, if any
 * @throws Problem `unreadable-encoding` where no text comes out
 */
export function decode(bytes: Uint8Array, name: string, declared?: string): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) return { text: read(bytes, marked, name), encoding: marked, findings: [] };
  if (looksBinary(bytes)) {
    throw new Problem(
      'unreadable-file',
      `“${name}” is not a text file.`,
      'It holds bytes that no text has.',
      'Save it as .txt, .html or .docx and try again.',
    );
  }
  if (isUtf8(bytes)) return { text: read(bytes, 'utf-8', name), encoding: 'utf-8', findings: [] };
  if (declared && knows(declared))
    return { text: read(bytes, declared, name), encoding: declared.toLowerCase(), findings: [] };
  const guess = chardet.detect(bytes);
  if (!guess || !knows(guess)) {
    throw new Problem(
      'unreadable-encoding',
      `The encoding of “${name}” cannot be read.`,
      '',
      'Save the file as UTF-8 and try again.',
    );
  }
  const finding: Finding = {
    code: 'encoding-guessed',
    severity: 'warning',
    place: name,
    message: `The text is not UTF-8; it was read as ${guess}. Check the accented letters.`,
  };
  return { text: read(bytes, guess, name), encoding: guess.toLowerCase(), findings: [finding] };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Control bytes that stand in programs and pictures, never in text. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  const control = sample.reduce(
    (count, byte) => (byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) ? count + 1 : count),
    0,
  );
  return control > sample.length / 100;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function knows(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

function read(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem(
      'unreadable-encoding',
      `“${name}” cannot be read as ${encoding}.`,
      'Some of its bytes mean nothing in that encoding.',
      'Save the file as UTF-8 and try again.',
      cause,
    );
  }
}
