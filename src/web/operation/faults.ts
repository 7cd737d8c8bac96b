import type { Response } from 'express';

const FAULTS = new WeakMap<Response, unknown>();

/** Keeps an error of ours for the log, where it is said once, with the request. */
export function noteFault(response: Response, error: unknown): void {
  FAULTS.set(response, error);
}

export function faultIn(response: Response): unknown {
  return FAULTS.get(response);
}
