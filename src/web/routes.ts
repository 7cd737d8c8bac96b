import type { RequestHandler } from 'express';
import type { App } from '../app/app.ts';
import * as findings from './handlers/check/findings.ts';
import * as profiles from './handlers/check/profiles.ts';
import * as exports from './handlers/export/export.ts';
import * as candidates from './handlers/glossary/candidates.ts';
import * as conceptList from './handlers/glossary/concept-list.ts';
import * as concepts from './handlers/glossary/concepts.ts';
import * as concordance from './handlers/glossary/concordance.ts';
import * as glossaries from './handlers/glossary/glossaries.ts';
import * as exchange from './handlers/glossary/glossary-exchange.ts';
import * as glossaryHistory from './handlers/glossary/glossary-history.ts';
import * as table from './handlers/glossary/glossary-table.ts';
import * as names from './handlers/glossary/name-spellings.ts';
import { inspect } from './handlers/import/inspect.ts';
import * as memories from './handlers/import/memory.ts';
import * as imports from './handlers/import/new-bitext.ts';
import * as pairs from './handlers/import/pairs.ts';
import * as previews from './handlers/import/preview.ts';
import * as rules from './handlers/import/rules.ts';
import * as article from './handlers/library/article.ts';
import * as articleText from './handlers/library/article-text.ts';
import * as articles from './handlers/library/articles.ts';
import * as cleaning from './handlers/library/clean.ts';
import * as library from './handlers/library/library.ts';
import * as lookup from './handlers/library/lookup.ts';
import * as settings from './handlers/library/settings.ts';
import * as translations from './handlers/library/translations.ts';
import * as comments from './handlers/review/comments.ts';
import * as corrections from './handlers/review/corrections.ts';
import * as edits from './handlers/review/edits.ts';
import * as events from './handlers/review/events.ts';
import * as history from './handlers/review/history.ts';
import * as map from './handlers/review/map.ts';
import * as read from './handlers/review/read.ts';
import * as realignment from './handlers/review/realign.ts';
import * as replacement from './handlers/review/replace.ts';
import * as review from './handlers/review/review.ts';
import * as rows from './handlers/review/rows.ts';
import * as updating from './handlers/review/update-texts.ts';
import { uploads } from './uploads.ts';

/** A page or action: what it answers and which function answers. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handlers: readonly RequestHandler[];
}

/**
 * Every address of the program, but for those where one signs in.
 * @param signsIn whether one has to
 */
