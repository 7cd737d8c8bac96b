import { z } from 'zod';
import type { ConceptQuery } from '../app/glossary/concepts.ts';
import { BEAD_STATUSES } from '../core/bitext/bitext.ts';
import { CONCEPT_KINDS, CONCEPT_STATES, TERM_STATUSES } from '../core/glossary/concept.ts';
import { Language } from './forms.ts';

/** What the list of concepts shows, as the address holds it. What cannot be read does not count. */
export const GlossaryForm = z.object({
  q: z.string().default(''),
  kind: z
    .enum(['', ...CONCEPT_KINDS])
    .catch('')
    .default(''),
  language: Language.catch('').default(''),
  status: z
    .enum(['', ...TERM_STATUSES])
    .catch('')
    .default(''),
  glossary: z.coerce.number().int().catch(0).default(0),
  state: z
    .enum(['', ...CONCEPT_STATES])
    .catch('')
    .default(''),
  page: z.coerce.number().int().min(0).catch(0).default(0),
});
export type GlossaryQuery = z.output<typeof GlossaryForm>;

/** The query of the list that a form asks for. */
export function conceptQuery({ q, kind, language, status, glossary, state }: GlossaryQuery): ConceptQuery {
  return {
    search: q,
    kind: kind || undefined,
    language: language || undefined,
    status: status || undefined,
    glossary: glossary || undefined,
    state: state || undefined,
  };
}

/** What the search for words in all bitexts is narrowed by. */
export const WordsForm = z.object({
  q: z.string().max(500).default(''),
  language: Language.catch('').default(''),
  status: z
    .enum(['', ...BEAD_STATUSES])
    .catch('')
    .default(''),
  publisher: z.string().max(200).catch('').default(''),
  from: z
    .union([z.iso.date(), z.literal('')])
    .catch('')
    .default(''),
  to: z
    .union([z.iso.date(), z.literal('')])
    .catch('')
    .default(''),
});
export type WordsQuery = z.output<typeof WordsForm>;

/** A sentence that is looked up in the memory. */
export const LookupForm = z.object({
  q: z.string().trim().max(5000).default(''),
  from: Language.catch('').default(''),
  to: Language.catch('').default(''),
  /** In per cent. */
  least: z.coerce.number().int().min(1).max(100).catch(50).default(50),
});
export type LookupQuery = z.output<typeof LookupForm>;
