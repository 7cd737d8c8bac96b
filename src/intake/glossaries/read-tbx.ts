import type { FileConcept } from '../../core/glossary/concept.ts';
import { tagOrCode } from '../language-codes.ts';
import { MAX_DEPTH, unitParser } from '../xml/unit-parser.ts';
import { type GlossaryAccount, glossaryAccount } from './glossary-account.ts';
import { conceptFrom, type OpenConcept, put, termsFrom, type Values } from './tbx-concepts.ts';
import { ENTRY_ELEMENTS, HOLDER_ELEMENTS, LANGUAGE_ELEMENTS, OUTER_ELEMENTS, TERM_ELEMENTS } from './tbx-names.ts';

/** Reads concepts piece by piece. */
export interface TbxReader {
  write(piece: string): void;
  /** Whether it has proved to be damaged, so that nothing more is read of it. */
  isDamaged(): boolean;
  /**
   * The file's end: all concepts of it.
   * @throws Problem `unreadable-file` with line and column
   */
  end(): FileConcept[];
}

/** What this program says of itself in the header. */
const OWN_HEADER = /^Glossary written by Vis-à-vis$/u;

/**
 * Reads TBX, version 2 (martif) or 3, in either style (ISO 30042): concept
 * entries with language sections with terms. The data categories of TBX-Basic
 * are read, and the "x-NAME:" notes of `writeTbx`; what has no field becomes a line of a note.
 * @param account of what has no place
 */
export function tbxReader(name: string, account: GlossaryAccount = glossaryAccount()): TbxReader {
  const { leftOut } = account;
  const concepts: FileConcept[] = [];
  let concept: OpenConcept | null = null;
  let language = '';
  /** What holds where nothing else is said (XML 1.0, section 2.12). */
  let fileLanguage = '';
  let term: Values | null = null;
  /** How many elements are open that stand around the entries, and that say who did something and when. */
  const within = { around: 0, transaction: 0, section: 0 };
  const open: { tag: string; category: string; target: string; text: string }[] = [];
  const parser = unitParser({
    name,
    format: 'TBX',
    roots: ['martif', 'tbx', 'TBX'],
    deepest: MAX_DEPTH,
    nameOf: (qualified) => qualified.replace(/^.*:/u, ''),
    open(local, attributes, depth) {
      if (depth === 1) fileLanguage = languageOf(attributes);
      const tag = local.toLowerCase();
      open.push({ tag, category: attributes['type'] ?? local, target: attributes['target'] ?? '', text: '' });
      if (ENTRY_ELEMENTS.has(tag)) {
        concept = { id: attributes['id'] ?? '', number: concepts.length + 1, values: new Map(), terms: [] };
      } else if (LANGUAGE_ELEMENTS.has(tag)) language = languageOf(attributes) || fileLanguage;
      else if (TERM_ELEMENTS.has(tag)) term = new Map();
      enter(tag, 1);
    },
    text(piece) {
      // What stands in a value, marked up or not, is of it.
      const holder = open.find(({ tag }) => !HOLDER_ELEMENTS.has(tag));
      if (holder) holder.text += piece;
      else leftOut.noteText(piece);
    },
    close() {
      const element = open.pop();
      if (!element) return;
      enter(element.tag, -1);
      if (!HOLDER_ELEMENTS.has(element.tag)) finish(element);
      else finishHolder(element.tag);
    },
  });

  function enter(tag: string, more: 1 | -1): void {
    if (OUTER_ELEMENTS.has(tag)) within.around += more;
    if (tag === 'transacgrp') within.transaction += more;
    if (LANGUAGE_ELEMENTS.has(tag)) within.section += more;
  }

  function finishHolder(tag: string): void {
    if (tag === 'transacgrp') leftOut.note('transactions (who and when)');
    if (TERM_ELEMENTS.has(tag) && concept && term) {
      concept.terms.push(...termsFrom(term, language, account));
      term = null;
    } else if (ENTRY_ELEMENTS.has(tag) && concept) {
      if (concept.terms.length > 0) concepts.push(conceptFrom(concept, account));
      else {
        leftOut.note('entries without a term');
        for (const value of [...concept.values.values()].flat()) leftOut.settle(value);
      }
      concept = null;
    }
  }

  function finish({ tag, category, target, text }: (typeof open)[number]): void {
    // Within another value.
    if (open.some((one) => !HOLDER_ELEMENTS.has(one.tag))) return;
    const value = text.replace(/[ \t\r\n]+/gu, ' ').trim();
    const into = term ?? concept?.values;
    if (within.transaction > 0) leftOut.settle(text);
    else if (!into || within.around > 0) {
      if (value && !OWN_HEADER.test(value)) leftOut.note(`${within.around > 0 ? 'header or back: ' : ''}${tag}`);
      leftOut.settle(text);
    } else if (tag === 'xref' && category === 'xGraphic' && target && !term) {
      put(into, 'image', target);
      leftOut.settle(text);
    } else if (tag === 'xref')
      put(into, category, [value, target].filter((one, i, all) => one && all.indexOf(one) === i).join(' '));
    else if (/^(?:ref|transac|date)$/u.test(tag)) {
      leftOut.note(`${tag} ${category}`);
      leftOut.settle(text);
    } else {
      if (!term && within.section > 0 && value) leftOut.note(`the language of ${category}`);
      putValue(into, tag, category, value);
    }
  }

  function putValue(into: Values, tag: string, category: string, value: string): void {
    if (tag === 'note') {
      const [, key = '', own = ''] = /^x-([a-z-]+): ([\s\S]*)$/u.exec(value) ?? [];
      put(into, key ? `x-${key}` : 'note', key ? own : value);
      // The name of a field is none of a person's words.
      if (key) leftOut.settle(`x-${key}`);
    } else put(into, tag === 'term' ? 'term' : category, value);
  }

  return {
    write: parser.write,
    isDamaged: parser.isDamaged,
    end() {
      const problem = parser.end();
      if (problem) throw problem;
      account.read(parser.letters());
      return concepts;
    },
  };
}

/**
 * Reads the concepts of a TBX file that is at hand as a whole.
 * @throws Problem `unreadable-file` with line and column
 */
export function readTbx(xml: string, name: string, account?: GlossaryAccount): FileConcept[] {
  const reader = tbxReader(name, account);
  reader.write(xml);
  return reader.end();
}

/** The language that an element names; empty for none. */
function languageOf(attributes: Record<string, string>): string {
  return tagOrCode(attributes['xml:lang'] ?? attributes['lang'] ?? '');
}
