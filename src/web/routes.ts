import type { RequestHandler } from 'express';
import type { App } from '../app/app.ts';
import type { Entrance } from './door/entrance.ts';
import { accountRoutes } from './handlers/accounts/routes.ts';
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
import { sourceRoutes } from './handlers/library/sources.ts';
import * as translations from './handlers/library/translations.ts';
import { trashRoutes } from './handlers/library/trash.ts';
import { webhookRoutes } from './handlers/operation/webhooks.ts';
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
import { workflowRoutes } from './handlers/workflow/routes.ts';
import { get, post, type Route } from './route.ts';
import { uploads } from './uploads.ts';

/** Every address of the program, but for those before the door (`doorRoutes`). */
export function routes(app: App, entrance: Entrance): Route[] {
  const sent = uploads(app);
  return [
    get('/', 'read', library.show(app)),
    get('/archive', 'read', library.showArchive(app)),
    post('/samples', 'edit', library.addSampleArticles(app)),
    get('/help', 'read', library.help()),
    get('/help/elements', 'read', library.elements()),
    // Addresses of former versions keep working.
    get(
      '/bitexts/:id/renew',
      'read',
      movedTo(({ id }) => `/bitexts/${id}/update`),
    ),
    get(
      '/glossary/doubles',
      'read',
      movedTo(() => '/glossary/duplicates'),
    ),
    get('/settings', 'read', settings.show(app, entrance)),
    post('/settings', 'read', settings.save(app)),

    ...accountRoutes(app, entrance),
    ...workflowRoutes(app),
    ...webhookRoutes(app),
    ...trashRoutes(app),
    ...sourceRoutes(app),

    get('/articles', 'read', articles.show(app)),
    get('/articles/:id', 'read', article.show(app)),
    get('/articles/:id/edit', 'edit', article.showForm(app)),
    post('/articles/:id/edit', 'edit', article.save(app)),
    get('/articles/:id/text', 'edit', articleText.showForm(app)),
    post('/articles/:id/text', 'edit', articleText.save(app)),
    get('/articles/:id/revisions', 'read', articleText.showRevisions(app)),
    get('/articles/:id/translations/new', 'edit', translations.showForm(app)),
    post('/articles/:id/translations', 'edit', sent.pair, translations.add(app)),
    get('/articles/:id/read', 'read', translations.read(app)),
    get('/articles/:id/file', 'read', translations.download(app)),

    get('/bitexts/new', 'edit', imports.showForm()),
    post('/bitexts/new', 'edit', imports.backToForm()),
    post('/bitexts/preview', 'edit', sent.pair, imports.preview(app)),
    post('/bitexts/drop', 'edit', sent.pair, imports.drop(app)),
    post('/bitexts/swap', 'edit', previews.swap(app)),
    post('/bitexts/unfold', 'edit', previews.unfold(app)),
    post('/bitexts/inspect', 'edit', sent.pair, inspect(app)),
    post('/bitexts', 'edit', previews.create(app)),

    get('/progress/:job', 'read', memories.progress(app)),
    post('/imports/forget', 'edit', memories.forget(app)),
    get('/memories/new', 'edit', memories.showForm()),
    post('/memories', 'edit', sent.memory, memories.create(app)),
    get('/pairs/new', 'edit', pairs.showForm()),
    post('/pairs/preview', 'edit', sent.files, pairs.preview(app)),
    post('/pairs', 'edit', sent.files, pairs.create(app)),
    post('/tables', 'edit', sent.form, memories.createFromTable(app)),

    get('/bitexts/:id', 'read', review.show(app)),
    get('/bitexts/:id/status', 'read', review.status(app)),
    get('/bitexts/:id/rows', 'read', rows.someRows(app)),
    get('/bitexts/:id/events', 'read', events.events(app)),
    post('/bitexts/:id/company', 'read', events.move(app)),
    get('/bitexts/:id/doubtful', 'read', rows.doubtful(app)),
    get('/bitexts/:id/next-finding', 'read', rows.nextFinding(app)),
    get('/bitexts/:id/rows/:bead', 'read', rows.showRow(app)),
    get('/bitexts/:id/rows/:bead/why', 'read', rows.why(app)),
    get('/bitexts/:id/rows/:bead/memory', 'read', lookup.forRow(app)),
    post('/bitexts/:id/edits', 'edit', edits.edit(app)),
    get('/bitexts/:id/update', 'edit', updating.showForm(app)),
    post('/bitexts/:id/update', 'edit', sent.pair, updating.update(app)),
    post('/bitexts/:id/corrections', 'edit', sent.file, corrections.showCorrections(app)),
    post('/bitexts/:id/corrections/make', 'edit', corrections.correct(app)),
    post('/bitexts/:id/left-out', 'edit', updating.putLineBack(app)),
    get('/bitexts/:id/realign', 'edit', realignment.proposeRealign(app)),
    post('/bitexts/:id/realign', 'edit', realignment.realign(app)),
    post('/bitexts/:id/proposal', 'edit', edits.restoreRows(app)),
    get('/bitexts/:id/map', 'read', map.map(app)),
    get('/bitexts/:id/map/marks', 'read', map.marks(app)),
    get('/bitexts/:id/read', 'read', read.read(app)),
    get('/bitexts/:id/replace', 'edit', replacement.showReplace(app)),
    post('/bitexts/:id/replace', 'edit', replacement.replace(app)),
    post('/bitexts/:id/comments', 'comment', comments.create(app)),
    post('/bitexts/:id/comments/:comment/replies', 'comment', comments.reply(app)),
    post('/bitexts/:id/comments/:comment/resolve', 'comment', comments.resolve(app)),
    post('/bitexts/:id/comments/:comment/delete', 'comment', comments.remove(app)),
    get('/bitexts/:id/confirm-by-confidence', 'read', edits.countByConfidence(app)),
    post('/bitexts/:id/confirm-by-confidence', 'confirm', edits.confirmRows(app)),
    get('/bitexts/:id/history', 'read', history.show(app)),
    post('/bitexts/:id/history', 'edit', history.goBack(app)),
    post('/bitexts/:id/undo', 'edit', edits.undo(app)),
    post('/bitexts/:id/redo', 'edit', edits.redo(app)),
    get('/bitexts/:id/next', 'read', library.toNext(app)),
    post('/bitexts/:id/title', 'edit', library.rename(app)),
    post('/bitexts/:id/archive', 'edit', library.archive(app)),
    post('/bitexts/:id/cancel', 'edit', library.cancel(app)),
    post('/bitexts/:id/align', 'edit', library.tryAgain(app)),
    post('/bitexts/:id/restore', 'edit', library.restore(app)),
    post('/bitexts/:id/delete', 'delete', library.remove(app)),

    get('/export', 'read', exports.choose(app)),
    get('/export/file', 'read', exports.download(app)),
    get('/export/losses', 'read', exports.losses(app)),

    get('/rules', 'read', rules.show(app)),
    post('/rules', 'configure', rules.create(app)),
    post('/rules/import', 'configure', sent.file, rules.importFile(app)),
    post('/rules/remove', 'configure', rules.removeOrigin(app)),
    post('/rules/:rule/delete', 'configure', rules.remove(app)),

    get('/glossary', 'read', conceptList.show(app)),
    post('/glossary/starter', 'approve', conceptList.addStarter(app)),
    get('/glossary/new', 'propose', concepts.showNew(app)),
    post('/glossary', 'propose', concepts.create(app)),
    post('/glossary/bulk', 'approve', conceptList.bulk(app)),
    get('/glossary/duplicates', 'read', conceptList.duplicates(app)),
    get('/glossary/history', 'read', glossaryHistory.history(app)),
    post('/glossary/history/:batch/undo', 'propose', glossaryHistory.undo(app)),
    get('/glossary/glossaries', 'read', glossaries.showGlossaries(app)),
    post('/glossary/glossaries', 'approve', glossaries.arrange(app)),
    get('/glossary/names', 'read', names.showSpellings(app)),
    post('/glossary/names', 'edit', names.correct(app)),
    get('/glossary/suggestions', 'read', concepts.suggest(app)),
    get('/glossary/table', 'read', table.show(app)),
    get('/glossary/exchange', 'read', exchange.showExchange(app)),
    get('/glossary/file', 'read', exchange.download(app)),
    post('/glossary/preview', 'approve', sent.file, exchange.previewFile(app)),
    post('/glossary/import', 'approve', exchange.importFile(app)),
    get('/glossary/:concept', 'read', concepts.showConcept(app)),
    post('/glossary/:concept', 'propose', concepts.update(app)),
    get('/glossary/:concept/edit', 'propose', concepts.edit(app)),
    get('/glossary/:concept/card', 'read', concepts.showCard(app)),
    get('/glossary/:concept/lines', 'read', table.showLines(app)),
    post('/glossary/:concept/lines', 'propose', table.edit(app)),
    get('/glossary/:concept/uses', 'read', concordance.showUses(app)),
    post('/glossary/:concept/delete', 'approve', concepts.remove(app)),
    post('/glossary/:concept/restore/:batch', 'approve', glossaryHistory.restore(app)),

    get('/lookup', 'read', lookup.show(app)),
    get('/search', 'read', concordance.showConcordance(app)),
    get('/check', 'read', findings.showAllFindings(app)),
    get('/check/file', 'read', findings.downloadFindings(app)),
    get('/check/profiles', 'read', profiles.show(app)),
    post('/check/profiles', 'configure', profiles.save(app)),
    post('/check/profiles/use', 'configure', profiles.use(app)),
    post('/check/profiles/import', 'configure', sent.file, profiles.importFile(app)),
    get('/check/profiles/:profile/file', 'read', profiles.download(app)),
    post('/check/profiles/:profile/delete', 'configure', profiles.remove(app)),
    post('/check/profiles/:profile/patterns', 'configure', profiles.addPattern(app)),
    post('/check/profiles/:profile/patterns/remove', 'configure', profiles.removePattern(app)),
    post('/bitexts/:id/check-profile', 'edit', profiles.useForBitext(app)),
    post('/check/dismissals', 'edit', findings.dismiss(app)),
    post('/check/dismissals/:dismissal/delete', 'edit', findings.takeBackDismissal(app)),
    get('/bitexts/:id/clean', 'read', cleaning.show(app)),
    post('/bitexts/:id/clean', 'edit', cleaning.repairDamage(app)),
    get('/bitexts/:id/check', 'read', findings.showFindings(app)),
    post('/bitexts/:id/glossaries', 'edit', glossaries.chooseForBitext(app)),
    post('/bitexts/:id/date', 'edit', review.setDate(app)),
    get('/candidates', 'read', candidates.showAllCandidates(app)),
    get('/bitexts/:id/candidates', 'read', candidates.showCandidates(app)),
    post('/bitexts/:id/candidates', 'propose', candidates.decideCandidate(app)),
  ];
}

function movedTo(address: (parameters: Readonly<Record<string, unknown>>) => string): RequestHandler {
  return (request, response) => response.redirect(301, address(request.params));
}
