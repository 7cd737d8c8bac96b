import type { Concept } from '../../core/glossary/concept.ts';
import { isDate } from '../../core/glossary/holders.ts';
import { Problem } from '../../core/problem.ts';
import { isLanguageTag } from '../../core/text/language-tag.ts';

/** @throws Problem `bad-request` that says what is wrong */
export function checkConcept({ terms, relations = [] }: Concept<unknown>): void {
  if (terms.length === 0) {
    throw new Problem('bad-request', 'A concept needs at least one term.', '', 'Write a term and its language.');
  }
  const odd = terms.find(({ language }) => !isLanguageTag(language));
  if (odd) {
    throw new Problem(
      'bad-request',
      `“${odd.language}” is not a language tag.`,
      `It stands with the term “${odd.text}”.`,
      'Use a tag such as en, fr or fr-CA.',
    );
  }
  const wrong = relations.find(
    ({ since, until }) => !isDate(since) || !isDate(until) || (until && since > `${until}~`),
  );
  if (wrong) {
    throw new Problem(
      'bad-request',
      'The dates of a post cannot be.',
      `They read “${wrong.since}” and “${wrong.until}”.`,
      'Write 2024, 2024-01 or 2024-01-16, the earlier one first.',
    );
  }
}

export function noConcept(id: number): Problem {
  return new Problem(
    'not-found',
    'There is no such concept.',
    `No concept has the number ${id}.`,
    'Look it up in the glossary; it may have been deleted.',
  );
}
