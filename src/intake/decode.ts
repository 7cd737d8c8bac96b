import type { Finding } from '../core/finding.ts';
import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { codePage, readCodePage } from './code-pages.ts';
import { likelierEncoding, likeliestEncoding } from './guess-encoding.ts';
import { mixedUtf8 } from './mixed-utf8.ts';

/** A file's text and how it was read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads bytes as text: by byte order mark, by what the file declares where its
 * bytes bear that out, as UTF-8 where that is what they are, and only then by
 * statistics. An encoding that was not declared, or was declared wrongly, is reported.
 * @param declared encoding named inside the file, if any
 * @param chosen encoding that a person has named; it goes before all else
 * @throws Problem `unreadable-encoding` where no text comes out
 */
export function decode(bytes: Uint8Array, name: string, declared?: string, chosen?: string): Decoded {
  if (chosen) return readAs(chosen.toLowerCase());
  const wide32 = markedUtf32(bytes);
  if (wide32 !== null) return { text: wide32, encoding: 'utf-32', findings: [] };
  const marked = markedEncoding(bytes);
  if (marked) return readAs(marked);
  const wide = unmarkedUtf16(bytes);
  if (wide) return readAs(wide, guessed(name, wide));
  if (looksBinary(bytes)) {
    throw new Problem(
      'unreadable-file',
      msg('“{name}” is not a text file.', { name }),
      'It contains binary data.',
      'Save it as .txt, .html or .docx and try again.',
    );
  }
  const claimed = declared && knows(declared) ? declared.toLowerCase() : undefined;
  if (isIso2022(bytes)) {
    return claimed === 'iso-2022-jp' ? readAs(claimed) : readAs('iso-2022-jp', guessed(name, 'iso-2022-jp'));
  }
  if (isUtf8(bytes)) return readAs('utf-8');
  const mixed = claimed === undefined || claimed === 'utf-8' ? mixedUtf8(bytes) : null;
  if (mixed) return { text: mixed.text, encoding: 'utf-8', findings: [strayBytes(name, mixed.strays)] };
  const asClaimed = claimed === undefined ? null : readOrNull(bytes, claimed);
  const guess =
    asClaimed === null || claimed === undefined
      ? likeliestEncoding(bytes)
      : likelierEncoding(bytes, claimed, asClaimed);
  if (claimed !== undefined && (guess === claimed || (guess === undefined && asClaimed !== null)))
    return readAs(claimed);
  if (!guess) {
    throw new Problem(
      'unreadable-encoding',
      msg('The encoding of “{name}” cannot be read.', { name }),
      '',
      'Save the file as UTF-8, or name its encoding.',
    );
  }
  return readAs(guess, claimed === undefined ? guessed(name, guess) : contradicted(name, claimed, guess));

  function readAs(encoding: string, finding?: Finding): Decoded {
    return { text: read(bytes, encoding, name), encoding, findings: finding ? [finding] : [] };
  }
}

function guessed(name: string, encoding: string): Finding {
  const message = msg(
    'The text is not UTF-8; it was probably {encoding}. Check accented characters, and choose another encoding if they are wrong.',
    { encoding },
  );
  return { code: 'encoding-guessed', severity: 'warning', place: name, message };
}

function contradicted(name: string, declared: string, encoding: string): Finding {
  const message = msg(
    'The file says that it is {declared}, but its bytes are {encoding} and were read so. Check accented characters, and choose another encoding if they are wrong.',
    { declared, encoding },
  );
  return { code: 'encoding-contradicted', severity: 'warning', place: name, message };
}

function strayBytes(name: string, strays: number): Finding {
  const message = msg(
    'Characters read as Windows-1252 because they do not fit the file’s encoding: {strays}. Check accented ones.',
    { strays },
  );
  return { code: 'encoding-mixed', severity: 'warning', place: name, message };
}

const ESCAPE = 0x1b;

/** Japanese as mails write it (RFC 1468): escapes, and no byte of eight bits. */
function isIso2022(bytes: Uint8Array): boolean {
  if (!bytes.includes(ESCAPE) || bytes.some((byte) => byte > 0x7f)) return false;
  return bytes.some(
    (byte, i) => byte === ESCAPE && bytes[i + 1] === 0x24 && /[B@(]/u.test(String.fromCharCode(bytes[i + 2] ?? 0)),
  );
}

/** UTF-16 without a byte order mark: nearly all of it letters of one script and plain spaces, read one way round. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1 || isPlain(bytes)) return undefined;
  return ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = readOrNull(bytes.subarray(0, 8192), encoding) ?? '';
    if (!/[ \n、。，]/u.test(text) && text.length > 20) return false;
    const letters = [...text.matchAll(/[\p{L}\p{M}]/gu)].length;
    const shares = SCRIPTS.map((script) => (text.match(script)?.length ?? 0) / Math.max(1, letters));
    const usual = text.match(/[\p{L}\p{M}\p{N}\s.,:;!?'"()«»“”’–—、。，「」-]/gu)?.length ?? 0;
    return usual / Math.max(1, text.length) > 0.97 && Math.max(...shares) > 0.9 && letters > 3;
  });
}

const SCRIPTS = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /[\u4e00-\u9fa5\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /[\uac00-\ud7a3]/gu,
];

/** Bytes without a zero that are ASCII or UTF-8 are no UTF-16. */
function isPlain(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && isUtf8(bytes);
}

/**
 * Decodes bytes by an encoding's WHATWG name, or that of a code page of DOS. As a stream: all at once, Node 20
 * takes Windows-1252 for Latin-1 and loses its quotation marks and dashes.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string, options: TextDecoderOptions = {}): string {
  const page = codePage(encoding);
  if (page !== undefined) return readCodePage(bytes, page);
  const decoder = new TextDecoder(encoding, options);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** As `decodeBytes`; null where the bytes mean nothing in that encoding. */
export function readOrNull(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodeBytes(bytes, encoding, { fatal: true });
  } catch {
    return null;
  }
}

/** The text of UTF-32 behind its byte order mark, which no decoder of the platform reads; null where there is none, or what follows is no text. */
function markedUtf32(bytes: Uint8Array): string | null {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  const big = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
  if ((!little && !big) || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 4; at < bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    if (point > 0x10ffff) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** What a byte order mark says; undefined where there is none. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
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

/** Whether an encoding of this name can be read. */
export function knows(encoding: string): boolean {
  if (codePage(encoding) !== undefined) return true;
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

function read(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return decodeBytes(bytes, encoding, { fatal: true });
  } catch (cause) {
    throw new Problem(
      'unreadable-encoding',
      msg('“{name}” cannot be read as {encoding}.', { name, encoding }),
      'Some of its bytes mean nothing in that encoding.',
      'Save the file as UTF-8 and try again.',
      cause,
    );
  }
}
