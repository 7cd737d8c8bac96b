/** The primary subtag of a BCP 47 tag in lower case: "fr" of "fr-CA". */
export function primarySubtag(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** Whether two tags name the same language, whatever the region or script. */
export function sameLanguage(a: string, b: string): boolean {
  return primarySubtag(a) === primarySubtag(b);
}

/**
 * The script of a tag, as ISO 15924 has it: the one it names, else the one that
 * CLDR holds for likeliest ("Jpan" for "ja"); empty where the tag says nothing.
 */
export function scriptOf(tag: string): string {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const script = likelyScript(tag);
  scripts.set(tag, script);
  return script;
}

const scripts = new Map<string, string>();

function likelyScript(tag: string): string {
  if (primarySubtag(tag) === 'und') return '';
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return '';
  }
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
