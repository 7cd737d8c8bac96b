import { TERM_RULES, type Term } from './concept.ts';

/** What people write about a term. */
export const TERM_REMARKS = ['register', 'forms', 'reason', 'instead', 'note', 'source'] as const;

/** What a term holds, each as a text that a cell or a field shows. */
export const TERM_FIELDS = [
  'language',
  'text',
  'status',
  'gender',
  'partOfSpeech',
  'type',
  'number',
  ...TERM_REMARKS,
  'rules',
] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** A term by its fields; one that is left out is empty. Statuses, genders and the like are those of `Term`. */
export interface TermCells {
  readonly language: string;
  readonly text: string;
  readonly status?: Term['status'] | undefined;
  readonly gender?: Term['gender'] | undefined;
  readonly partOfSpeech?: string | undefined;
  readonly type?: Term['type'] | '' | undefined;
  readonly number?: Term['number'] | '' | undefined;
  readonly register?: Term['register'] | '' | undefined;
  /** Further forms, with commas or semicolons between. */
  readonly forms?: string | undefined;
  readonly reason?: string | undefined;
  readonly instead?: string | undefined;
  readonly note?: string | undefined;
  readonly source?: string | undefined;
  /** Rules with spaces, commas or bars between; what is none of them does not count. */
  readonly rules?: string | undefined;
}

/** A term from its fields; what is empty is left out. */
export function termFrom(cells: TermCells): Term {
  const { language, text, status = 'preferred', gender = '', partOfSpeech = '', note = '' } = cells;
  const { type, number, register, reason, instead, source } = cells;
  const forms = (cells.forms ?? '')
    .split(/[,;]/u)
    .map((one) => one.trim())
    .filter(Boolean);
  const written = (cells.rules ?? '').split(/[\s,;|]+/u);
  const rules = TERM_RULES.filter((rule) => written.includes(rule));
  return {
    language,
    text,
    status,
    gender,
    partOfSpeech,
    note,
    ...(type && { type }),
    ...(number && { number }),
    ...(register && { register }),
    ...(reason && { reason }),
    ...(instead && { instead }),
    ...(source && { source }),
    ...(forms.length > 0 && { forms }),
    ...(rules.length > 0 && { rules }),
  };
}

/** What a field of a term says. */
export function cellOf(term: Term, field: TermField): string {
  if (field === 'forms' || field === 'rules') return (term[field] ?? []).join(', ');
  return term[field] ?? '';
}
