/** Languages by the names under which tools have been seen to write them, in English. */
const CODES_BY_NAME = new Map<string, string>();
const displayNames = new Intl.DisplayNames(['en'], { type: 'language' });
for (const tag of 'en fr de es it pt nl ru uk pl cs sk hu ro bg el tr ar he fa hi ur zh ja ko vi id sv da nb fi et lv lt sl hr sr ga mt is kk hy mr my am ca eu gl'.split(
  ' ',
)) {
  CODES_BY_NAME.set((displayNames.of(tag) ?? tag).toLowerCase(), tag);
}

/** Windows' own codes of three letters, where ISO 639 has another language or none for them. */
const WINDOWS: Readonly<Record<string, string>> = {
  ENU: 'en-US',
  ESP: 'es-ES',
  ESN: 'es-ES',
  PTB: 'pt-BR',
  PTG: 'pt-PT',
  CHS: 'zh-CN',
  CHT: 'zh-TW',
};

/** Codes that have been seen; a file names the same few a hundred thousand times. */
const known = new Map<string, string>();
const MAX_CACHED_CODES = 1000;

/**
 * A language code as other tools write it, as a BCP 47 tag: "EN-US", "en_us",
 * "eng", "ENU", "English" and "English (United States)" are en-US and en. Anything that is not a language is "und".
 */
export function languageFromCode(code: string): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const tag = tagFrom(code);
  if (known.size < MAX_CACHED_CODES) known.set(code, tag);
  return tag;
}

/** A language code as a tag where it is one, else as it stands, so that a message can name it. */
export function tagOrCode(code: string): string {
  const tag = languageFromCode(code);
  return tag === 'und' ? code : tag;
}

function tagFrom(code: string): string {
  const plain = code.trim().replaceAll('_', '-');
  const [, name = '', region = ''] = /^([^(]+?)\s*(?:\(([^)]+)\))?$/u.exec(plain.toLowerCase()) ?? [];
  const named = CODES_BY_NAME.get(name) ?? WINDOWS[plain];
  if (named) return [named, region && regionCode(region)].filter(Boolean).join('-');
  try {
    return Intl.getCanonicalLocales(plain)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

let regionCodes: Map<string, string> | null = null;

/** The code of a region by its English name in small letters; empty for none. Few files write them out. */
function regionCode(name: string): string {
  if (!regionCodes) {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    // Of two codes for one region the first is the one in use: GB, not UK.
    regionCodes = new Map(codes.reverse().map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  }
  return regionCodes.get(name) ?? '';
}
