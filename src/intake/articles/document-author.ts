import { decodeBytes, knows } from '../decode.ts';

/** No name of a person is longer. */
const MAX_NAME_LENGTH = 120;

/** What programs write for whoever has not said who they are. */
const NOBODY =
  /^(?:admin(?:istrat\w*)?|author|autor|auteur|default|guest|microsoft(?: office)?(?: user| word)?|office|owner|pc|python-docx|root|unknown|anonymous|user(?:name)?|utilisateur|usuario|utente|benutzer|пользователь|none|null|test|windows user|.*@.*|https?:.*)\d*$/iu;

/** The author of an article as its file names them; empty where that is no name of a person. */
export function plainAuthor(name: string | null | undefined): string {
  const plain = (name ?? '').replace(/\s+/gu, ' ').trim();
  return plain.length > MAX_NAME_LENGTH || !/\p{L}/u.test(plain) || NOBODY.test(plain) ? '' : plain;
}

/** The author in a part of a package that says what stands about its document, by the first of some elements that has one. */
export function authorInXml(xml: string, elements: readonly string[]): string {
  for (const element of elements) {
    const found = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)<`, 'u').exec(xml)?.[1];
    const author = plainAuthor(found === undefined ? '' : withoutEntities(found));
    if (author !== '') return author;
  }
  return '';
}

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/giu, (_, number, hex, named: string) => {
    if (named) return ENTITIES[named.toLowerCase()] ?? '';
    const point = number ? Number(number) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The author that RTF names in its head. */
export function authorInRtf(rtf: string): string {
  const name = /\{\\author\s*((?:[^{}\\]|\\'[\da-f]{2}|\\u-?\d+ ?\??)*)\}/iu.exec(rtf.slice(0, HEAD_LENGTH))?.[1] ?? '';
  const page = /\\ansicpg(\d+)/u.exec(rtf)?.[1] ?? '1252';
  const encoding = knows(`windows-${page}`) ? `windows-${page}` : 'windows-1252';
  const read = name
    .replace(/(?:\\'[\da-f]{2})+/giu, (run) =>
      decodeBytes(
        Uint8Array.from(run.match(/[\da-f]{2}/giu) ?? [], (pair) => Number.parseInt(pair, 16)),
        encoding,
      ),
    )
    .replace(/\\u(-?\d+) ?\??/gu, (_, unit) => String.fromCharCode(Number(unit) & 0xffff));
  return plainAuthor(read);
}

/** What stands about a document in RTF comes before its text. */
const HEAD_LENGTH = 1 << 20;

/** The author that a page names: in a field of its head, else in what it says for search engines. */
export function authorInPage(document: Document): string {
  for (const field of document.querySelectorAll('meta[name="author" i], meta[property="article:author"]')) {
    const author = plainAuthor(field.getAttribute('content'));
    if (author !== '') return author;
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const author = plainAuthor(authorsIn(jsonIn(script.textContent ?? '')).join(', '));
    if (author !== '') return author;
  }
  return '';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The names of the authors of the first article in linked data (schema.org); more than one level of nesting is a graph. */
function authorsIn(data: unknown, depth = 0): string[] {
  if (typeof data !== 'object' || data === null || depth > 3) return [];
  if (Array.isArray(data)) return data.map((one) => authorsIn(one, depth + 1)).find((names) => names.length > 0) ?? [];
  if ('author' in data) return namesIn(data.author);
  return '@graph' in data ? authorsIn(data['@graph'], depth + 1) : [];
}

function namesIn(author: unknown): string[] {
  if (typeof author === 'string') return [author];
  if (Array.isArray(author)) return author.flatMap(namesIn);
  return typeof author === 'object' && author !== null && 'name' in author && typeof author.name === 'string'
    ? [author.name]
    : [];
}
