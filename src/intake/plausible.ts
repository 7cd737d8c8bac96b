/**
 * How much a text looks as if its bytes were read by the right encoding, from
 * about −1 to 1, by its characters beyond ASCII: letters stand beside letters of
 * their script and in small letters within words, marks where their kind stands.
 * A text without such characters gives 0.
 */
export function plausibility(text: string): number {
  let [sum, count] = [0, 0];
  for (const { 0: char, index } of text.matchAll(BEYOND_ASCII)) {
    sum += scoreOf(char, text.charAt(index - 1), text.charAt(index + char.length));
    count += 1;
    if (count === SAMPLE_LENGTH) break;
  }
  return count === 0 ? 0 : sum / count;
}

/** Characters after which more say nothing new. */
const SAMPLE_LENGTH = 3000;

const BEYOND_ASCII = /[^\0-\x7f]/gu;

function scoreOf(char: string, before: string, after: string): number {
  const script = scriptOf(char);
  if (script === null) return scoreOfMark(char, before, after);
  const [left, right] = [scriptOf(before), scriptOf(after)];
  if ((left !== null && left !== script) || (right !== null && right !== script)) return script === 'wide' ? 0.3 : -1;
  if (script === 'thai') return thaiScore(char, before);
  // Small katakana of half width, as no text has many.
  if (/[\uff66-\uff9f]/u.test(char)) return -0.3;
  if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) return -1;
  if (/\p{Ll}/u.test(char) && /\p{Lu}/u.test(after)) return -0.5;
  if (script === 'latin' && before > '\x7f' && left && after > '\x7f' && right) return -0.5;
  const isShouted = /\p{Lu}/u.test(char) && /\p{Lu}/u.test(before + after);
  return worth(char.toLowerCase(), script) * (isShouted ? 0.6 : 1);
}

/** What a letter is worth by how often its languages use it. */
function worth(letter: string, script: Script): number {
  const groups = LETTERS_BY_USE[script];
  if (groups === undefined) return script === 'wide' ? 0.7 : 0.9;
  return groups.find(([, letters]) => letters.includes(letter))?.[0] ?? -0.3;
}

type Script = 'latin' | 'cyrillic' | 'greek' | 'hebrew' | 'arabic' | 'thai' | 'wide';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['latin', /[a-zA-Z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['wide', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
];

function scriptOf(char: string): Script | null {
  return SCRIPTS.find(([, test]) => test.test(char))?.[0] ?? null;
}

/** Letters by how much they are used, the most frequent first. */
const LETTERS_BY_USE: Readonly<Partial<Record<Script, readonly (readonly [number, string])[]>>> = {
  latin: [
    [1, 'éèàçùâêîôûëïüöäßñóíáúãõåøæąćęłńśźżčďěňřšťůžýőűăşţșțğıāēīļņūœđ'],
    [0, 'òìÿþðªº'],
  ],
  cyrillic: [
    [1, 'оеаинтсрвлі'],
    [0.7, 'кмдпуяыьзбгй'],
    [0.4, 'чжхшюцщэфєїёґў'],
  ],
};

/** Thai vowels and tones above and below stand on a consonant; a third of a text are vowels. */
function thaiScore(char: string, before: string): number {
  if (/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/u.test(char))
    return /[\u0e01-\u0e2e\u0e31\u0e34-\u0e39]/u.test(before) ? 1.2 : -1;
  if (/[\u0e30\u0e32\u0e33\u0e40-\u0e44]/u.test(char)) return 1.2;
  return /[ฃฅฆฌฎฏฐฑฒฤฦฯ๐-๙]/u.test(char) ? -0.5 : 0.6;
}

function scoreOfMark(char: string, before: string, after: string): number {
  const [isLeft, isRight] = [/[\p{L}\p{M}\p{N}]/u.test(before), /[\p{L}\p{M}\p{N}]/u.test(after)];
  const [opens, closes] = [/^$|[\s([\u00a0]/u.test(before), /^$|[\s)\].,;:!?\u00a0]/u.test(after)];
  if (char === '’') return isLeft ? 1 : -0.5;
  if (/[“„«‘¿¡]/u.test(char)) return opens && !closes ? 1 : char === '«' && opens ? 1 : -1;
  if (/[”»]/u.test(char)) return closes && !/^\s?$/u.test(before) ? 1 : char === '»' && closes ? 1 : -1;
  if (/[–—]/u.test(char)) return isLeft === isRight ? 0.7 : -1;
  if (char === '…') return isRight && isLeft ? -0.5 : 0.7;
  if (/[\u00a0€£°§©®™·×½•№]/u.test(char)) return isLeft && isRight ? -0.3 : 0.5;
  if (/[\u3000-\u303f\uff01-\uff5e\p{M}]/u.test(char)) return 0.5;
  // Boxes of DOS.
  return /[\u2500-\u259f]/u.test(char) ? -3 : -1;
}
