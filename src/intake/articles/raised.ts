import type { TextStyle } from '../../core/bitext/inline/styled-spans.ts';
import type { StyledPiece } from './styled-text.ts';

/** A piece of a line, and whether it stands above or below it. */
export interface LinePiece {
  readonly text: string;
  readonly place: 'on' | 'above' | 'below';
  readonly styles?: readonly TextStyle[];
}

/** A line of pieces as plain text: powers and indices by their characters, which are shown as other letters are, marks of notes left out. */
export function plainLine(pieces: readonly LinePiece[]): StyledPiece[] {
  const groups: { place: LinePiece['place']; text: string; own: LinePiece[] }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (piece.text === '') continue;
    if (last?.place === piece.place) {
      last.text += piece.text;
      last.own.push(piece);
    } else groups.push({ place: piece.place, text: piece.text, own: [piece] });
  }
  return groups.flatMap(({ place, text, own }, i): StyledPiece[] => {
    if (place === 'on') return own.map((piece) => ({ text: piece.text, styles: piece.styles ?? [] }));
    const [before, after] = [groups[i - 1]?.text ?? '', groups[i + 1]?.text ?? ''];
    return [
      { text: place === 'below' ? subscript(text) : superscript(text, before, after), styles: own[0]?.styles ?? [] },
    ];
  });
}

/**
 * What a text above the line is written as, between what stands before and behind
 * it: 10⁶, km² and ¹⁴C by Unicode's characters, ordinals (19th) as they are. A
 * number or a sign behind a word or a stop is a note's mark, which is no text.
 */
export function superscript(text: string, before: string, after: string): string {
  const words = text.trim();
  if (/^[™℠®]$/u.test(words)) return text;
  const isMark = NOTE_MARK.test(words) || (NOTE_NUMBERS.test(words) && !isPower(before, words));
  if (isMark) return SENTENCE_END.test(before) && /^\p{L}/u.test(after) ? ' ' : '';
  return inCharacters(words, SUPERSCRIPTS) ?? text;
}

/** What a text below the line is written as: CO₂, and letters as they are. */
export function subscript(text: string): string {
  return inCharacters(text.trim(), SUBSCRIPTS) ?? text;
}

/** A stop with or without closing marks. */
const SENTENCE_END = /[.!?…。»”"')\]]$/u;
const NOTE_NUMBERS = /^\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*$/u;
/** A mark in brackets, "note 3" in them, too, or a sign. */
const NOTE_MARK = /^(?:[[(]\s*(?:note |nb )?[\p{L}\p{N}*†‡§¶‖]{1,3}\s*[\])]|[*†‡§¶‖]{1,4})$/iu;

/** Whether a raised number is a power of what stands before it (10⁶, km², x², ¹⁴C) rather than a note's mark. */
function isPower(before: string, power: string): boolean {
  if (before === '' || /[\s(=+×·*/−-]$/u.test(before)) return true;
  if (/(?:^|\D)(?:10|\d)$/u.test(before)) return true;
  const word = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? '';
  if (word === '' || power.length > 2) return false;
  if (/[=+×·*/^−]\s*[\p{L}\p{N}]*$/u.test(before) || UNIT_SYMBOL.test(word)) return true;
  // One letter alone is a quantity, unless it is a word of some language.
  return /^\p{L}$/u.test(word) && !/^[aàáeéèiíoóuúyœвикосуяіїй]$/iu.test(word);
}

/** Units that are squared and cubed. */
const UNIT_SYMBOL = /^(?:[kcdmµμn]?m|ha|ft|in|yd|mi|sec|s|км|м|см|мм|дм|π)$/u;

const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map([
  ...paired('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'),
  ['n', 'ⁿ'],
]);
const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(paired('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));

function paired(plain: string, shaped: string): [string, string][] {
  const to = [...shaped];
  return [...plain].map((char, i) => [char, to[i]!]);
}

/** A text in other characters, where each of it has one. */
function inCharacters(text: string, characters: ReadonlyMap<string, string>): string | null {
  const shaped = [...text].map((char) => characters.get(char));
  return text !== '' && shaped.every((char) => char !== undefined) ? shaped.join('') : null;
}
