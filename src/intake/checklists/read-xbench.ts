import { SaxesParser } from 'saxes';
import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import type { CheckPattern, PatternSearch } from '../../core/check/pattern.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { atPlace, reasonOf } from '../xml/xml-error.ts';
import { plainSearch, powerSearches, type SearchWay } from './power-search.ts';
import type { ChecklistEntry } from './read-checklist.ts';

/** A term of a check as the file has it. */
interface XbenchTerm {
  readonly side: Side;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/**
 * The checks of a checklist of Xbench (.xbckl): `check` with a `term` for each side, a `description`, and how it is
 * searched as attributes of the term.
 * @throws Problem `unreadable-file` with line and column where it is none
 */
export function readXbench(text: string, name: string): ChecklistEntry[] {
  const entries: ChecklistEntry[] = [];
  const parser = new SaxesParser();
  let root = '';
  let check = { name: '', description: '', terms: [] as XbenchTerm[] };
  let into: 'term' | 'description' | null = null;
  parser.on('error', (error) => {
    throw notOne(name, atPlace(parser, reasonOf(error)));
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    root ||= tag;
    if (tag === 'check') check = { name: attributes['name'] ?? '', description: '', terms: [] };
    if (tag === 'term') {
      const side = SIDES.find((one) => one === attributes['type']);
      if (side) check.terms.push({ side, attributes, text: '' });
    }
    into = tag === 'term' || tag === 'description' ? tag : into;
  });
  const add = (piece: string) => {
    const term = check.terms.at(-1);
    if (into === 'description') check.description += piece;
    else if (into === 'term' && term) term.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: tag }) => {
    if (tag === into) into = null;
    if (tag !== 'check') return;
    const read = check;
    const place = msg('“{check}”', { check: read.name || String(entries.length + 1) });
    entries.push({ place, read: () => patternFrom(read) });
  });
  parser.write(text).close();
  if (root !== 'xbench-checklist') throw notOne(name, msg('Its root element is “{tag}”.', { tag: root }));
  return entries;
}

function patternFrom({
  name,
  description,
  terms,
}: {
  readonly name: string;
  readonly description: string;
  readonly terms: readonly XbenchTerm[];
}): CheckPattern {
  const named = [name, description.trim()].filter(Boolean);
  return {
    name: [...new Set(named)].join(': '),
    isOn: true,
    severity: 'warning',
    searches: terms.flatMap(searchesOf),
  };
}

function searchesOf({ side, attributes, text }: XbenchTerm): PatternSearch[] {
  const is = (attribute: string) => attributes[attribute] === 'yes';
  const mode = attributes['searchmode'] ?? 'simple';
  if (mode !== 'simple' && mode !== 'regexp') {
    throw new Problem(
      'bad-input',
      msg('The way of searching “{mode}” is not known.', { mode }),
      '',
      'Make it a simple search or a regular expression in Xbench.',
    );
  }
  const way: SearchWay = { mode, matchCase: is('casecheck'), wholeWord: is('wholeword') };
  const words = is('notrim') ? text : text.trim();
  return is('powersearch') ? powerSearches(side, words, way) : plainSearch(side, words, way);
}

function notOne(name: string, detail: Message): Problem {
  return new Problem(
    'unreadable-file',
    msg('{name} cannot be read as a checklist of Xbench.', { name }),
    detail,
    'Export the checklist again from Xbench.',
  );
}
