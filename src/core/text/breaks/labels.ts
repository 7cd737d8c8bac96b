/**
 * Whether a word is a label, or a compound that ends in one: "групп" of "группы", "gruppe" of "Blutgruppe".
 * Short labels stand in other words by chance, "зал" in "сказал", "line" in "Caroline".
 */
export function isLabelled(word: string, label: string): boolean {
  const at = word.toLowerCase().lastIndexOf(label);
  if (at < 0) return false;
  if (at === 0) return isFormOf(word, label);
  const isCompound = at >= MIN_FIRST_PART && word.length - at - label.length <= MAX_ENDING;
  return isCompound && label.length >= (/^\p{Lu}/u.test(word) ? MIN_LABEL_OF_NOUN : MIN_LABEL);
}

/** Whether a word is a form of a label that stands there as a stem: Cyrillic "команды", not "командир" or "Крылов". */
function isFormOf(word: string, label: string): boolean {
  if (!/\p{Script=Cyrillic}/u.test(label)) return true;
  const ending = word.slice(label.length);
  return /^\p{Lu}/u.test(word) ? ending.length < 2 : CYRILLIC_ENDING.test(ending);
}

const CYRILLIC_ENDING = /^(?:\p{L}{0,2}[аеёиоуыэюяіїєйьхмв])?$/u;

const MIN_FIRST_PART = 3;
const MAX_ENDING = 2;
const MIN_LABEL = 4;
/** A word with a capital may be a name. */
const MIN_LABEL_OF_NOUN = 5;
