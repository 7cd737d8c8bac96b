/** A language and whether the text was long and clear enough to be sure. */
export interface DetectedLanguage {
  /** BCP 47 tag, "und" where nothing can be said. */
  readonly language: string;
  readonly sure: boolean;
}

/** How much of a text is looked at; more does not make the answer better. */
const SAMPLE_LENGTH = 4000;

/** The language of a text, by eld's letter statistics (chosen in `docs/decisions/0004`), and by signs of its own for those that eld does not know. */
export async function detectLanguage(text: string): Promise<DetectedLanguage> {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const beyond = BEYOND_ELD.find(({ among, shows }) => !among && shows(sample));
  if (beyond) return { language: beyond.language, sure: true };
  // Its tables are large; commands that are given the language never load them.
  const { eld } = await import('eld/medium');
  const result = eld.detect(sample);
  if (!result.language) return { language: 'und', sure: false };
  const neighbour = BEYOND_ELD.find(({ among, shows }) => among?.includes(result.language) && shows(sample));
  if (neighbour) return { language: neighbour.language, sure: true };
  return { language: RENAMED_TAGS[result.language] ?? result.language, sure: result.isReliable() };
}

/** eld says Norwegian for its Bokmål, which is the form that texts are in. */
const RENAMED_TAGS: Readonly<Record<string, string>> = { no: 'nb' };

/** Languages that eld takes for a neighbour, and what gives them away. */
const BEYOND_ELD: readonly {
  readonly language: string;
  /** What eld takes it for; where this is left out, eld is not asked. */
  readonly among?: readonly string[];
  shows(text: string): boolean;
}[] = [
  { language: 'my', shows: (text) => share(text, /\p{Script=Myanmar}/gu, /[\p{L}\p{M}]/gu) > 0.5 },
  { language: 'kk', shows: (text) => share(text, /[әғқңұһ]/giu, /\p{Script=Cyrillic}/gu) > 0.03 },
  { language: 'mt', shows: (text) => share(text, /[ħġċż]|għ/giu, /\p{L}/gu) > 0.01 && words(text, MALTESE) > 0.08 },
  { language: 'ga', shows: (text) => words(text, IRISH) > 0.22 },
  {
    language: 'yi',
    shows: (text) => share(text, /[\ufb1d-\ufb4f]|[אי][\u05b7\u05b8]|[ײװױ]/gu, /\p{Script=Hebrew}/gu) > 0.02,
  },
  { language: 'ne', among: ['hi', 'mr'], shows: (text) => words(text, NEPALI) > 0.1 && words(text, HINDI) < 0.05 },
  {
    language: 'mk',
    among: ['bg', 'sr', 'ru'],
    shows: (text) => words(text, MACEDONIAN) > 0.08 && !/[ъщыйђћ]/iu.test(text),
  },
  { language: 'ms', among: ['ms', 'tl'], shows: (text) => words(text, INDONESIAN) > 0.08 && words(text, MALAY) > 0 },
  { language: 'id', shows: (text) => words(text, INDONESIAN) > 0.12 && words(text, MALAY) === 0 },
  {
    language: 'nn',
    among: ['no', 'da', 'sv', 'is'],
    shows: (text) => words(text, NYNORSK) > 0.1 && words(text, NYNORSK) > words(text, BOKMAL),
  },
  {
    language: 'gl',
    among: ['es', 'pt', 'ca'],
    shows: (text) => words(text, GALICIAN) > 0.06 && words(text, NOT_GALICIAN) < 0.04,
  },
  {
    language: 'af',
    among: ['nl', 'af'],
    shows: (text) => words(text, AFRIKAANS) > 0.06 && words(text, AFRIKAANS) > 2 * words(text, DUTCH),
  },
  // So short that letters alone say Bulgarian as well.
  { language: 'ru', among: ['bg', 'sr', 'uk', 'be'], shows: (text) => text.length < 40 && words(text, RUSSIAN) > 0.6 },
];

const MALTESE = 'il u ta li ma fi għal minn din dan dwar kien qed hu tal mill huma kienet jekk mhux'.split(' ');
const IRISH =
  'agus an na tá bhí ní go ar le sé sí do is ag ach seo sin leis bhfuil níor den don aon chuaigh raibh deir'.split(' ');
const INDONESIAN =
  'yang dan di itu dengan untuk tidak dari dalam ini adalah pada akan ia ada kita tapi karena bahwa oleh saat para'.split(
    ' ',
  );
/** Words that Malay writes otherwise than Indonesian. */
const MALAY =
  'bahawa kerana ialah iaitu polis kerajaan ringgit syarikat universiti doktor sahaja televisyen isnin khamis jumaat ogos julai disember awak'.split(
    ' ',
  );
const NYNORSK =
  'ikkje eg ein eit dei ho frå korleis kva kven kvifor noko nokre berre sjølv mykje vere vart blei dykk òg såg seier desse då sidan mellom'.split(
    ' ',
  );
const BOKMAL = 'ikke jeg en et hun fra hvordan hva hvem hvorfor noe noen bare selv mye være ble dere også sier'.split(
  ' ',
);
const GALICIAN =
  'unha unhas coa coas cun cunha xa moi máis tamén pola polos polas dúas hoxe onte ata súa súas non xente dixo'.split(
    ' ',
  );
/** Spanish and Portuguese. */
const NOT_GALICIAN =
  'el la los las una y en muy también pero está más hay não uma umas mais também já em pelo pela muito são está com hoje ontem até'.split(
    ' ',
  );
const AFRIKAANS = 'n nie vir hulle sy hy gesê sê'.split(' ');
const DUTCH = 'een niet zijn hij zij ze ik met werd zei naar wordt maar bij'.split(' ');
const MACEDONIAN = 'во со дека ќе ги ја беше рече овој оваа никој'.split(' ');
const NEPALI = 'र छ छन् भने पनि हो थियो गरेको भएको छैन गरे लागि यो उनले एक मा को गरेका हुन् बताए'.split(' ');
const HINDI = 'है हैं का के की में से को ने और पर था थी थे'.split(' ');
const RUSSIAN = 'как дела что это привет да нет не спасибо где кто я ты он она мы вы они когда почему хорошо'.split(
  ' ',
);

function share(text: string, sign: RegExp, of: RegExp): number {
  return (text.match(sign)?.length ?? 0) / Math.max(1, text.match(of)?.length ?? 0);
}

/** The share of a text's words that stand in a list. */
function words(text: string, list: readonly string[]): number {
  const all = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return all.filter((word) => list.includes(word)).length / Math.max(1, all.length);
}

/** Tells languages of many short texts one after another; null where it is not sure. */
export async function languageTeller(): Promise<(text: string) => string | null> {
  const { eld } = await import('eld/medium');
  return (text) => {
    const result = eld.detect(text.slice(0, SAMPLE_LENGTH));
    const beyond = BEYOND_ELD.find(({ among, shows }) => (!among || among.includes(result.language)) && shows(text));
    if (beyond) return beyond.language;
    return result.language && result.isReliable() ? (RENAMED_TAGS[result.language] ?? result.language) : null;
  };
}
