/** Escapes ampersands in XML that comes in pieces. */
export interface AmpersandMender {
  write(piece: string): string;
  /** What was held back at the file's end. */
  end(): string;
  /** How many were escaped. */
  count(): number;
}

/** An ampersand that begins no reference, and what begins or ends a stretch in which ampersands are themselves. */
const MARK = /&(?!#?[\p{L}_:][\w.:-]*;|#\d+;)|<!\[CDATA\[|<!--|\]\]>|-->/gu;

/** What may be the beginning of a mark or a reference. */
const UNDECIDED = /(?:<(?:!(?:--?|\[[A-Z]*)?)?|&#?[\w.:-]{0,40}|\]{1,2}|-{1,2})$/u;

/**
 * Files that were written by hand have “AT&T”, which is no XML; such an
 * ampersand is read as itself instead of losing all that comes after it.
 * Places in later messages of a parser count it as five letters.
 */
export function ampersandMender(): AmpersandMender {
  let held = '';
  let count = 0;
  /** What ends the CDATA section or comment that is open. */
  let until = '';

  function mend(text: string): string {
    if (until === '' && !/&|<!/u.test(text)) return text;
    return text.replace(MARK, (mark) => {
      if (until !== '') {
        if (mark === until) until = '';
      } else if (mark === '&') {
        count += 1;
        return '&amp;';
      } else if (mark === '<!--') until = '-->';
      else if (mark === '<![CDATA[') until = ']]>';
      return mark;
    });
  }

  return {
    write(piece) {
      const text = held + piece;
      held = UNDECIDED.exec(text.slice(-50))?.[0] ?? '';
      return mend(text.slice(0, text.length - held.length));
    },
    end: () => mend(held),
    count: () => count,
  };
}
