import { decodeBytes, markedEncoding } from '../decode.ts';

/** Decodes a file that comes in pieces. */
export interface PieceDecoder {
  /** The text of the next piece, as far as its letters are whole. */
  write(piece: Uint8Array): string;
  /** What is left at the file's end. */
  end(): string;
  /** Bytes that were not what the encoding allows and were read as Windows-1252. */
  strays(): number;
}

/** Marks what no encoding allows. It is not a character (Unicode, section 23.7), so an XML parser says where it is. */
const BROKEN_BYTE = '\uffff';

/**
 * Decodes an XML file: by its byte order mark, else what its first line
 * declares, else UTF-16 where its first letter tells, else UTF-8 (XML 1.0, appendix F).
 * What is not UTF-8 in a file that should be is read as Windows-1252, as which
 * older tools wrote; halves of letters become what XML refuses.
 */
export function xmlDecoder(): PieceDecoder {
  let head: Uint8Array = new Uint8Array();
  let decoder: PieceDecoder | null = null;

  function start(): string {
    decoder = decoderFor(encodingOf(head));
    // No mark is text, and a declaration after white space would be none.
    return decoder
      .write(head)
      .replace(/^\ufeff+/u, '')
      .replace(/^\s+(?=<\?xml\s)/u, '');
  }

  return {
    write(piece) {
      if (decoder) return decoder.write(piece);
      head = head.length > 0 ? Buffer.concat([head, piece]) : piece;
      return head.length < DECLARATION_BYTES ? '' : start();
    },
    end() {
      const text = decoder ? '' : start();
      return text + (decoder?.end() ?? '');
    },
    strays: () => decoder?.strays() ?? 0,
  };
}

function decoderFor(encoding: string): PieceDecoder {
  if (encoding === 'utf-8') return utf8Decoder();
  return /^utf-16/u.test(encoding) ? utf16Decoder(encoding === 'utf-16be') : plainDecoder(encoding);
}

function plainDecoder(encoding: string): PieceDecoder {
  const decoder = new TextDecoder(encoding);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode(), strays: () => 0 };
}

/** Decodes whole letters, and keeps the beginning of one for the next piece. */
function letterDecoder(
  wholeLength: (bytes: Uint8Array) => number,
  decode: (bytes: Uint8Array) => string,
): Pick<PieceDecoder, 'write' | 'end'> {
  let rest: Uint8Array = new Uint8Array();
  return {
    write(piece) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const whole = wholeLength(bytes);
      rest = bytes.slice(whole);
      return decode(bytes.subarray(0, whole));
    },
    end: () => decode(rest),
  };
}

function utf16Decoder(isBigEndian: boolean): PieceDecoder {
  const unitAt = (bytes: Uint8Array, at: number) => bytes[at + (isBigEndian ? 0 : 1)]!;
  const wholeLength = (bytes: Uint8Array) => {
    const even = bytes.length - (bytes.length % 2);
    // The first half of a pair waits for the second.
    return even >= 2 && unitAt(bytes, even - 2) >> 2 === 0xd8 >> 2 ? even - 2 : even;
  };
  const decode = (bytes: Uint8Array) => {
    const units = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return (isBigEndian ? units.swap16() : units).toString('utf16le').replace(/\p{Cs}/gu, BROKEN_BYTE);
  };
  return { ...letterDecoder(wholeLength, decode), strays: () => 0 };
}

/** A letter of several bytes in UTF-8 (Unicode, table 3-7); half of a pair written so, which is none; another byte. */
const UTF8_SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|(\xed[\xa0-\xbf][\x80-\xbf])|([\x80-\xff])/gu;

/** The letters of the bytes from 0x80 on. */
const WINDOWS_1252 = decodeBytes(
  Uint8Array.from({ length: 0x80 }, (_, i) => 0x80 + i),
  'windows-1252',
);

function utf8Decoder(): PieceDecoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let strays = 0;

  function decode(bytes: Uint8Array): string {
    try {
      return strict.decode(bytes);
    } catch {
      return Buffer.from(bytes)
        .toString('latin1')
        .replace(UTF8_SEQUENCE, (sequence: string, half?: string, stray?: string) => {
          if (half) return BROKEN_BYTE;
          if (!stray) return Buffer.from(sequence, 'latin1').toString('utf8');
          strays += 1;
          return WINDOWS_1252[stray.charCodeAt(0) - 0x80]!;
        });
    }
  }

  return { ...letterDecoder(wholeLength, decode), strays: () => strays };
}

/** How many bytes there are before a letter of which the end may be still to come. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Bytes in which the encoding is declared, if it is. */
const DECLARATION_BYTES = 200;

/** The encoding of a file by its first bytes, by its WHATWG name. */
function encodingOf(piece: Uint8Array): string {
  const marked = markedEncoding(piece);
  if (marked) return marked;
  const [a, b, c, d] = piece;
  if (a === 0x3c && b === 0 && c !== 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && d !== 0) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(piece.subarray(0, DECLARATION_BYTES));
  const declared = knownName(/^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1] ?? 'utf-8');
  // What is read as single bytes is no UTF-16, whatever it says.
  return declared === undefined || /^utf-16/u.test(declared) ? 'utf-8' : declared;
}

function knownName(encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return undefined;
  }
}
