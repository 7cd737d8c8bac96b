import { onceFor } from '../../once-for.ts';
import type { CreditMarks } from '../language-pack.ts';
import { literalPattern } from '../literal-pattern.ts';

/**
 * Makes the search for the picture credit that a line is or ends with:
 * "Maxim Schemetov/The Associated Press", "(AP Photo/Ann Lee)", "© Ann Lee",
 * "… on Monday. ANN LEE". Made once for each set of marks.
 * @returns where the credit begins, 0 where all of the line is one, -1 where there is none
 */
export const creditFinder = onceFor((marks: CreditMarks): ((line: string) => number) => finderFor(marks));

const MAX_CREDIT_LENGTH = 110;
/** A longer block is not a caption, so what ends it is not a credit. */
const MAX_CAPTION_LENGTH = 700;
const NAME = "[\\p{L}\\p{M}.’'\\- ]";
const NAME_BEFORE = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3},/u;

/** A word of a name: with a capital, an initial, or all in capitals. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}’'-]*\\.?";
const AFTER_STOP = '(?<=^|[.。!?！？…”»"’)）\\]]|\\p{Sentence_Terminal}[”»"’]?)';

function finderFor({ agencies, labels, particles = [], endings = [] }: CreditMarks): (line: string) => number {
  const isSigned = signatureTest({ agencies, labels });
  const joined = `(?:\\s+(?:&\\s+|(?:${particles.length > 0 ? oneOf(particles) : '&'})\\s+)?)`;
  const name = `${WORD}(?:${joined}${WORD}){0,5}`;
  const label = `(?<![\\p{L}\\p{N}])${oneOf(labels.flatMap(caseForms))}`;
  const patterns = [
    // "Photo: …", "(Foto: …)", "— Fot. …"; what follows the label is not a sentence.
    `[([（【]?\\s*${label}\\s*[:：=＝/・].{2,90}$`,
    `${AFTER_STOP}[\\s\\u00a0—–|•·*/-]*[([（【]?\\s*(?:${WORD}\\s+)?${label}[.\\s\\u00a0]+(?:\\p{L}{1,4}\\s+)?${name}(?:\\s*[/|,–-]\\s*${name}){0,3}\\s*[)\\]）】]?\\.?$`,
    '[©ⓒ]\\s?[\\p{L}\\p{N}].{1,80}$',
    // In brackets with a slash or with an agency: "(LUC A./LA PRESSE CANADIENNE)", "(dpa)" behind a full stop.
    `[([（【]\\s*${name}\\s*[/|]\\s*${name}(?:\\s*[/|]\\s*${name})*\\s*[)\\]）】]\\.?$`,
    ...(agencies.length > 0
      ? [
          `${AFTER_STOP}\\s*[([（]\\s*(?:${NAME}{2,40}[/,–-]\\s*)?${oneOf(agencies.flatMap(caseForms))}\\s*[)\\]）]\\.?$`,
        ]
      : []),
    // Behind a full stop a name and an agency in brackets: "… on Monday. ANN LEE (AFP)".
    ...(agencies.length > 0
      ? [
          `(?<=[.。!?！？…”»"’)])\\s*${name}\\s+[(（](?:${oneOf(agencies.flatMap(caseForms))}|\\p{Lu}{3,6})(?:\\s*[/,–-]\\s*${NAME}{2,40})?[)）]\\.?$`,
        ]
      : []),
    // Behind a caption without a full stop two names of two words and more: "… at the last stop Ann Lee / Harbour Post".
    `(?<=\\p{Ll}{2}[\\s\\u00a0]+)${WORD}(?:\\s+${WORD}){1,2}\\s+/\\s+${WORD}(?:\\s+${WORD}){1,2}$`,
    // Behind a full stop: "| LE PROGRÈS / ANN LEE", "Ann Lee/Pressfoto", "ANN LEE", "A. Lee".
    `${AFTER_STOP}\\s*[|•·]\\s*${name}(?:\\s*[/|]\\s*${name})*$`,
    `${AFTER_STOP}\\s*${name}\\s*/\\s*${name}(?:\\s*/\\s*${name})*$`,
    `(?<=(?:\\p{Ll}{4}|[^.\\p{L}])\\.|[。!?…”»"’)）])\\s*(?:\\p{Lu}[\\p{Lu}\\p{M}’'.-]+(?:\\s+\\p{Lu}[\\p{Lu}\\p{M}’'.-]+){1,3}|(?:\\p{Lu}\\.[\\s-]?){1,2}\\p{Lu}[\\p{L}\\p{M}’'-]+)$`,
    ...(endings.length > 0
      ? [`(?:(?<=[。.!?！？”」』）)])|[(（＝=/]|\\s)\\s*[\\p{L}\\p{M}·・ ]{2,24}\\s?(?:${oneOf(endings)})\\s*[)）]?$`]
      : []),
  ].map((pattern) => new RegExp(pattern, 'u'));
  const mayHave = new RegExp(
    `[/|©ⓒ()[\\]（）【】]|\\p{Lu}$|\\p{Lu}\\.\\s?\\p{Lu}|${oneOf([...labels, ...endings])}`,
    'u',
  );
  return (line) => {
    const text = line.trimEnd();
    const lead = text.length - text.trimStart().length;
    if (isSigned(text)) return lead;
    if (text.length > MAX_CAPTION_LENGTH) return -1;
    const from = Math.max(0, text.length - TAIL_LENGTH);
    const tail = text.slice(from);
    if (!mayHave.test(tail) && !mayHave.test(tail.toLowerCase())) return -1;
    const starts = patterns.flatMap((pattern) => {
      const found = pattern.exec(tail);
      const begins = found && (from === 0 || found.index > 0);
      return begins && isNoSentence(tail.slice(found.index)) ? [from + found.index] : [];
    });
    if (starts.length === 0) return -1;
    const at = Math.min(...starts) + (LEADING_DASHES.exec(text.slice(Math.min(...starts)))?.[0].length ?? 0);
    const before = TRAILING_DASHES.exec(text.slice(0, at))?.[0].length ?? 0;
    return Math.max(at - before, lead);
  };
}

