/** Letters for an editor: "ylg", "jkr". */
const LETTERS = '\\p{Ll}{2,4}';
/** Several of them with strokes, "ylg/mdb", or any number in brackets, "(jkr)"; with those of an agency behind: "rw/hs (tb)". */
const INITIALS = new RegExp(
  `^(?:${LETTERS}(?:[/-]${LETTERS}){1,4}(?:\\s\\(${LETTERS}\\))?|[(（]${LETTERS}(?:[/,-]\\s?${LETTERS}){0,4}[)）])\\.?$`,
  'u',
);

/** A name: two to five words with capitals, initials among them; in scripts without capitals letters alone. */
const NAME = "\\p{Lu}[\\p{L}\\p{M}’'.-]*(?:\\s(?:\\p{Ll}{1,3}\\s)?\\p{Lu}[\\p{L}\\p{M}’'.-]*){1,4}";
/** In brackets who did what, more than once, with no sentence in it: "(Reporting by Ann Lee; Editing by B. Orr)". */
const DUTIES = new RegExp(
  `^[(（]\\s*(?:[^()（）;；.!?]|\\p{Lu}\\.)*${NAME}(?:\\s*[;；]\\s*(?:[^()（）;；.!?]|\\p{Lu}\\.)*${NAME})+\\s*[)）]\\.?$`,
  'u',
);

/** Whether a line is nothing but what editors and reporters sign with, in whatever language. */
export function isSigned(line: string): boolean {
  const words = line.trim();
  return words.length <= MAX_SIGNED && (INITIALS.test(words) || DUTIES.test(words));
}

const MAX_SIGNED = 300;
