import type { RequestHandler } from 'express';
import type { App } from '../app/app.ts';
import * as exports from './handlers/export/export.ts';
import * as glossary from './handlers/glossary/concepts.ts';
import * as table from './handlers/glossary/glossary-table.ts';
import * as termbase from './handlers/glossary/termbase.ts';
import * as memories from './handlers/import/memory.ts';
import * as imports from './handlers/import/new-bitext.ts';
import * as pairs from './handlers/import/pairs.ts';
import * as rules from './handlers/import/rules.ts';
import * as cleaning from './handlers/library/clean.ts';
import * as library from './handlers/library/library.ts';
import * as lookup from './handlers/library/lookup.ts';
import * as settings from './handlers/library/settings.ts';
import * as comments from './handlers/review/comments.ts';
import * as history from './handlers/review/history.ts';
import * as search from './handlers/review/replace.ts';
import * as review from './handlers/review/review.ts';
import * as updating from './handlers/review/update-texts.ts';
import { sentForm, uploadedFile, uploadedFiles, uploadedMemory, uploadedPair } from './uploads.ts';

/** A page or action: what it answers and which function answers. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handlers: readonly RequestHandler[];
}

/** Every address of the program. */
export function routes(app: App): Route[] {
  return [
    get('/', library.show(app)),
    get('/archive', library.showArchive(app)),
    post('/samples', library.addSampleArticles(app)),
    get('/help', library.help()),
    // Addresses of former versions keep working.
    get(
      '/bitexts/:id/renew',
      movedTo(({ id }) => `/bitexts/${id}/update`),
    ),
    get(
      '/glossary/doubles',
      movedTo(() => '/glossary/duplicates'),
    ),
    get('/settings', settings.show(app)),
    post('/settings', settings.save(app)),

    get('/bitexts/new', imports.showForm()),
    post('/bitexts/preview', uploadedPair, imports.preview(app)),
    post('/bitexts', imports.create(app)),

    get('/progress/:job', memories.progress(app)),
    post('/imports/forget', memories.forget(app)),
    get('/memories/new', memories.showForm()),
    post('/memories', uploadedMemory, memories.create(app)),
    get('/pairs/new', pairs.showForm()),
    post('/pairs/preview', uploadedFiles, pairs.preview()),
    post('/pairs', uploadedFiles, pairs.create(app)),
    post('/tables', sentForm, memories.createFromTable(app)),

    get('/bitexts/:id', review.show(app)),
    get('/bitexts/:id/status', review.status(app)),
    get('/bitexts/:id/rows', review.someRows(app)),
    get('/bitexts/:id/events', review.events(app)),
    get('/bitexts/:id/doubtful', review.doubtful(app)),
    get('/bitexts/:id/rows/:bead', review.showRow(app)),
    get('/bitexts/:id/rows/:bead/why', review.why(app)),
    get('/bitexts/:id/rows/:bead/memory', lookup.forRow(app)),
    post('/bitexts/:id/edits', review.edit(app)),
    get('/bitexts/:id/update', updating.showForm(app)),
    post('/bitexts/:id/update', uploadedPair, updating.update(app)),
    get('/bitexts/:id/realign', review.proposeRealign(app)),
    post('/bitexts/:id/realign', review.realign(app)),
    post('/bitexts/:id/proposal', review.restoreRows(app)),
    get('/bitexts/:id/map', search.map(app)),
    get('/bitexts/:id/read', search.read(app)),
    get('/bitexts/:id/replace', search.showReplace(app)),
    post('/bitexts/:id/replace', search.replace(app)),
    post('/bitexts/:id/comments', comments.create(app)),
    post('/bitexts/:id/comments/:comment/delete', comments.remove(app)),
    get('/bitexts/:id/confirm-by-confidence', review.countByConfidence(app)),
    post('/bitexts/:id/confirm-by-confidence', review.confirmRows(app)),
    get('/bitexts/:id/history', history.show(app)),
    post('/bitexts/:id/history', history.goBack(app)),
    post('/bitexts/:id/undo', review.undo(app)),
    post('/bitexts/:id/redo', review.redo(app)),
    post('/bitexts/:id/title', library.rename(app)),
    post('/bitexts/:id/archive', library.archive(app)),
    post('/bitexts/:id/cancel', library.cancel(app)),
    post('/bitexts/:id/align', library.tryAgain(app)),
    post('/bitexts/:id/restore', library.restore(app)),
    post('/bitexts/:id/delete', library.remove(app)),

    get('/export', exports.choose(app)),
    get('/export/file', exports.download(app)),

    get('/rules', rules.show(app)),
    post('/rules', rules.create(app)),
    post('/rules/import', uploadedFile, rules.importFile(app)),
    post('/rules/remove', rules.removeOrigin(app)),
    post('/rules/:rule/delete', rules.remove(app)),

    get('/glossary', glossary.show(app)),
    post('/glossary/starter', glossary.addStarter(app)),
    get('/glossary/new', glossary.showNew(app)),
    post('/glossary', glossary.create(app)),
    post('/glossary/bulk', glossary.bulk(app)),
    get('/glossary/duplicates', glossary.duplicates(app)),
    get('/glossary/history', glossary.history(app)),
    post('/glossary/history/:batch/undo', glossary.undo(app)),
    get('/glossary/glossaries', glossary.showGlossaries(app)),
    post('/glossary/glossaries', glossary.arrange(app)),
    get('/glossary/table', table.show(app)),
    get('/glossary/exchange', termbase.showExchange(app)),
    get('/glossary/file', termbase.download(app)),
    post('/glossary/preview', uploadedFile, termbase.previewFile(app)),
    post('/glossary/import', termbase.importFile(app)),
    get('/glossary/:concept', glossary.showConcept(app)),
    post('/glossary/:concept', glossary.update(app)),
    get('/glossary/:concept/edit', glossary.edit(app)),
    get('/glossary/:concept/card', glossary.showCard(app)),
    get('/glossary/:concept/lines', table.showLines(app)),
    post('/glossary/:concept/lines', table.edit(app)),
    get('/glossary/:concept/uses', termbase.showUses(app)),
    post('/glossary/:concept/delete', glossary.remove(app)),
    post('/glossary/:concept/restore/:batch', glossary.restore(app)),

    get('/lookup', lookup.show(app)),
    get('/search', termbase.showConcordance(app)),
    get('/check', termbase.showAllFindings(app)),
    post('/check/dismissals', termbase.dismiss(app)),
    post('/check/dismissals/:dismissal/delete', termbase.takeBackDismissal(app)),
    get('/bitexts/:id/clean', cleaning.show(app)),
    post('/bitexts/:id/clean', cleaning.putRight(app)),
    get('/bitexts/:id/check', termbase.showFindings(app)),
    post('/bitexts/:id/glossaries', termbase.chooseForBitext(app)),
    get('/bitexts/:id/candidates', termbase.showCandidates(app)),
    post('/bitexts/:id/candidates', termbase.decideCandidate(app)),
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