/** So much of a line is looked at from its end. */
const TAIL_LENGTH = 140;
const LEADING_DASHES = /^[\s\u00a0—–|•·*/-]*/u;
const TRAILING_DASHES = /[\s\u00a0—–|•·*/-]*$/u;

/** Longer words in small letters that a credit holds at most: "Foto: aus dem Archiv der Gemeinde". */
const MAX_SMALL_WORDS = 3;

/** A credit has no sentence in it: few words in small letters, no full stop but behind an initial or a short word. */
function isNoSentence(credit: string): boolean {
  if (credit.length > MAX_CREDIT_LENGTH || /\p{Ll}{5,}[.!?]\s+\p{Lu}|[。！？]./u.test(credit)) return false;
  return (credit.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]{3,}/gu) ?? []).length <= MAX_SMALL_WORDS;
}

function signatureTest({ agencies, labels }: Pick<CreditMarks, 'agencies' | 'labels'>): (line: string) => boolean {
  if (agencies.length === 0) return () => false;
  const agency = `(?:the )?${oneOf(agencies)}`;
  const alone = new RegExp(`^${agency}(?: photo)?$`, 'iu');
  const first = new RegExp(`^${agency}(?: photo)?\\s*/\\s*${NAME}{2,40}$`, 'iu');
  const signed = new RegExp(
    `^\\(?(?:${oneOf(labels)}\\s*:?\\s*)?${NAME}{0,60}?[/|,–—-]?\\s*(?:pool\\s+)?${agency}(?:\\s*(?:/|via)\\s*${NAME}{1,40})?(?:\\s+(?:images|photo))?\\)?\\.?$`,
    'iu',
  );
  return (line) => {
    const signature = line.trim().replace(/^\((.*)\)$/u, '$1');
    if (signature.length > MAX_CREDIT_LENGTH) return false;
    if (alone.test(signature) || first.test(signature)) return true;
    return signed.test(signature) && (/[/|:]/u.test(signature) || NAME_BEFORE.test(signature));
  };
}

/** A word as it may be written: small, with a capital, in capitals. Capitals tell names, so case cannot be left open. */
function caseForms(word: string): string[] {
  return [
    ...new Set([word, word.replace(/^\p{L}/u, (first) => first.toUpperCase()), word.toUpperCase(), titled(word)]),
  ];
}

function titled(word: string): string {
  return word.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.map(literalPattern).join('|')})`;
}
