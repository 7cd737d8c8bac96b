const WIDE_STOP = /[。！？｡．]/;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}」』”）]/u;

/** Whether stops are those of Chinese and Japanese, after which there is no space; some people write ! and ? that way. */
export function isWide(stops: string, preceding: string): boolean {
  return WIDE_STOP.test(stops) || (/^[!?]+$/.test(stops) && IDEOGRAPH.test(preceding));
}

/** What a full-width stop ends: nothing between digits or within brackets, and no quotation that continues with its verb. */
export function wideEnds(text: string, at: number, closers: string, after: string): boolean {
  if (/[０-９\d][．。]$/u.test(text.slice(at - 2, at)) && /^[０-９\d]/u.test(after)) return false;
  if (within(text, at)) return false;
  return closers === '' || !/^\p{Script=Hiragana}/u.test(after);
}

const BRACKETS = new Map([
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
]);

/** How far back an opening bracket is looked for. */
const BRACKET_REACH = 200;

/** Whether a place lies within brackets that close again soon. */
function within(text: string, at: number): boolean {
  const open: string[] = [];
  for (const char of text.slice(Math.max(0, at - BRACKET_REACH), at)) {
    const closes = BRACKETS.get(char);
    if (closes) open.push(closes);
    else if (char === open.at(-1)) open.pop();
  }
  const [closes] = open;
  return closes !== undefined && text.slice(at, at + BRACKET_REACH).includes(closes);
}
