import express, { type Express } from 'express';
import type { Probes } from './probes.ts';

/** What answers at an address that is for whoever keeps the program running, and for nobody else: nothing of what is stored. */
export function createOwnAddress({ health, ready, metrics }: Probes): Express {
  const server = express();
  server.disable('x-powered-by');
  server.get('/health', health);
  server.get('/ready', ready);
  server.get('/metrics', metrics);
  return server;
}
