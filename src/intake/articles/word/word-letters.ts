import { countLetters } from '../../../core/text/letters.ts';
import { firstAlternative, isHidden } from './word-text.ts';
import type { WordElement } from './word-tree.ts';

/**
 * How many letters a part of a Word file shows, counted apart from how it is read:
 * the text of every element named `t`, whosever it is, but what is deleted, moved
 * away, hidden, or a reading over characters.
 */
export function visibleLetters(element: WordElement): number {
  const { name, children } = element;
  if (/:(?:del|moveFrom|rt)$/u.test(name) || name.endsWith('Pr') || (name === 'w:r' && isHidden(element))) return 0;
  const shown = name === 'mc:AlternateContent' ? firstAlternative(children) : children;
  let letters = 0;
  for (const child of shown) {
    if (typeof child !== 'string') letters += visibleLetters(child);
    else if (/:t$/u.test(name)) letters += countLetters(child);
  }
  return letters;
}
