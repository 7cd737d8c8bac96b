import type { SharedWords } from '../core/text/language-pack.ts';
import { primarySubtag, sameLanguage } from '../core/text/language-tag.ts';
import { languageDetector } from './language-tables.ts';
import { settledLanguage } from './settled-language.ts';

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
  const sample = sampleOf(text.slice(0, SAMPLE_LENGTH));
  const beyond = BEYOND_ELD.find(({ among, shows }) => !among && shows(sample));
  if (beyond) return { language: beyond.language, sure: true };
  // Its tables are large; commands that are given the language never load them.
  const result = (await detector()).detect(sample.text);
  if (!result.language) return { language: 'und', sure: false };
  const neighbour = BEYOND_ELD.find(({ among, shows }) => among?.includes(result.language) && shows(sample));
  if (neighbour) return { language: neighbour.language, sure: true };
  return { language: RENAMED_TAGS[result.language] ?? result.language, sure: result.isReliable() };
}

let loaded: ReturnType<typeof languageDetector> | undefined;

function detector() {
  loaded ??= languageDetector();
  return loaded;
}

/** eld says Norwegian for its Bokmål, which is the form that texts are in. */
const RENAMED_TAGS: Readonly<Record<string, string>> = { no: 'nb' };

/** Languages that eld takes for a neighbour, and what gives them away. */
const BEYOND_ELD: readonly {
  readonly language: string;
  /** What eld takes it for; where this is left out, eld is not asked. */
  readonly among?: readonly string[];
  shows(sample: Sample): boolean;
}[] = [
  { language: 'my', shows: (sample) => share(sample, /\p{Script=Myanmar}/gu, /[\p{L}\p{M}]/gu) > 0.5 },
  { language: 'kk', shows: (sample) => share(sample, /[әғқңұһ]/giu, /\p{Script=Cyrillic}/gu) > 0.03 },
  {
    language: 'mt',
    shows: (sample) => share(sample, /[ħġċż]|għ/giu, /\p{L}/gu) > 0.01 && words(sample, MALTESE) > 0.08,
  },
  { language: 'ga', shows: (sample) => words(sample, IRISH) > 0.22 && hasSeveral(sample, IRISH) },
  {
    language: 'yi',
    shows: (sample) => share(sample, /[\ufb1d-\ufb4f]|[אי][\u05b7\u05b8]|[ײװױ]/gu, /\p{Script=Hebrew}/gu) > 0.02,
  },
  {
    language: 'ne',
    among: ['hi', 'mr'],
    shows: (sample) => words(sample, NEPALI) > 0.1 && words(sample, HINDI) < 0.05,
  },
  {
    language: 'mk',
    among: ['bg', 'sr', 'ru'],
    shows: (sample) => words(sample, MACEDONIAN) > 0.08 && !/[ъщыйђћ]/iu.test(sample.text),
  },
  {
    language: 'ms',
    among: ['ms', 'tl'],
    shows: (sample) => words(sample, INDONESIAN) > 0.08 && words(sample, MALAY) > 0,
  },
  {
    language: 'id',
    shows: (sample) => words(sample, INDONESIAN) > 0.12 && words(sample, MALAY) === 0 && hasSeveral(sample, INDONESIAN),
  },
  {
    language: 'nn',
    among: ['no', 'da', 'sv', 'is'],
    shows: (sample) => words(sample, NYNORSK) > 0.1 && words(sample, NYNORSK) > words(sample, BOKMAL),
  },
  {
    language: 'gl',
    among: ['es', 'pt', 'ca'],
    shows: (sample) => words(sample, GALICIAN) > 0.06 && words(sample, NOT_GALICIAN) < 0.04,
  },
  {
    language: 'af',
    among: ['nl', 'af'],
    shows: (sample) => words(sample, AFRIKAANS) > 0.06 && words(sample, AFRIKAANS) > 2 * words(sample, DUTCH),
  },
  // So short that letters alone say Bulgarian as well.
  {
    language: 'ru',
    among: ['bg', 'sr', 'uk', 'be'],
    shows: (sample) => sample.text.length < 40 && words(sample, RUSSIAN) > 0.6,
  },
];

