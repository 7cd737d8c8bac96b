import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a text that stayed, came or went. */
export interface ChangedPart {
  readonly text: string;
  readonly change: 'ins' | 'del' | null;
}

/** A paragraph that came, went or was changed; or how many stayed as they were between two of these. */
export type ComparedParagraph = { readonly parts: readonly ChangedPart[] } | { readonly same: number };

/**
 * What has become of a text: its paragraphs are compared first, then, word by word, those that stand in each other's place
 * (Myers' difference algorithm, jsdiff).
 */
export function compareTexts(before: readonly string[], after: readonly string[]): ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  let gone: readonly string[] = [];
  const flush = (come: readonly string[]) => {
    const pairs = Math.max(gone.length, come.length);
    for (let i = 0; i < pairs; i++) compared.push({ parts: changesIn(gone[i], come[i]) });
    gone = [];
  };
  const changes = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS });
  if (!changes) return [...before.map((text) => whole(text, 'del')), ...after.map((text) => whole(text, 'ins'))];
  for (const { added, removed, value } of changes) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      compared.push({ same: value.length });
    }
  }
  flush([]);
  return compared;
}

/** Differences beyond which two texts have nothing to compare. */
const MAX_EDITS = 2000;

function whole(text: string, change: 'ins' | 'del'): ComparedParagraph {
  return { parts: [{ text, change }] };
}

function changesIn(before: string | undefined, after: string | undefined): ChangedPart[] {
  if (before === undefined) return [{ text: after ?? '', change: 'ins' }];
  if (after === undefined) return [{ text: before, change: 'del' }];
  const words = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS });
  if (!words) {
    return [
      { text: before, change: 'del' },
      { text: after, change: 'ins' },
    ];
  }
  return words.map(({ value, added, removed }) => ({ text: value, change: added ? 'ins' : removed ? 'del' : null }));
}
