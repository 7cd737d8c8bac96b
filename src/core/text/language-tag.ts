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

/**
 * How near a language is to the one that is asked for: 3 the same tag, 2 one of the two says no more than
 * language and script, 1 the same language in the same script and another region, 0 another language or script.
 * Where a tag names no script it is the likeliest one: zh-TW is zh-Hant, sr is sr-Cyrl.
 */
export function closeness(wanted: string, tag: string): 0 | 1 | 2 | 3 {
  if (!sameLanguage(wanted, tag)) return 0;
  if (wanted.toLowerCase() === tag.toLowerCase()) return 3;
  if (scriptOf(wanted) !== scriptOf(tag)) return 0;
  const [a, b] = [varietyIn(wanted), varietyIn(tag)];
  return a === '' || b === '' || a === b ? 2 : 1;
}

/** What a tag says besides language and script: region and variants. */
function varietyIn(tag: string): string {
  return tag
    .toLowerCase()
    .split('-')
    .slice(1)
    .filter((subtag) => !/^[a-z]{4}$/u.test(subtag))
    .join('-');
}
