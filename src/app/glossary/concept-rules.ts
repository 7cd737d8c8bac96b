import type { Concept } from '../../core/glossary/concept.ts';
import { isDate } from '../../core/glossary/holders.ts';
import { msg } from '../../core/message.ts';
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
      msg('“{language}” is not a language tag.', { language: odd.language }),
      msg('It is the language of the term “{term}”.', { term: odd.text }),
      'Use a tag such as en, fr or fr-CA.',
    );
  }
  const wrong = relations.find(
    ({ since, until }) => !isDate(since) || !isDate(until) || (until && since > `${until}~`),
  );
  if (wrong) {
    throw new Problem(
      'bad-request',
      msg('These dates are not valid: “{since}” to “{until}”.', { since: wrong.since, until: wrong.until }),
      '',
      'Use 2024, 2024-01 or 2024-01-16; the start must come before the end.',
    );
  }
}

export function noConcept(id: number): Problem {
  return new Problem(
    'not-found',
    msg('Concept {concept} not found.', { concept: String(id) }),
    'It may have been deleted.',
    'Look for it in the glossary.',
  );
}
