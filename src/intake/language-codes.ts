/** Languages by the names under which tools have been seen to write them, in English. */
const NAMES = new Map<string, string>();
const displayNames = new Intl.DisplayNames(['en'], { type: 'language' });
for (const tag of 'en fr de es it pt nl ru uk pl cs sk hu ro bg el tr ar he fa hi ur zh ja ko vi id sv da nb fi et lv lt sl hr sr ga mt is kk hy mr my am ca eu gl'.split(
  ' ',
)) {
  NAMES.set((displayNames.of(tag) ?? tag).toLowerCase(), tag);
}

/** Codes that have been seen; a file names the same few a hundred thousand times. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/**
 * A language code as other tools write it, as a BCP 47 tag: "EN-US", "en_us",
 * "eng" and "English" are en-US and en. What is no language is "und".
 */
export function languageFromCode(code: string): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const tag = tagFrom(code);
  if (known.size < MOST_KNOWN) known.set(code, tag);
  return tag;
}

function tagFrom(code: string): string {
  const plain = code.trim().replaceAll('_', '-');
  const named = NAMES.get(plain.toLowerCase());
  if (named) return named;
  try {
    return Intl.getCanonicalLocales(plain)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
