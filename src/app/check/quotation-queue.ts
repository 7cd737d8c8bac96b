import { isQuotationPair, MAX_OPEN_ROWS } from '../../core/check/check-rows.ts';

/** Findings in the order of the text, of which lone quotation marks wait until it is known whether they have a partner in the next rows. */
export interface QuotationQueue {
  /** What is to be said, in its order. */
  add(say: () => void): void;
  /** The same of a quotation mark without a partner in its row. */
  addMark(mark: { readonly found: string; readonly place: number }, say: () => void): void;
  /** All findings up to a row have been added. */
  passed(place: number): void;
  end(): void;
}

interface Waiting {
  readonly found: string;
  readonly place: number;
  say: () => void;
}

/** Does for a text that is read piece by piece what `withoutLongQuotations` does for a whole one. */
export function quotationQueue(): QuotationQueue {
  const queue: Waiting[] = [];
  let opening: Waiting | null = null;
  const flush = () => {
    let said = 0;
    for (; said < queue.length && queue[said] !== opening; said += 1) queue[said]!.say();
    queue.splice(0, said);
  };
  return {
    add(say) {
      if (queue.length === 0) say();
      else queue.push({ found: '', place: 0, say });
    },
    addMark({ found, place }, say) {
      if (opening && isQuotationPair(opening.found, found) && place - opening.place <= MAX_OPEN_ROWS) {
        opening.say = () => {};
        opening = null;
      } else {
        opening = { found, place, say };
        queue.push(opening);
      }
      flush();
    },
    passed(place) {
      if (opening && place - opening.place > MAX_OPEN_ROWS) opening = null;
      if (queue.length > 0) flush();
    },
    end() {
      opening = null;
      flush();
    },
  };
}
