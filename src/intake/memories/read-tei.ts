import type { BeadStatus } from '../../core/bitext/bitext.ts';
import { msg } from '../../core/message.ts';
import { MAX_DEPTH, MAX_SEGMENT_LENGTH, unitParser } from '../xml/unit-parser.ts';

/** A text that is cut into sentences, each with the name by which links lead to it. */
export interface TeiText {
  readonly id: string;
  /** As the file writes it; empty where it says nothing. */
  readonly language: string;
  readonly title: string;
  readonly sentences: readonly { readonly id: string; readonly text: string; readonly paragraph: number }[];
}

/** An alignment of two texts: which sentences of one go with which of the other. */
export interface TeiLinks {
  /** The files or texts that it leads to and from. */
  readonly toDoc: string;
  readonly fromDoc: string;
  readonly links: readonly TeiLink[];
}

export interface TeiLink {
  /** Names of sentences: those before the semicolon of `xtargets`, and those after it. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly status: BeadStatus;
}

/** What a file holds: texts, alignments of them, or both. */
export interface TeiFile {
  readonly texts: readonly TeiText[];
  readonly groups: readonly TeiLinks[];
}

/** Elements that begin a paragraph, and those that are aligned. */
const PARAGRAPHS = new Set(['p', 'head', 'item', 'quote']);
const SENTENCES = new Set(['s', 'seg']);

/**
 * Reads texts and stand-off alignments of TEI as InterText writes them: `<s id>`
 * in texts, and `<linkGrp>` of `<link xtargets="a b;c">`.
 * @throws Problem `unreadable-file` with line and column
 */
export function readTei(xml: string, name: string): TeiFile {
  const texts: { id: string; language: string; title: string; sentences: TeiText['sentences'][number][] }[] = [];
  const groups: { toDoc: string; fromDoc: string; links: TeiLink[] }[] = [];
  let sentence: { id: string; text: string; depth: number } | null = null;
  let language = '';
  let paragraph = 0;
  const parser = unitParser({
    name,
    format: 'TEI',
    roots: [],
    deepest: MAX_DEPTH,
    nameOf: (qualified) => qualified.replace(/^.*:/u, '').toLowerCase(),
    open(tag, attributes, depth) {
      const id = attributes['xml:id'] ?? attributes['id'] ?? '';
      const tongue = attributes['xml:lang'] ?? attributes['lang'] ?? '';
      if (tag === 'text') {
        texts.push({ id, language: tongue || language, title: attributes['n'] ?? '', sentences: [] });
      } else if (tag === 'linkgrp') {
        groups.push({ toDoc: attributes['toDoc'] ?? '', fromDoc: attributes['fromDoc'] ?? '', links: [] });
      } else if (tag === 'link') {
        const [first, second] = (attributes['xtargets'] ?? '').split(';').map(names);
        // What somebody has linked or looked at is confirmed.
        const status = attributes['status'] === 'man' ? 'confirmed' : 'proposed';
        if (first && second) groups.at(-1)?.links.push({ first, second, status });
      } else if (PARAGRAPHS.has(tag)) paragraph += 1;
      else if (SENTENCES.has(tag) && !sentence) sentence = { id, text: '', depth };
      // Where the text itself says nothing, what stands around it does.
      if (depth === 1 || !language) language = tongue || language;
    },
    text(piece) {
      if (!sentence) return;
      sentence.text += piece;
      if (sentence.text.length > MAX_SEGMENT_LENGTH)
        parser.fail(msg('One of its sentences has more than a million characters.'));
    },
    close(_tag, depth) {
      if (!sentence || depth >= sentence.depth) return;
      if (texts.length === 0) texts.push({ id: '', language, title: '', sentences: [] });
      texts.at(-1)!.sentences.push({ id: sentence.id, text: unwrapped(sentence.text), paragraph });
      sentence = null;
    },
  });
  for (let at = 0; at < xml.length; at += MAX_SEGMENT_LENGTH) parser.write(xml.slice(at, at + MAX_SEGMENT_LENGTH));
  const problem = parser.end();
  if (problem) throw problem;
  return { texts, groups };
}

/** A sentence without the line breaks at which its file was wrapped. All other white space within it is its own. */
function unwrapped(text: string): string {
  return text.replace(/[ \t]*[\r\n]+[ \t]*/gu, ' ').replace(/^ +| +$/gu, '');
}

/** Whether a text is a file of TEI or InterText, by its outermost element. */
export function isTei(text: string): boolean {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/u.exec(text.slice(0, 5000))?.[1] ?? '';
  return /^(?:tei|tei\.2|teicorpus|teicorpus\.2|text|linkgrp)$/iu.test(root);
}

/** Names that are parted by spaces, without the file that they stand in. */
function names(list: string): string[] {
  return list
    .trim()
    .split(/\s+/u)
    .filter(Boolean)
    .map((one) => one.replace(/^.*#/u, ''));
}
