/** A language and whether the text was long and clear enough to be sure. */
export interface DetectedLanguage {
  /** BCP 47 tag, "und" where nothing can be said. */
  readonly language: string;
  readonly sure: boolean;
}

/** How much of a text is looked at; more does not make the answer better. */
const SAMPLE = 4000;

/** The language of a text, by eld's letter statistics (chosen in `docs/decisions/0004`), and by signs of its own for those that eld does not know. */
export async function detectLanguage(text: string): Promise<DetectedLanguage> {
  const sample = text.slice(0, SAMPLE);
  const beyond = BEYOND_ELD.find(({ shows }) => shows(sample));
  if (beyond) return { language: beyond.language, sure: true };
  // Its tables are large; commands that are told the language never load them.
  const { eld } = await import('eld/medium');
  const result = eld.detect(sample);
  if (!result.language) return { language: 'und', sure: false };
  return { language: RENAMED[result.language] ?? result.language, sure: result.isReliable() };
}

/** eld says Norwegian for its Bokmål, which is the form that texts are in. */
const RENAMED: Readonly<Record<string, string>> = { no: 'nb' };

/** Languages that eld takes for a neighbour, and what gives them away. */
const BEYOND_ELD: readonly { language: string; shows(text: string): boolean }[] = [
  { language: 'my', shows: (text) => share(text, /\p{Script=Myanmar}/gu, /[\p{L}\p{M}]/gu) > 0.5 },
  { language: 'kk', shows: (text) => share(text, /[әғқңұһ]/giu, /\p{Script=Cyrillic}/gu) > 0.03 },
  { language: 'mt', shows: (text) => share(text, /[ħġċż]|għ/giu, /\p{L}/gu) > 0.01 && words(text, MALTESE) > 0.08 },
  { language: 'ga', shows: (text) => words(text, IRISH) > 0.22 },
  { language: 'id', shows: (text) => words(text, INDONESIAN) > 0.12 && words(text, MALAY) === 0 },
];

const MALTESE = 'il u ta li ma fi għal minn din dan dwar kien qed hu tal mill huma kienet jekk mhux'.split(' ');
const IRISH =
  'agus an na tá bhí ní go ar le sé sí do is ag ach seo sin leis bhfuil níor den don aon chuaigh raibh deir'.split(' ');
const INDONESIAN =
  'yang dan di itu dengan untuk tidak dari dalam ini adalah pada akan ia ada kita tapi karena bahwa oleh saat para'.split(
    ' ',
  );
/** Words that Malay writes otherwise than Indonesian. */
const MALAY = 'bahawa kerana ialah iaitu'.split(' ');

function share(text: string, sign: RegExp, of: RegExp): number {
  return (text.match(sign)?.length ?? 0) / Math.max(1, text.match(of)?.length ?? 0);
}

/** The share of a text's words that stand in a list. */
function words(text: string, list: readonly string[]): number {
  const all = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return all.filter((word) => list.includes(word)).length / Math.max(1, all.length);
}

/** Tells languages of many short texts one after another; null where it is not sure. */
export async function languageTeller(): Promise<(text: string) => string | null> {
  const { eld } = await import('eld/medium');
  return (text) => {
    const beyond = BEYOND_ELD.find(({ shows }) => shows(text));
    if (beyond) return beyond.language;
    const result = eld.detect(text.slice(0, SAMPLE));
    return result.language && result.isReliable() ? (RENAMED[result.language] ?? result.language) : null;
  };
}
