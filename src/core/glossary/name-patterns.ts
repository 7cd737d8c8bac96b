import { onceFor } from '../once-for.ts';
import { oneOf } from '../text/literal-pattern.ts';
import type { NameWords } from '../text/name-words.ts';

/** Patterns of names and posts, from the small words of all packs. */
export interface NamePatterns {
  /** Words in capitals with small words within: a name. */
  readonly phrase: RegExp;
  /** What has lost its vowel before a name; with an ordinary word after it, both. */
  readonly elided: RegExp;
  /** The part of a name before where somebody belongs. */
  readonly beforeBelonging: RegExp;
  /** A region's name that is made with a direction. */
  readonly direction: RegExp;
  /** A word before a post. */
  readonly determiner: RegExp;
  /** A post between commas behind a name: its article and itself. */
  readonly apposition: RegExp;
  /** A complement that is a name: "of Aéronor", "d’Aéronor". */
  readonly complement: RegExp;
  /** The same from its beginning, the name alone: "de Corée du Nord" in "de Corée du Nord, Ri". */
  readonly complementName: RegExp;
  /** What may stand between a title and the name of its holder. */
  readonly beside: RegExp;
  readonly titles: ReadonlySet<string>;
  readonly ranks: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

/** The patterns of a set of words, made once. */
export const namePatterns = onceFor((words: NameWords): NamePatterns => patternsOf(words));

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const SPACE = '[\\s\\u00a0]';

function patternsOf(words: NameWords): NamePatterns {
  const particle = `${oneOf(words.particles)}[ \\u00a0-]?(?:${oneOf(words.particleArticles)}[ \\u00a0])?`;
  const elided = oneOf(words.elided.flatMap((one) => [one, one.charAt(0).toUpperCase() + one.slice(1)]));
  const [before, attached, following] = [
    words.determiners.filter((word) => /^\p{L}+$/u.test(word)),
    words.determiners.filter((word) => /’$/u.test(word)),
    words.determiners.filter((word) => word.startsWith('’')),
  ];
  return {
    phrase: new RegExp(`${CAPITALISED}(?:[ \\u00a0](?:${particle}){0,2}${CAPITALISED})*`, 'gu'),
    elided: new RegExp(`^${elided}[’'](?:\\p{Ll}[\\p{L}\\p{M}-]*[ \\u00a0]?)?`, 'u'),
    beforeBelonging: new RegExp(
      `^\\p{Lu}[^ \\u00a0]*[ \\u00a0]\\p{Lu}[^ \\u00a0]*(?=[ \\u00a0]${oneOf(words.belonging)}[ \\u00a0])`,
      'u',
    ),
    direction: new RegExp(
      `^(?:${oneOf(words.directionsBefore)}\\s\\p{L}+|\\p{L}+\\s${oneOf(words.directionsBehind)})$`,
      'u',
    ),
    determiner: new RegExp(
      `(?<!(?:^|${SPACE})${oneOf(words.beforeDeterminers)}${SPACE})(?<![\\p{L}\\p{M}])` +
        `(?:${oneOf(before)}${SPACE}+|${oneOf(attached)})|${oneOf(following)}${SPACE}+`,
      'giu',
    ),
    apposition: new RegExp(`^,${SPACE}+(${oneOf(words.apposed)}${SPACE}*)?([^,;:.!?«»“”"()—–]+),`, 'u'),
    complement: complementOf(words),
    complementName: new RegExp(
      `^${complementWords(words)}${CAPITALISED}(?:[ \\u00a0](?:${particle}){0,2}${CAPITALISED})*`,
      'u',
    ),
    beside: new RegExp(`^[\\s,\\u00a0]*(?:${oneOf(words.betweenTitleAndName)}\\s+)?$`, 'iu'),
    titles: new Set(words.titles),
    ranks: new Set(words.ranks),
    small: new Set(words.small),
  };
}

function complementOf(words: NameWords): RegExp {
  return new RegExp(`${complementWords(words)}(?=\\p{Lu}).*$`, 'u');
}

/** What joins a name to a post: "of the ", "d’". */
function complementWords({ complements, complementArticles }: NameWords): string {
  const apart = complements.filter((word) => !word.endsWith('’'));
  const attached = complements.filter((word) => word.endsWith('’'));
  return `${SPACE}+(?:${oneOf(apart)}${SPACE}+${oneOf(complementArticles)}?${SPACE}*|${oneOf(attached)})`;
}
