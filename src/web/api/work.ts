import { z } from 'zod';
import { type App, headOf } from '../../app/app.ts';
import { checkBitexts, PAGE_FINDINGS } from '../../app/check/findings.ts';
import { nextBitexts } from '../../app/library/numbered.ts';
import type { Translator } from '../../core/translator.ts';
import { endpoint } from './endpoint.ts';
import { Finding, shownFound } from './findings.ts';
import { cursorFrom, numbersIn, PageQuery, page, pageOf } from './pages.ts';

const Job = z
  .object({
    bitext: z.int(),
    state: z.enum(['queued', 'aligning', 'failed']),
    progress: z.number().min(0).max(1),
    problem: z.string().nullable(),
  })
  .meta({ id: 'Job' });

/** Of what is done, and what was found. */
export const workEndpoints = [
  endpoint(
    {
      method: 'get',
      path: '/jobs',
      permission: 'read',
      tag: 'Jobs',
      summary: 'Alignments that wait, run or have failed',
    },
    {
      query: PageQuery,
      answer: pageOf(Job),
      run: (app, { query, t }) =>
        page(
          query,
          (list) => nextBitexts(app, { ...list, state: ['queued', 'aligning', 'failed'], archived: false }),
          (id) => job(app, id, t),
        ),
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/bitexts/:id/findings',
      permission: 'read',
      tag: 'Checks',
      summary: 'What the checks find in a bitext',
    },
    {
      query: PageQuery.pick({ cursor: true }),
      answer: pageOf(Finding).extend({ count: z.int().describe('of all findings') }),
      async run(app, { id, query: { cursor }, signal, t }) {
        await headOf(app, id);
        const [number = 0] = numbersIn(cursor, 1) ?? [];
        const { count, checked } = await checkBitexts(app, [id], { page: number, signal });
        const items = checked.flatMap(({ findings }) => findings);
        return {
          count,
          items: items.map((one) => shownFound(one, t)),
          next: (number + 1) * PAGE_FINDINGS < count ? cursorFrom([number + 1]) : null,
        };
      },
    },
  ),
];

/** One that was done while the list was made is no job any more, but was one. */
async function job(app: App, bitext: number, t: Translator['t']): Promise<z.input<typeof Job>> {
  const { state, progress, problem } = await headOf(app, bitext);
  if (state === 'queued' || state === 'failed') return { bitext, state, progress, problem: problem && t(problem) };
  return { bitext, state: 'aligning', progress: state === 'aligning' ? progress : 1, problem: null };
}
