import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { mapOf } from '../../../app/review/bitext-map.ts';
import { idIn, signalOf } from '../../forms.ts';
import { answer } from '../../wire.ts';

export const map =
  (app: App): RequestHandler =>
  async (request, response) => {
    answer('GET /bitexts/:id/map', response, await mapOf(app, idIn(request), signalOf(response)));
  };
