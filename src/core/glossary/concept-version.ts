import { shortHash } from '../text/short-hash.ts';
import type { StoredConcept } from './concept.ts';

/** A short key of a concept as it is stored: a form sends it back, so that nobody overwrites what somebody else has changed meanwhile. */
export function conceptVersion(concept: StoredConcept): string {
  return shortHash(JSON.stringify(concept));
}
