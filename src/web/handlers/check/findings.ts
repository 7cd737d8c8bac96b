import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { exportFindings } from '../../../app/check/export-findings.ts';
import { checkBitexts, dismissals, dismissFinding, PAGE_FINDINGS, undismiss } from '../../../app/check/findings.ts';
import { chosenProfile, profiles } from '../../../app/check/profiles.ts';
import { glossaries, glossariesFor } from '../../../app/glossary/glossaries.ts';
import { CHECK_CODES, type CheckSelection } from '../../../core/check/line.ts';
import { CHECK_SEVERITIES } from '../../../core/check/row-finding.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm, signalOf } from '../../forms.ts';
import { catalogueOf, languageOf, translatorIn } from '../../language.ts';
import type { Views } from '../../views.ts';
import { sendWork } from '../../work-page.ts';

/** Which findings are wanted: of what severity at least, of which check. What cannot be read does not count. */
const Wanted = z.object({
  severity: z.enum(CHECK_SEVERITIES).catch('hint').default('hint'),
  code: z
    .enum(['', ...CHECK_CODES])
    .catch('')
    .default(''),
});

const Page = Wanted.extend({ page: z.coerce.number().int().min(0).catch(0).default(0) });

function selectionOf({ severity, code }: z.output<typeof Wanted>): CheckSelection {
  return { only: code ? [code] : [], except: [], severity };
}

/** Everything in which a bitext departs from its glossaries. */
export const showFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { page, ...search } = readForm(Page, request.query);
    const { t } = translatorIn(languageOf(request));
    await sendFindings(app, response, {
      title: t('Check of {title}', { title: head.title }),
      address: `/bitexts/${head.id}/check`,
      bitexts: [head.id],
      page,
      search,
      one: true,
      glossaries: await glossaries(app),
      chosen: await glossariesFor(app, head.id),
      profile: await chosenProfile(app, head.id),
    });
  };

export const showAllFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const Query = Page.extend({ bitext: listOf(z.coerce.number().int().positive()) });
    const { bitext, page, ...search } = readForm(Query, request.query);
    const { t } = translatorIn(languageOf(request));
    await sendFindings(app, response, {
      title:
        bitext.length > 0 ? t('Check of {count} chosen bitexts', { count: bitext.length }) : t('Check of all bitexts'),
      address: `/check?${new URLSearchParams(bitext.map((id): [string, string] => ['bitext', String(id)]))}`,
      bitexts: bitext,
      page,
      search,
      one: false,
      glossaries: [],
      chosen: [],
      profile: null,
    });
  };

const FILES = {
  csv: 'text/csv',
  html: 'text/html',
  jsonl: 'application/jsonl',
  sarif: 'application/sarif+json',
} as const;

/** The findings of some bitexts, or of all, as a file. */
export const downloadFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const Query = Wanted.extend({
      bitext: listOf(z.coerce.number().int().positive()),
      format: z.enum(['csv', 'html', 'jsonl', 'sarif']).default('csv'),
    });
    const { bitext, format, ...search } = readForm(Query, request.query);
    const language = languageOf(request);
    const words = { language, catalogue: catalogueOf(language) };
    const wanted = selectionOf(search);
    const chunks = await exportFindings(app, { bitexts: bitext, wanted, format, words }, signalOf(response));
    response.attachment(`check.${format}`).type(FILES[format]);
    await pipeline(Readable.from(chunks), response);
  };

type Shown = Omit<Views['check/findings'], 'found' | 'pageSize' | 'dismissed' | 'fileAddress' | 'profiles'> & {
  bitexts: readonly number[];
};

async function sendFindings(app: App, response: Response, { bitexts, ...wanted }: Shown): Promise<void> {
  await sendWork(response, {
    view: 'check/findings',
    head: { title: wanted.title, at: 'glossary', script: 'pages/findings' },
    back: wanted.one ? `/bitexts/${bitexts[0]}` : '/glossary',
    work: async (order) => ({
      ...wanted,
      fileAddress: `/check/file?${addressPart(bitexts, wanted.search)}&`,
      profiles: await profiles(app),
      found: await checkBitexts(app, bitexts, { ...order, page: wanted.page, wanted: selectionOf(wanted.search) }),
      pageSize: PAGE_FINDINGS,
      dismissed: await dismissals(app),
    }),
  });
}

function addressPart(bitexts: readonly number[], { severity, code }: z.output<typeof Wanted>): URLSearchParams {
  const part = new URLSearchParams();
  for (const id of bitexts) part.append('bitext', String(id));
  if (severity !== 'hint') part.set('severity', severity);
  if (code) part.set('code', code);
  return part;
}

const Key = z.string().min(1).max(5000);

const Dismissal = z.object({
  /** The finding alone. */
  finding: Key,
  /** All that say the same; without it, the finding has no other key. */
  same: Key.optional(),
  reason: z.string().max(1000).default(''),
  where: z.enum(['row', 'here', 'everywhere']).default('here'),
  bitext: z.coerce.number().int(),
  back: z.string().startsWith('/').catch('/check').default('/check'),
});

export const dismiss =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { finding, same = finding, reason, where, bitext, back } = readForm(Dismissal, request.body);
    await dismissFinding(app, {
      finding: where === 'row' ? finding : same,
      reason,
      bitext: where === 'everywhere' ? null : bitext,
      author: authorOf(request, response),
    });
    response.redirect(303, back);
  };

export const takeBackDismissal =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undismiss(app, idIn(request, 'dismissal'));
    response.redirect(303, '/check');
  };
