import { markedEncoding } from './decode.ts';

/** Decodes a file that comes in pieces. */
export interface PieceDecoder {
  /** The text of the next piece, as far as it is whole letters. */
  write(piece: Uint8Array): string;
  /** What is left at the file's end. */
  end(): string;
}

/**
 * Decodes an XML file: by its byte order mark, else what its first line
 * declares, else UTF-16 where its first letter tells, else UTF-8 (XML 1.0, appendix F).
 */
export function xmlDecoder(): PieceDecoder {
  let head: Uint8Array = new Uint8Array();
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return {
    write(piece) {
      if (decoder) return decoder.decode(piece, { stream: true });
      head = head.length > 0 ? Buffer.concat([head, piece]) : piece;
      if (head.length < ENOUGH) return '';
      decoder = new TextDecoder(encodingOf(head));
      return decoder.decode(head, { stream: true });
    },
    end: () => (decoder ? decoder.decode() : new TextDecoder(encodingOf(head)).decode(head)),
  };
}

/** Bytes in which the encoding is declared, if it is. */
const ENOUGH = 200;

function encodingOf(piece: Uint8Array): string {
  const marked = markedEncoding(piece);
  if (marked) return marked;
  const [a, b, c, d] = piece;
  if (a === 0x3c && b === 0 && c !== 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && d !== 0) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(piece.subarray(0, ENOUGH));
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1] ?? 'utf-8';
  // What is read as single bytes is no UTF-16, whatever it says.
  return isKnown(declared) && !/^utf-?16/iu.test(declared) ? declared : 'utf-8';
}

function isKnown(encoding: string): boolean {
  try {
    return Boolean(new TextDecoder(encoding));
  } catch {
    return false;
  }
}