const MALTESE = listed('il u ta li ma fi għal minn din dan dwar kien qed hu tal mill huma kienet jekk mhux');
const IRISH = listed(
  'agus an na tá bhí ní go ar le sé sí do is ag ach seo sin leis bhfuil níor den don aon chuaigh raibh deir',
);
const INDONESIAN = listed(
  'yang dan di itu dengan untuk tidak dari dalam ini adalah pada akan ia ada kita tapi karena bahwa oleh saat para',
);
/** Words that Malay writes otherwise than Indonesian. */
const MALAY = listed(
  'bahawa kerana ialah iaitu polis kerajaan ringgit syarikat universiti doktor sahaja televisyen isnin khamis jumaat ogos julai disember awak',
);
const NYNORSK = listed(
  'ikkje eg ein eit dei ho frå korleis kva kven kvifor noko nokre berre sjølv mykje vere vart blei dykk òg såg seier desse då sidan mellom',
);
const BOKMAL = listed('ikke jeg en et hun fra hvordan hva hvem hvorfor noe noen bare selv mye være ble dere også sier');
const GALICIAN = listed(
  'unha unhas coa coas cun cunha xa moi máis tamén pola polos polas dúas hoxe onte ata súa súas non xente dixo',
);
/** Spanish and Portuguese. */
const NOT_GALICIAN = listed(
  'el la los las una y en muy también pero está más hay não uma umas mais também já em pelo pela muito são está com hoje ontem até',
);
const AFRIKAANS = listed('n nie vir hulle sy hy gesê sê');
const DUTCH = listed('een niet zijn hij zij ze ik met werd zei naar wordt maar bij');
const MACEDONIAN = listed('во со дека ќе ги ја беше рече овој оваа никој');
const NEPALI = listed('र छ छन् भने पनि हो थियो गरेको भएको छैन गरे लागि यो उनले एक मा को गरेका हुन् बताए');
const HINDI = listed('है हैं का के की में से को ने और पर था थी थे');
const RUSSIAN = listed('как дела что это привет да нет не спасибо где кто я ты он она мы вы они когда почему хорошо');

/** A text of which several things are asked. */
interface Sample {
  readonly text: string;
  /** Its words in small letters. */
  readonly words: () => readonly string[];
}

function sampleOf(text: string): Sample {
  let words: readonly string[] | undefined;
  return {
    text,
    words() {
      words ??= text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
      return words;
    },
  };
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function share({ text }: Sample, sign: RegExp, of: RegExp): number {
  const signs = text.match(sign)?.length ?? 0;
  return signs === 0 ? 0 : signs / Math.max(1, text.match(of)?.length ?? 0);
}

/** The share of a text's words that stand in a list. */
function words(sample: Sample, list: ReadonlySet<string>): number {
  const all = sample.words();
  return all.filter((word) => list.has(word)).length / Math.max(1, all.length);
}

/** Whether more than one of the words stands in a text: one alone, twice in a short sentence, may be of another language, as “le” is. */
function hasSeveral(sample: Sample, list: ReadonlySet<string>): boolean {
  return new Set(sample.words().filter((word) => list.has(word))).size > 1;
}

/**
 * Tells languages of many short texts one after another; null where it is not sure. Where a text is found to be in the
 * language that it is expected to be in, how sure that is is not asked, which takes longest; where its small words show
 * that, or that nothing speaks for any other, nothing else is.
 */
export async function languageTeller(shared: SharedWords): Promise<(text: string, expected: string) => string | null> {
  const eld = await detector();
  const settle = settledLanguage(shared);
  return (text, expected) => {
    const settled = settle(text, expected);
    if (settled !== 'open') return settled === 'expected' ? primarySubtag(expected) : null;
    const sample = sampleOf(text);
    const result = eld.detect(text.slice(0, SAMPLE_LENGTH));
    const beyond = BEYOND_ELD.find(({ among, shows }) => (!among || among.includes(result.language)) && shows(sample));
    if (beyond) return beyond.language;
    const language = RENAMED_TAGS[result.language] ?? result.language;
    return language && (sameLanguage(language, expected) || result.isReliable()) ? language : null;
  };
}
