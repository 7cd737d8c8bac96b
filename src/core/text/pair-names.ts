/** Two files that seem to be translations of each other. */
export interface NamedPair {
  readonly name: string;
  readonly source: { readonly path: string; readonly language: string };
  readonly target: { readonly path: string; readonly language: string };
}

/** What is found among some files by their names. */
export interface MatchedNames {
  readonly pairs: readonly NamedPair[];
  /** Files without a partner, or with more than one. */
  readonly alone: readonly string[];
}

/**
 * Matches files by their names: "story.en.docx" and "story.fr.docx", "en/story.txt"
 * and "fr/story.txt", "story_fr" and "story_en".
 * @param codes by which names of files say a language; those of `from` and `to` do as well
 * @param from the source language, where it is known; else the first by name
 */
export function matchNames(
  paths: readonly string[],
  codes: readonly string[],
  from?: string,
  to?: string,
): MatchedNames {
  const wanted = new Set([...codes, ...[from, to].flatMap((tag) => (tag ? [tag.toLowerCase()] : []))]);
  const groups = new Map<string, { path: string; language: string }[]>();
  const alone: string[] = [];
  for (const path of paths) {
    const named = languageInName(path, wanted);
    if (!named) {
      alone.push(path);
      continue;
    }
    const group = groups.get(named.key);
    if (group) group.push({ path, language: named.language });
    else groups.set(named.key, [{ path, language: named.language }]);
  }
  const pairs: NamedPair[] = [];
  for (const [key, files] of groups) {
    const usable = files.filter(({ language }) => (!from && !to) || language === from || language === to);
    const [a, b] = usable;
    if (usable.length !== 2 || a!.language === b!.language) {
      alone.push(...files.map(({ path }) => path));
      continue;
    }
    const first = from ? a!.language === from : to ? a!.language !== to : a!.language < b!.language;
    const [source, target] = first ? [a!, b!] : [b!, a!];
    pairs.push({ name: key.replace(/^[/._-]+|[/._-]+$/gu, '') || key, source, target });
  }
  return { pairs, alone };
}

/** The language that a path names, and the path without it. */
export function languageInName(path: string, wanted: ReadonlySet<string>): { language: string; key: string } | null {
  const plain = path.replace(/\.[A-Za-z0-9]{1,5}$/u, (extension) =>
    wanted.has(extension.slice(1).toLowerCase()) ? extension : '',
  );
  const parts = [...plain.matchAll(/[^/._\s-]+(?:-[A-Z]{2}(?![A-Za-z]))?/gu)];
  // The last part that names a language: what stands before may be a word of the title.
  const found = parts.findLast(
    ({ 0: part }) =>
      wanted.has(part.toLowerCase()) ||
      (wanted.has(part.split('-')[0]!.toLowerCase()) && /^[A-Za-z]{2}-[A-Z]{2}$/u.test(part)),
  );
  if (!found) return null;
  const key = plain.slice(0, found.index).replace(/[._\s-]$/u, '') + plain.slice(found.index + found[0].length);
  return {
    language: found[0].includes('-') ? found[0] : found[0].toLowerCase(),
    key,
  };
}