export function routes(app: App, signsIn = false): Route[] {
  const sent = uploads(app);
  return [
    get('/', library.show(app)),
    get('/archive', library.showArchive(app)),
    post('/samples', library.addSampleArticles(app)),
    get('/help', library.help()),
    get('/help/elements', library.elements()),
    // Addresses of former versions keep working.
    get(
      '/bitexts/:id/renew',
      movedTo(({ id }) => `/bitexts/${id}/update`),
    ),
    get(
      '/glossary/doubles',
      movedTo(() => '/glossary/duplicates'),
    ),
    get('/settings', settings.show(app, signsIn)),
    post('/settings', settings.save(app)),

    get('/articles', articles.show(app)),
    get('/articles/:id', article.show(app)),
    get('/articles/:id/edit', article.showForm(app)),
    post('/articles/:id/edit', article.save(app)),
    get('/articles/:id/text', articleText.showForm(app)),
    post('/articles/:id/text', articleText.save(app)),
    get('/articles/:id/revisions', articleText.showRevisions(app)),
    get('/articles/:id/translations/new', translations.showForm(app)),
    post('/articles/:id/translations', sent.pair, translations.add(app)),
    get('/articles/:id/read', translations.read(app)),
    get('/articles/:id/file', translations.download(app)),

    get('/bitexts/new', imports.showForm()),
    post('/bitexts/new', imports.backToForm()),
    post('/bitexts/preview', sent.pair, imports.preview(app)),
    post('/bitexts/drop', sent.pair, imports.drop(app)),
    post('/bitexts/swap', previews.swap(app)),
    post('/bitexts/unfold', previews.unfold(app)),
    post('/bitexts/inspect', sent.pair, inspect(app)),
    post('/bitexts', previews.create(app)),

    get('/progress/:job', memories.progress(app)),
    post('/imports/forget', memories.forget(app)),
    get('/memories/new', memories.showForm()),
    post('/memories', sent.memory, memories.create(app)),
    get('/pairs/new', pairs.showForm()),
    post('/pairs/preview', sent.files, pairs.preview(app)),
    post('/pairs', sent.files, pairs.create(app)),
    post('/tables', sent.form, memories.createFromTable(app)),

    get('/bitexts/:id', review.show(app)),
    get('/bitexts/:id/status', review.status(app)),
    get('/bitexts/:id/rows', rows.someRows(app)),
    get('/bitexts/:id/events', events.events(app)),
    post('/bitexts/:id/company', events.move(app)),
    get('/bitexts/:id/doubtful', rows.doubtful(app)),
    get('/bitexts/:id/next-finding', rows.nextFinding(app)),
    get('/bitexts/:id/rows/:bead', rows.showRow(app)),
    get('/bitexts/:id/rows/:bead/why', rows.why(app)),
    get('/bitexts/:id/rows/:bead/memory', lookup.forRow(app)),
    post('/bitexts/:id/edits', edits.edit(app)),
    get('/bitexts/:id/update', updating.showForm(app)),
    post('/bitexts/:id/update', sent.pair, updating.update(app)),
    post('/bitexts/:id/corrections', sent.file, corrections.showCorrections(app)),
    post('/bitexts/:id/corrections/make', corrections.correct(app)),
    post('/bitexts/:id/left-out', updating.putLineBack(app)),
    get('/bitexts/:id/realign', realignment.proposeRealign(app)),
    post('/bitexts/:id/realign', realignment.realign(app)),
    post('/bitexts/:id/proposal', edits.restoreRows(app)),
    get('/bitexts/:id/map', map.map(app)),
    get('/bitexts/:id/read', read.read(app)),
    get('/bitexts/:id/replace', replacement.showReplace(app)),
    post('/bitexts/:id/replace', replacement.replace(app)),
    post('/bitexts/:id/comments', comments.create(app)),
    post('/bitexts/:id/comments/:comment/replies', comments.reply(app)),
    post('/bitexts/:id/comments/:comment/resolve', comments.resolve(app)),
    post('/bitexts/:id/comments/:comment/delete', comments.remove(app)),
    get('/bitexts/:id/confirm-by-confidence', edits.countByConfidence(app)),
    post('/bitexts/:id/confirm-by-confidence', edits.confirmRows(app)),
    get('/bitexts/:id/history', history.show(app)),
    post('/bitexts/:id/history', history.goBack(app)),
    post('/bitexts/:id/undo', edits.undo(app)),
    post('/bitexts/:id/redo', edits.redo(app)),
    get('/bitexts/:id/next', library.toNext(app)),
    post('/bitexts/:id/title', library.rename(app)),
    post('/bitexts/:id/archive', library.archive(app)),
    post('/bitexts/:id/cancel', library.cancel(app)),
    post('/bitexts/:id/align', library.tryAgain(app)),
    post('/bitexts/:id/restore', library.restore(app)),
    post('/bitexts/:id/delete', library.remove(app)),

    get('/export', exports.choose(app)),
    get('/export/file', exports.download(app)),
    get('/export/losses', exports.losses(app)),

    get('/rules', rules.show(app)),
    post('/rules', rules.create(app)),
    post('/rules/import', sent.file, rules.importFile(app)),
    post('/rules/remove', rules.removeOrigin(app)),
    post('/rules/:rule/delete', rules.remove(app)),

    get('/glossary', conceptList.show(app)),
    post('/glossary/starter', conceptList.addStarter(app)),
    get('/glossary/new', concepts.showNew(app)),
    post('/glossary', concepts.create(app)),
    post('/glossary/bulk', conceptList.bulk(app)),
    get('/glossary/duplicates', conceptList.duplicates(app)),
    get('/glossary/history', glossaryHistory.history(app)),
    post('/glossary/history/:batch/undo', glossaryHistory.undo(app)),
    get('/glossary/glossaries', glossaries.showGlossaries(app)),
    post('/glossary/glossaries', glossaries.arrange(app)),
    get('/glossary/names', names.showSpellings(app)),
    post('/glossary/names', names.correct(app)),
    get('/glossary/suggestions', concepts.suggest(app)),
    get('/glossary/table', table.show(app)),
    get('/glossary/exchange', exchange.showExchange(app)),
    get('/glossary/file', exchange.download(app)),
    post('/glossary/preview', sent.file, exchange.previewFile(app)),
    post('/glossary/import', exchange.importFile(app)),
    get('/glossary/:concept', concepts.showConcept(app)),
    post('/glossary/:concept', concepts.update(app)),
    get('/glossary/:concept/edit', concepts.edit(app)),
    get('/glossary/:concept/card', concepts.showCard(app)),
    get('/glossary/:concept/lines', table.showLines(app)),
    post('/glossary/:concept/lines', table.edit(app)),
    get('/glossary/:concept/uses', concordance.showUses(app)),
    post('/glossary/:concept/delete', concepts.remove(app)),
    post('/glossary/:concept/restore/:batch', glossaryHistory.restore(app)),

    get('/lookup', lookup.show(app)),
    get('/search', concordance.showConcordance(app)),
    get('/check', findings.showAllFindings(app)),
    get('/check/file', findings.downloadFindings(app)),
    get('/check/profiles', profiles.show(app)),
    post('/check/profiles', profiles.save(app)),
    post('/check/profiles/use', profiles.use(app)),
    post('/check/profiles/import', sent.file, profiles.importFile(app)),
    get('/check/profiles/:profile/file', profiles.download(app)),
    post('/check/profiles/:profile/delete', profiles.remove(app)),
    post('/check/profiles/:profile/patterns', profiles.addPattern(app)),
    post('/check/profiles/:profile/patterns/remove', profiles.removePattern(app)),
    post('/bitexts/:id/check-profile', profiles.useForBitext(app)),
    post('/check/dismissals', findings.dismiss(app)),
    post('/check/dismissals/:dismissal/delete', findings.takeBackDismissal(app)),
    get('/bitexts/:id/clean', cleaning.show(app)),
    post('/bitexts/:id/clean', cleaning.repairDamage(app)),
    get('/bitexts/:id/check', findings.showFindings(app)),
    post('/bitexts/:id/glossaries', glossaries.chooseForBitext(app)),
    post('/bitexts/:id/date', review.setDate(app)),
    get('/candidates', candidates.showAllCandidates(app)),
    get('/bitexts/:id/candidates', candidates.showCandidates(app)),
    post('/bitexts/:id/candidates', candidates.decideCandidate(app)),
  ];
}

function get(path: string, ...handlers: RequestHandler[]): Route {
  return { method: 'get', path, handlers };
}

function post(path: string, ...handlers: RequestHandler[]): Route {
  return { method: 'post', path, handlers };
}

function movedTo(address: (parameters: Readonly<Record<string, unknown>>) => string): RequestHandler {
  return (request, response) => response.redirect(301, address(request.params));
}
