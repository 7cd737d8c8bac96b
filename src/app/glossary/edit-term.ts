import type { Term } from '../../core/glossary/concept.ts';
import { cellOf, type TermCells, type TermField, termFrom } from '../../core/glossary/term-cells.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { App } from '../app.ts';
import type { Editor } from './change-glossary.ts';
import { changeConcept } from './concept-edits.ts';

/** A change of one term of a concept, made where the term stands in a table. */
export interface TermEdit {
  readonly concept: number;
  /** Which term of the concept, from 0; their number for a new one. */
  readonly at: number;
  /** What the term was when it was shown, as far as it matters; null for a new one. */
  readonly was: Partial<Record<TermField, string>> | null;
  /** What is set; with its text emptied the term is taken out. */
  readonly set: Partial<TermCells>;
}

/**
 * Changes, adds or takes out a term. Returns the number of the change, by which it can be undone.
 * @throws Problem `conflict` where the term is no longer as it was shown
 */
export function editTerm(app: App, { concept, at, was, set }: TermEdit, editor: Editor): Promise<number> {
  return changeConcept(app, concept, editor, (before) => {
    const term = before.terms[at];
    const isAsShown = was
      ? term && Object.entries(was).every(([field, value]) => cellOf(term, field as TermField) === value)
      : at === before.terms.length;
    if (!isAsShown) {
      throw new Problem(
        'conflict',
        'The term has changed since it was shown.',
        term ? msg('It is now “{text}”.', { text: term.text }) : 'It is no longer there.',
        'Nothing was changed. Check the current version and try again.',
      );
    }
    const { forms, rules, ...rest }: Partial<Term> & Pick<Term, 'language' | 'text'> = term ?? {
      language: '',
      text: '',
    };
    const changed = {
      ...termFrom({ ...rest, ...set }),
      ...(forms && set.forms === undefined && { forms }),
      ...(rules && set.rules === undefined && { rules }),
    };
    return { ...before, terms: before.terms.toSpliced(at, 1, ...(changed.text ? [changed] : [])) };
  });
}
