import { tagOrCode } from '../../language-codes.ts';
import { MAX_DEPTH, unitParser } from '../../xml/unit-parser.ts';
import type { GlossaryAccount } from '../glossary-account.ts';

/** A field of an entry, of a language in it or of a term, as the termbase of its makers names it. */
export interface MultiTermField {
  readonly name: string;
  readonly value: string;
}

export interface MultiTermTerm {
  readonly text: string;
  readonly fields: readonly MultiTermField[];
}

export interface MultiTermLanguage {
  /** BCP 47 tag. */
  readonly language: string;
  readonly fields: readonly MultiTermField[];
  readonly terms: readonly MultiTermTerm[];
}

export interface MultiTermEntry {
  /** Its number; empty where it has none. */
  readonly id: string;
  readonly fields: readonly MultiTermField[];
  readonly languages: readonly MultiTermLanguage[];
}

/** Whether an XML text is an export of MultiTerm, by its first elements. */
export function isMultiTerm(xml: string): boolean {
  return /<(?:mtf|conceptGrp)[\s>]/u.test(xml.slice(0, LOOKED_AT));
}

const LOOKED_AT = 4000;

/** Elements that hold others and no text of their own. */
const HOLDERS = new Set(['mtf', 'conceptgrp', 'languagegrp', 'termgrp', 'descripgrp', 'transacgrp']);

interface OpenField {
  readonly name: string;
  value: string;
}

/**
 * Reads the entries of MultiTerm XML: `conceptGrp` with `languageGrp` with `termGrp`, each with fields in `descrip`, whose
 * `type` is whatever the makers of a termbase have called it. A field may stand below another, as the source of a definition does.
 * @param account of what is no field: who did something and when, classes of entries
 * @throws Problem `unreadable-file` with line and column
 */
export function readMultiTerm(xml: string, name: string, { leftOut, read }: GlossaryAccount): MultiTermEntry[] {
  const entries: MultiTermEntry[] = [];
  let entry: { id: string; fields: OpenField[]; languages: MultiTermLanguage[] } | null = null;
  let language: { language: string; fields: OpenField[]; terms: MultiTermTerm[] } | null = null;
  let term: { text: string; fields: OpenField[] } | null = null;
  let transactions = 0;
  /** Elements that are open; a value belongs to the outermost that is no holder. */
  const open: { readonly tag: string; readonly field: string; text: string }[] = [];
  const parser = unitParser({
    name,
    format: 'MultiTerm',
    roots: ['mtf', 'conceptGrp'],
    deepest: MAX_DEPTH,
    nameOf: (qualified) => qualified.replace(/^.*:/u, ''),
    open(local, attributes) {
      const tag = local.toLowerCase();
      const isInValue = open.some((one) => !HOLDERS.has(one.tag));
      open.push({ tag, field: attributes['type'] ?? '', text: '' });
      if (isInValue) return;
      if (tag === 'conceptgrp') entry = { id: '', fields: [], languages: [] };
      else if (tag === 'languagegrp') language = { language: '', fields: [], terms: [] };
      else if (tag === 'language' && language)
        language.language = tagOrCode(attributes['lang'] || attributes['type'] || '');
      else if (tag === 'termgrp') term = { text: '', fields: [] };
      else if (tag === 'transacgrp') transactions += 1;
    },
    text(piece) {
      const value = open.find(({ tag }) => !HOLDERS.has(tag));
      if (value) value.text += piece;
      else leftOut.noteText(piece);
    },
    close() {
      const element = open.pop();
      if (!element || open.some(({ tag }) => !HOLDERS.has(tag))) return;
      if (!HOLDERS.has(element.tag)) finishValue(element);
      else finishHolder(element.tag);
    },
  });

  function finishValue({ tag, field, text }: (typeof open)[number]): void {
    const value = text.replace(/[ \t\r\n]+/gu, ' ').trim();
    const into = term ?? language ?? entry;
    if (transactions > 0 || tag === 'language') leftOut.settle(text);
    else if (tag === 'term' && term) term.text = value;
    else if (tag === 'concept' && entry) entry.id = value;
    else if (tag === 'descrip' && into) {
      if (value) into.fields.push({ name: field || tag, value });
    } else {
      if (value) leftOut.note(field ? `${tag} ${field}` : tag);
      leftOut.settle(text);
    }
  }

  function finishHolder(tag: string): void {
    if (tag === 'transacgrp') {
      transactions -= 1;
      leftOut.note('transactions (who and when)');
    } else if (tag === 'termgrp') {
      if (term) language?.terms.push(term);
      term = null;
    } else if (tag === 'languagegrp') {
      if (language) entry?.languages.push(language);
      language = null;
    } else if (tag === 'conceptgrp') {
      if (entry) entries.push(entry);
      entry = null;
    }
  }

  parser.write(xml);
  const problem = parser.end();
  if (problem) throw problem;
  read(parser.letters());
  return entries;
}
