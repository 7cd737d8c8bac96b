import type { App } from '../../../app/app.ts';
import { MOVE_NAMES, MOVES } from '../../../core/workflow/workflow.ts';
import { get, post, type Route } from '../../route.ts';
import * as translation from './translation.ts';
import * as work from './work.ts';

/** The addresses of the work on translations: who does it, until when, how far it is. */
export function workflowRoutes(app: App): Route[] {
  return [
    get('/work', 'read', work.show(app)),
    post('/work/read', 'read', work.markRead(app)),
    post('/bitexts/:id/assign', 'assign', translation.assign(app)),
    ...MOVE_NAMES.map((move) => post(`/bitexts/:id/${move}`, MOVES[move].permission, translation.move(app, move))),
    post('/desk', 'accounts', translation.saveDesk(app)),
  ];
}
