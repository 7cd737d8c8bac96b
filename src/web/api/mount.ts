import express, { type RequestHandler } from 'express';
import type { App } from '../../app/app.ts';
import { createOnce } from '../../app/operation/once.ts';
import { get, type Route } from '../route.ts';
import { sendView } from '../views.ts';
import { API_ROOT } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openApi } from './openapi.ts';

/** What is asked below /api is answered for programs, whatever it says that it takes: never with a page, or the way to one. */
export const asProgram: RequestHandler = (request, _response, next) => {
  request.headers.accept = 'application/json';
  next();
};

/** The largest body, as of a text to align. */
const MAX_BODY = '60mb';

/** The addresses of the API, its document, and the page to read it. */
export function apiRoutes(app: App): Route[] {
  // Made when it is first asked for: most servers never are, and it takes 150 ms of processor time.
  let document: ReturnType<typeof openApi> | null = null;
  const once = createOnce(app);
  const body = express.json({ limit: MAX_BODY });
  return [
    get('/api/openapi.json', 'read', (_request, response) => {
      document ??= openApi(ENDPOINTS);
      response.json(document);
    }),
    get('/help/api', 'read', async (_request, response) => {
      await sendView(response, 'api', { endpoints: ENDPOINTS, root: API_ROOT });
    }),
    ...ENDPOINTS.map((one) => ({
      method: one.method,
      path: `${API_ROOT}${one.path}`,
      permission: one.permission,
      handlers: [body, one.handler(app, once)],
    })),
  ];
}
