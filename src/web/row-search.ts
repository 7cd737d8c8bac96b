import { z } from 'zod';
import { ROW_FILTERS, type RowQuery } from '../app/review/find-rows.ts';
import type { TextQuery } from '../core/bitext/text-query.ts';

/** Where to look in a row. */
const PLACES = ['both', 'source', 'target'] as const;

const Switch = z.literal('on').optional().catch(undefined);

/** A search within a bitext, as the address holds it. What cannot be read does not count. */
export const SearchForm = z.object({
  show: z.enum(ROW_FILTERS).catch('all').default('all'),
  find: z.string().max(1000).catch('').default(''),
  in: z.enum(PLACES).catch('both').default('both'),
  regex: Switch,
  word: Switch,
  case: Switch,
  from: z.coerce.number().min(0).max(100).catch(0).default(0),
  to: z.coerce.number().min(0).max(100).catch(100).default(100),
  term: z.string().trim().max(500).catch('').default(''),
});
export type Search = z.output<typeof SearchForm>;

export function rowQueryOf(search: Search): RowQuery {
  return {
    filter: search.show,
    text: search.find === '' ? null : textQueryOf(search),
    from: search.from / 100,
    to: search.to / 100,
    term: search.term,
  };
}

export function textQueryOf(search: Search): TextQuery {
  return {
    text: search.find,
    in: search.in,
    regex: search.regex === 'on',
    word: search.word === 'on',
    case: search.case === 'on',
  };
}
