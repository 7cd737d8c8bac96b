import { onceFor } from './once-for.ts';

/**
 * Keeps what was last read of a text by each language's pack: the checks of a row ask for the same of the same two texts,
 * one after another.
 */
export function keepingLast<Pack extends object, Read>(
  read: (text: string, pack: Pack) => Read,
): (text: string, pack: Pack) => Read {
  const kept = onceFor((_pack: Pack): { last?: { readonly text: string; readonly read: Read } } => ({}));
  return (text, pack) => {
    const place = kept(pack);
    if (place.last?.text !== text) place.last = { text, read: read(text, pack) };
    return place.last.read;
  };
}
