import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { getConcept } from '../../../app/glossary/concepts.ts';
import { type ConcordanceLine, concordance, knownPublishers, usesOf } from '../../../app/glossary/concordance.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { WordsForm } from '../../glossary-queries.ts';
import { sendView } from '../../views.ts';

export const showConcordance =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(WordsForm, request.query);
    const lines = await concordance(app, { ...query, words: query.q }, { signal: signalOf(response) });
    await sendView(response, 'glossary/concordance', {
      query,
      lines,
      folded: foldSame(lines),
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

/** Rows of the same texts as one: a story that came in five times is read once. */
function foldSame(lines: readonly ConcordanceLine[]) {
  const folded = new Map<string, { line: ConcordanceLine; others: ConcordanceLine[] }>();
  for (const line of lines) {
    const key = [line.source, line.target].map((parts) => parts.map(({ text }) => text).join('')).join('\n');
    const known = folded.get(key);
    if (known) known.others.push(line);
    else folded.set(key, { line, others: [] });
  }
  return [...folded.values()];
}
