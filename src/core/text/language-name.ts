/**
 * The BCP 47 tag of a language that a person names: a tag ("fr-ca" is fr-CA), or a name in English, in French or
 * in the language itself ("English", "allemand", "français"), by CLDR as `Intl` has it. Null for what names no language
 * that CLDR knows, so that nothing is stored under a made-up tag.
 */
export function languageTag(text: string): string | null {
  const given = text.trim();
  return tagOf(given) ?? languageNames().get(comparable(given)) ?? null;
}

function tagOf(given: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(given);
    return tag && isKnown(new Intl.Locale(tag).language) ? tag : null;
  } catch {
    return null;
  }
}

const inEnglish = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function isKnown(language: string): boolean {
  return language !== 'und' && inEnglish.of(language) !== undefined;
}

/** Tags by the names of their languages; ISO 639-1 has two letters for every language that is much written. */
function languageNames(): ReadonlyMap<string, string> {
  if (names.size > 0) return names;
  for (const code of twoLetterCodes()) {
    for (const reader of ['en', 'fr', code]) {
      const name = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(code);
      if (name && !names.has(comparable(name))) names.set(comparable(name), code);
    }
  }
  return names;
}

const names = new Map<string, string>();

function twoLetterCodes(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  // What is written otherwise nowadays ("iw") is a second name of the same language.
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => Intl.getCanonicalLocales(code)[0] === code && isKnown(code));
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
