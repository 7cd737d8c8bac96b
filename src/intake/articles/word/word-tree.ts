import { SaxesParser } from 'saxes';

/** An element of an Office Open XML part. Names have the usual prefixes, whatever the file's own are. */
export interface WordElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly WordNode[];
}

export type WordNode = WordElement | string;

/** The elements of a part of a Word file. @throws Error where it is no XML */
export function parseWord(xml: string): WordElement {
  const prefixes = new Map<string, string>();
  const open: { name: string; attributes: Record<string, string>; children: WordNode[] }[] = [
    { name: '', attributes: {}, children: [] },
  ];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) prefixes.set(key.slice(6), PREFIXES[value] ?? '');
    }
    open.push({ name: usual(name, true), attributes: withUsualNames(attributes), children: [] });
  });
  parser.on('text', (text) => {
    open.at(-1)!.children.push(text);
  });
  parser.on('cdata', (text) => {
    open.at(-1)!.children.push(text);
  });
  parser.on('closetag', () => {
    const closed = open.pop()!;
    open.at(-1)!.children.push(closed);
  });
  parser.write(xml.replace(/^\ufeff/u, '')).close();
  const root = open[0]!.children.find((node) => typeof node !== 'string');
  if (!root) throw new Error('The part is empty.');
  return root;

  /** A name with its usual prefix; elements without a prefix are in the default namespace, attributes in none. */
  function usual(name: string, isElement: boolean): string {
    const colon = name.indexOf(':');
    const own = colon < 0 ? '' : name.slice(0, colon);
    if (own === '' && !isElement) return name;
    const prefix = prefixes.get(own) ?? own;
    return prefix === '' ? `other:${name.slice(colon + 1)}` : `${prefix}:${name.slice(colon + 1)}`;
  }

  function withUsualNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
    const renamed: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      if (!/^xmlns(?::|$)/u.test(key)) renamed[usual(key, false)] = value;
    }
    return renamed;
  }
}

/** Writes a part as XML. */
export function writeWord(root: WordElement): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, DECLARED);
  return pieces.join('');

  function write({ name, attributes, children }: WordElement, declared = ''): void {
    pieces.push(`<${name}${declared}`);
    for (const [key, value] of Object.entries(attributes)) pieces.push(` ${key}="${escaped(value)}"`);
    if (children.length === 0) {
      pieces.push('/>');
      return;
    }
    pieces.push('>');
    for (const child of children) {
      if (typeof child === 'string') pieces.push(escaped(child));
      else write(child);
    }
    pieces.push(`</${name}>`);
  }
}

/** The prefixes by which namespaces are known here, of transitional and strict files (ECMA-376, ISO 29500). */
const NAMESPACES: readonly (readonly [prefix: string, transitional: string, strict?: string])[] = [
  [
    'w',
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  [
    'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.oclc.org/ooxml/officeDocument/math'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
];

const PREFIXES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMESPACES.flatMap(([prefix, ...uris]) => uris.flatMap((uri) => (uri === undefined ? [] : [[uri, prefix]]))),
);

const DECLARED = NAMESPACES.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`);
}
