import type { Concept } from '../../core/glossary/concept.ts';
import { type Message, msg } from '../../core/message.ts';

/** A label of the glossary's history: of one concept its first term, of several how many they are. */
export function changeLabel(
  change: 'added' | 'changed' | 'deleted' | 'merged' | 'restored',
  concepts: readonly Pick<Concept, 'terms'>[],
): Message {
  const count = concepts.length;
  const one = count === 1;
  const term = concepts[0]?.terms[0]?.text ?? '';
  switch (change) {
    case 'added':
      return one ? msg('Added “{term}”', { term }) : msg('Added {count} concepts', { count });
    case 'changed':
      return one ? msg('Changed “{term}”', { term }) : msg('Changed {count} concepts', { count });
    case 'deleted':
      return one ? msg('Deleted “{term}”', { term }) : msg('Deleted {count} concepts', { count });
    case 'merged':
      return one ? msg('Merged “{term}”', { term }) : msg('Merged {count} concepts', { count });
    case 'restored':
      return one ? msg('Restored “{term}”', { term }) : msg('Restored {count} concepts', { count });
  }
}
