import { primarySubtag } from '../core/text/language-tag.ts';
import { decode } from '../intake/decode.ts';
import { readGlossary, type TermGroup } from '../intake/read-glossary.ts';

/** Terms of glossary files as pairs of one language and another: what alignment learns from. */
export type TermPairs = (from: string, to: string) => [source: string, target: string][];

/** Reads glossary files. Files without languages count as from source to target. */
export function termPairs(files: readonly { bytes: Uint8Array; name: string }[]): TermPairs {
  const groups = files.flatMap(({ bytes, name }) => readGlossary(decode(bytes, name).text, name));
  return (from, to) =>
    groups.flatMap((group) =>
      termsIn(group, from, 'source').flatMap((source) =>
        termsIn(group, to, 'target').map((target): [string, string] => [source, target]),
      ),
    );
}

function termsIn(group: TermGroup, language: string, side: 'source' | 'target'): readonly string[] {
  const named = [...group]
    .filter(([tag]) => primarySubtag(tag) === primarySubtag(language))
    .flatMap(([, terms]) => terms);
  return named.length > 0 ? named : (group.get(side) ?? []);
}
