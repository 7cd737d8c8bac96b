import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { App } from '../app/app.ts';
import { answerProblem, notFound } from './problems.ts';
import { routes } from './routes.ts';
import { ownPagesOnly, securityHeaders } from './security.ts';

const ROOT = new URL('../../', import.meta.url);

/**
 * The web application over an open app.
 * @param host the name it listens on, for the check of the Host header
 */
export function createServer(app: App, host = '127.0.0.1'): Express {
  const server = express();
  server.disable('x-powered-by');
  // Repeated fields come as lists; brackets and dots in their names mean nothing.
  server.set('query parser', 'simple');
  server.use(securityHeaders, ownPagesOnly(host));
  server.use('/assets', express.static(pathOf('assets')));
  server.use('/messages', express.static(pathOf('data/messages')));
  for (const part of ['client', 'core'])
    server.use(`/${part}`, express.static(pathOf(`dist/${part}`), { extensions: [] }));
  server.use(
    express.urlencoded({ extended: false, limit: '30mb', parameterLimit: 50_000 }),
    express.json({ limit: '1mb' }),
  );
  for (const { method, path, handlers } of routes(app)) server[method](path, ...handlers);
  server.use(notFound);
  server.use(answerProblem);
  return server;
}

function pathOf(folder: string): string {
  return fileURLToPath(new URL(folder, ROOT));
}
