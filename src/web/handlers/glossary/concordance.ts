import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { getConcept } from '../../../app/glossary/concepts.ts';
import { concordance, knownPublishers, usesOf } from '../../../app/glossary/concordance.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { WordsForm } from '../../glossary-queries.ts';
import { sendView } from '../../views.ts';

export const showConcordance =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(WordsForm, request.query);
    await sendView(response, 'glossary/concordance', {
      query,
      lines: await concordance(app, { ...query, words: query.q }, { signal: signalOf(response) }),
      isIndexing: query.q !== '' && (await app.searchIndex.isIndexing()),
      publishers: await knownPublishers(app),
    });
  };

export const showUses =
  (app: App): RequestHandler =>
  async (request, response) => {
    const concept = await getConcept(app, idIn(request, 'concept'));
    const uses = await usesOf(app, concept, { signal: signalOf(response) });
    await sendView(response, 'glossary/uses', { concept, uses, isIndexing: await app.searchIndex.isIndexing() });
  };
