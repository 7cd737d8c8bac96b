import type { RequestHandler } from 'express';
import { z } from 'zod';
import { allAccounts } from '../../../app/accounts/accounts.ts';
import { type App, headOf } from '../../../app/app.ts';
import { articleOfBitext } from '../../../app/library/article.ts';
import { dateOfBitext, setDateOfBitext } from '../../../app/library/article-date.ts';
import { countSure, DEFAULT_THRESHOLD } from '../../../app/review/confirm-by-confidence.ts';
import { narrows, ROW_FILTERS } from '../../../app/review/find-rows.ts';
import { openReview } from '../../../app/review/review.ts';
import { shownWorkflow, workersOf } from '../../../app/workflow/shown-workflow.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { rowQueryOf, SearchForm } from '../../row-search.ts';
import { rowsHtml } from '../../rows/review-rows.ts';
import { sendView } from '../../views.ts';
import { answer } from '../../wire.ts';
import { sendWork } from '../../work-page.ts';

const Query = SearchForm.extend({
  /** The bitext that this one renews, and how many rows were kept, changed and lost. */
  updated: z
    .string()
    .regex(/^\d+(?:,\d+){3}$/u)
    .optional()
    .catch(undefined),
});

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    if (head.state !== 'ready') return sendView(response, 'review/waiting', { head });
    const { updated, ...search } = readForm(Query, request.query);
    const author = authorOf(request, response);
    const query = rowQueryOf(search);
    const [from = 0, kept = 0, changed = 0, lost = 0] = updated?.split(',').map(Number) ?? [];
    await sendWork(response, {
      view: 'review/show',
      head: { title: head.title, page: 'review', script: 'pages/review' },
      back: `/bitexts/${head.id}`,
      async work(order) {
        const review = await openReview(app, head.id, { query, author, order });
        return {
          review,
          article: await articleOfBitext(app, head),
          articleDay: await dateOfBitext(app, head.id),
          rows: await rowsHtml(review.rows, head, languageOf(request)),
          search,
          narrowed: narrows(query),
          filters: ROW_FILTERS,
          sure: { from: 100 * DEFAULT_THRESHOLD, count: await countSure(app, head.id, DEFAULT_THRESHOLD) },
          work: await shownWorkflow(app, head.id),
          workers: await workersOf(app),
          people: (await allAccounts(app)).filter(({ isDisabled }) => !isDisabled),
          updated: updated ? { from, kept, changed, lost } : null,
        };
      },
    });
  };

const DayForm = z.object({ day: z.string().trim().max(20).default('') });

/** Sets the day of the article. */
export const setDate =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    await setDateOfBitext(app, id, readForm(DayForm, request.body).day);
    response.redirect(303, `/bitexts/${id}`);
  };

export const status =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { state, progress, problem } = await headOf(app, idIn(request));
    const { t } = translatorIn(languageOf(request));
    answer('GET /bitexts/:id/status', response, { state, progress, problem: problem ? t(problem) : '' });
  };
