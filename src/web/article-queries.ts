import { z } from 'zod';
import { ARTICLE_SORTS, ARTICLE_STATES, type ArticleQuery, labelIn } from '../app/library/articles.ts';
import { LABEL_KINDS, type Label } from '../core/article.ts';
import { WORKFLOW_STATES } from '../core/workflow/workflow.ts';
import { Language, textUpTo } from './forms.ts';

const Day = z
  .union([z.iso.date(), z.literal('')])
  .catch('')
  .default('');

/** What the list of articles shows, as the address holds it. What cannot be read does not count. */
export const ArticlesForm = z.object({
  q: z.string().max(500).catch('').default(''),
  texts: z.enum(['originals', 'translations', 'all']).catch('originals').default('originals'),
  language: Language.catch('').default(''),
  missing: Language.catch('').default(''),
  publisher: z.string().max(200).catch('').default(''),
  from: Day,
  to: Day,
  state: z
    .enum(['', ...ARTICLE_STATES])
    .catch('')
    .default(''),
  label: z.string().max(300).catch('').default(''),
  stage: z
    .enum(['', ...WORKFLOW_STATES])
    .catch('')
    .default(''),
  person: z.string().max(40).catch('').default(''),
  due: Day,
  sort: z.enum(ARTICLE_SORTS).catch('added').default('added'),
  page: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
});
export type ArticlesSearch = z.output<typeof ArticlesForm>;

export function articleQueryOf({ q, label, due, page: _page, ...rest }: ArticlesSearch): ArticleQuery {
  return { ...rest, search: q.trim(), label: labelIn(label), dueBy: due };
}

/** What somebody has typed about an article; it comes back with every refusal. */
export const ArticleForm = z.object({
  title: textUpTo(1000),
  publisher: textUpTo(200),
  author: textUpTo(500),
  published: z.union([z.iso.date(), z.literal('')]).default(''),
  address: textUpTo(2000),
  licence: textUpTo(500),
  desk: textUpTo(2000),
  topic: textUpTo(2000),
  client: textUpTo(2000),
  version: z.coerce.number().int().min(0).default(0),
});

/** Labels from their fields, in each of which names stand with commas between. */
export function labelsFrom(form: Readonly<Record<(typeof LABEL_KINDS)[number], string>>): Label[] {
  return LABEL_KINDS.flatMap((kind) => {
    const names = form[kind].split(/[,،、]/u).map((name) => name.trim().replaceAll(/\s+/gu, ' '));
    return [...new Set(names)].filter(Boolean).map((name) => ({ kind, name }));
  });
}
