import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { mapOf, markedRows } from '../../../app/review/bitext-map.ts';
import { idIn, signalOf } from '../../forms.ts';
import { answer } from '../../wire.ts';

export const map =
  (app: App): RequestHandler =>
  async (request, response) => {
    answer('GET /bitexts/:id/map', response, await mapOf(app, idIn(request), signalOf(response)));
  };

/** The rows that the map of a long text marks; they take longer than the map. */
export const marks =
  (app: App): RequestHandler =>
  async (request, response) => {
    answer('GET /bitexts/:id/map/marks', response, await markedRows(app, idIn(request), signalOf(response)));
  };
