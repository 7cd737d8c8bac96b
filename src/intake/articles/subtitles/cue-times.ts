/** When a subtitle is shown, in ms. */
export interface CueTime {
  readonly start: number;
  readonly end: number;
}

/** Hours or none, minutes, seconds, and a fraction of one to four digits behind any mark, or none. */
const CLOCK = String.raw`(?:(\d{1,3})\s*:\s*)?(\d{1,2})\s*:\s*(\d{1,2})(?:\s*[.,:;]\s*(\d{1,4}))?:?`;
const ARROW = String.raw`\s*(?:-{1,3}>|[–—]>?|→|=>|,)\s*`;
const LINE = new RegExp(String.raw`^\s*${CLOCK}${ARROW}${CLOCK}(?:\s.*)?$`, 'u');

/** The times in a line of a subtitle file, however its program writes them; null where it is no such line. */
export function timeIn(line: string): CueTime | null {
  const found = LINE.exec(line);
  return found ? { start: msOf(found.slice(1, 5)), end: msOf(found.slice(5, 9)) } : null;
}

function msOf([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return whole + Math.round(Number(`0.${fraction ?? 0}`) * 1000);
}
