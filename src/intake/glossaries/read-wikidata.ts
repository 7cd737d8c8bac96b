import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import type { ConceptKind, FileConcept, Relation, Term } from '../../core/glossary/concept.ts';
import { countLetters } from '../../core/text/letters.ts';
import type { Table } from '../table-rows.ts';
import { withoutHint } from '../table-rows.ts';
import type { GlossaryAccount } from './glossary-account.ts';
import { genderOfWord, termOf } from './glossary-values.ts';

/** What columns of such a table are called: `item` and `itemLabel`, with a language behind it or without. */
const COLUMNS = {
  person: 'item|person|human|holder|officeholder|politician',
  role: 'position|office|post|role',
  place: 'country|jurisdiction|of|place|organi[sz]ation|body',
  since: 'start|starttime|startdate|since|from',
  until: 'end|endtime|enddate|until|to',
  gender: 'gender|sex|sexorgender|genderlabel|sexlabel|sexorgenderlabel',
} as const;

const patternOf = (names: string, label: string) => new RegExp(`^(?:${names})${label}$`, 'iu');
const LABEL = '[_ ]?label(?:[_ -]?([a-z]{2,3}))?';

/** Whether a text is a table of who held which position, as Wikidata's query service gives it, by its first line. */
export function isHolderTable(text: string): boolean {
  const columns = (withoutHint(text).split(/\r?\n/u, 1)[0] ?? '').split(/[,;\t]/u).map(plain);
  const has = (pattern: RegExp) => columns.some((column) => pattern.test(column));
  return has(patternOf(COLUMNS.person, LABEL)) && has(patternOf(COLUMNS.role, LABEL));
}

/**
 * People, the roles that they hold with their dates, and the countries or bodies that these are of. Labels whose column
 * names no language are in the one that the import is asked for.
 */
export function conceptsOfHolders(table: Table, account: GlossaryAccount): FileConcept[] {
  const columns = table.columns.map(plain);
  const found = new Map<string, { kind: ConceptKind; terms: Term[]; relations: Relation<string>[]; id: string }>();
  const used = new Set<number>();
  const at = (pattern: RegExp) => {
    const place = columns.findIndex((column) => pattern.test(column));
    if (place >= 0) used.add(place);
    return place;
  };
  const labels = (names: string) =>
    columns.flatMap((column, place) => {
      const match = patternOf(names, LABEL).exec(column);
      if (match) used.add(place);
      return match ? [{ place, language: match[1]?.toLowerCase() ?? ANY_LANGUAGE }] : [];
    });
  const [since, until, gender] = [
    at(patternOf(COLUMNS.since, '')),
    at(patternOf(COLUMNS.until, '')),
    at(patternOf(COLUMNS.gender, '')),
  ];
  const parts = (['person', 'role', 'place'] as const).map((part) => ({
    part,
    id: at(patternOf(COLUMNS[part], '')),
    labels: labels(COLUMNS[part]),
  }));
  for (const { cells } of table.rows) {
    for (const [place, cell] of cells.entries()) {
      account.read(countLetters(cell));
      const isName = parts.some((one) => one.labels.some((label) => label.place === place));
      if (!isName) account.leftOut.settle(cell);
      if (!used.has(place) && cell.trim()) account.leftOut.note(`column “${table.columns[place] ?? place + 1}”`);
    }
    const cell = (place: number) => cells[place]?.trim() ?? '';
    const word = genderOfWord(itemOf(cell(gender))) ?? '';
    const [person, role, place] = parts.map(({ part, id, labels: named }) => {
      const names = named.flatMap(({ place: column, language }) =>
        cell(column) ? [{ language, text: cell(column) }] : [],
      );
      const first = names[0];
      const key = itemOf(cell(id)) || first?.text || '';
      if (!first || !key) return '';
      const known = found.get(`${part} ${key}`);
      if (known) for (const { text } of names) account.leftOut.settle(text);
      else {
        const kind = part === 'place' ? 'place' : part;
        const terms = names.map((name) => termOf({ ...name, gender: part === 'person' ? word : '' }));
        found.set(`${part} ${key}`, { kind, terms, relations: [], id: /^Q\d+$/u.test(key) ? key : '' });
      }
      return `${part} ${key}`;
    });
    if (!person || !role) {
      if (cells.some((one) => one.trim())) account.leftOut.note('rows without a person or a position');
      continue;
    }
    found.get(person)!.relations.push({
      kind: 'holds',
      to: role,
      ...(place && { of: place }),
      since: dayOf(cell(since)),
      until: dayOf(cell(until)),
    });
  }
  return [...found].map(([key, { kind, terms, relations, id }]) => ({
    key,
    kind,
    definition: '',
    note: '',
    terms,
    ...(id && { ids: { wikidata: id } }),
    ...(relations.length > 0 && { relations: once(relations) }),
  }));
}

function plain(column: string): string {
  return column.trim().replace(/^"|"$/gu, '').replace(/^\?/u, '').trim();
}

/** The number of an item, of its address or as it is. */
function itemOf(cell: string): string {
  return /(?:^|\/)(Q\d+)$/u.exec(cell)?.[1] ?? cell;
}

/** A day of a time such as 2004-03-09T00:00:00Z; what is known by the year alone stands so. */
function dayOf(cell: string): string {
  return /^\+?(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T|$)/u.exec(cell)?.[1]?.replace(/-00/gu, '') ?? '';
}

function once(relations: readonly Relation<string>[]): Relation<string>[] {
  return [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()];
}
