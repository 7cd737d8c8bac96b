import type { Finding } from '../../core/finding.ts';
import { literalPattern } from '../../core/text/literal-pattern.ts';
import { decode } from '../decode.ts';

/** A mail whose texts say rightly what they are, and what was noticed on the way. */
interface PlainMail {
  readonly bytes: Uint8Array;
  readonly subject: string;
  readonly from: string;
  readonly findings: readonly Finding[];
}

/**
 * Writes the texts of a mail anew in UTF-8, each read as its part declares, or by
 * its bytes where it declares nothing or what they contradict. Encoded words of
 * the headers are put together before they are read: some programs cut within a letter.
 */
export function plainMail(bytes: Uint8Array, name: string, encoding?: string): PlainMail {
  const findings = new Map<string, Finding>();
  const source = latin1(bytes);
  const plain = plainPart(source, 0);
  const headers = headersIn(splitPart(source).head);
  return {
    bytes: bytesOf(plain),
    subject: words(headers.get('subject') ?? ''),
    from: words(headers.get('from') ?? '')
      .replace(/\s*<[^<>]*>\s*$/u, '')
      .replace(/^"(.*)"$/u, '$1'),
    findings: [...findings.values()],
  };

  function plainPart(part: string, depth: number): string {
    const { head, gap, body } = splitPart(part);
    const headers = headersIn(head);
    const type = headers.get('content-type') ?? 'text/plain';
    const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/iu.exec(type);
    if (/^multipart\//iu.test(type) && boundary && depth < MAX_DEPTH) {
      const mark = `--${boundary[1] ?? boundary[2]}`;
      const pieces = body.split(new RegExp(`(^${literalPattern(mark)}(?:--)?[ \\t]*\\r?\\n?)`, 'mu'));
      return (
        head + gap + pieces.map((piece, i) => (i % 2 === 0 && i > 0 ? plainPart(piece, depth + 1) : piece)).join('')
      );
    }
    if (!/^text\//iu.test(type.trim()) || /^attachment/iu.test(headers.get('content-disposition') ?? '')) return part;
    const declared = /\bcharset\s*=\s*"?([^\s";]+)/iu.exec(type)?.[1];
    const text = read(transferred(body, headers.get('content-transfer-encoding') ?? ''), declared);
    const kept = head
      .replace(/^content-(?:type|transfer-encoding):.*\r?\n?(?:[ \t].*\r?\n?)*/gimu, '')
      .replace(/[\r\n]+$/u, '');
    const format = /\bformat\s*=\s*"?flowed/iu.test(type) ? '; format=flowed' : '';
    const header = `Content-Type: ${/^[\w/.+-]+/u.exec(type.trim())?.[0] ?? 'text/plain'}; charset=utf-8${format}\nContent-Transfer-Encoding: base64`;
    return `${kept}${kept ? '\n' : ''}${header}\n\n${Buffer.from(text, 'utf8').toString('base64')}\n`;
  }

  function read(raw: Uint8Array, declared: string | undefined): string {
    const charset = declared && !/^(?:us-)?ascii$/iu.test(declared) ? declared : undefined;
    const decoded = decode(raw, name, charset, encoding);
    for (const finding of decoded.findings) findings.set(finding.code, finding);
    return decoded.text;
  }

  /** A header as a person reads it (RFC 2047). */
  function words(value: string): string {
    const runs: { charset: string; bytes: number[] }[] = [];
    for (const piece of value.replace(/\r?\n(?=[ \t])/gu, '').split(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)/iu)) {
      const [, charset = '', kind = '', coded = ''] = /^=\?([^?*]+)[^?]*\?([bq])\?([^?]*)\?=$/iu.exec(piece) ?? [];
      const last = runs.at(-1);
      if (charset === '') {
        // White space between encoded words is none of the text.
        if (piece.trim() || !last) runs.push({ charset: '', bytes: [...bytesOf(piece)] });
        continue;
      }
      const raw = /b/iu.test(kind) ? Buffer.from(coded, 'base64') : quoted(coded.replaceAll('_', ' '));
      if (last?.charset === charset.toLowerCase()) for (const byte of raw) last.bytes.push(byte);
      else runs.push({ charset: charset.toLowerCase(), bytes: [...raw] });
    }
    return runs
      .map(({ charset, bytes: raw }) => (raw.length === 0 ? '' : read(Uint8Array.from(raw), charset || undefined)))
      .join('')
      .trim();
  }
}

const MAX_DEPTH = 50;

function splitPart(part: string): { head: string; gap: string; body: string } {
  if (/^\r?\n/u.test(part)) return { head: '', gap: /^\r?\n/u.exec(part)![0], body: part.replace(/^\r?\n/u, '') };
  const gap = /\r?\n\r?\n/u.exec(part);
  if (!gap) return { head: part, gap: '', body: '' };
  return { head: part.slice(0, gap.index), gap: gap[0], body: part.slice(gap.index + gap[0].length) };
}

/** The headers of a part by their names in small letters, unfolded; of several of one name the first. */
function headersIn(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

function transferred(body: string, encoding: string): Uint8Array {
  if (/base64/iu.test(encoding)) return Buffer.from(body, 'base64');
  return /quoted-printable/iu.test(encoding) ? quoted(withoutBreaks(body)) : bytesOf(body);
}

/** Lines as they were before they were wrapped (RFC 2045, section 6.7): white space at their ends is the transport's, before a soft break it is the text's. */
function withoutBreaks(body: string): string {
  return body.replace(/[ \t]+(?=\r?\n)/gu, '').replace(/=\r?\n/gu, '');
}

function quoted(text: string): Uint8Array {
  return bytesOf(text.replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
