import type { Finding } from '../../../core/finding.ts';
import { msg } from '../../../core/message.ts';
import type { CueFile } from './subtitles.ts';

/** The finding on a file in which some subtitles have no readable time. */
export function damagedCues({ bad }: Pick<CueFile, 'bad'>, name: string): Finding[] {
  if (bad.length === 0) return [];
  const lines = [...bad.slice(0, MAX_NAMED_LINES).map(String), ...(bad.length > MAX_NAMED_LINES ? ['…'] : [])];
  const message = msg('Subtitles without a readable time, in these lines: {lines}. Their text was kept.', { lines });
  return [{ code: 'cue-damaged', severity: 'warning', place: name, message }];
}

/** How many lines are named. */
const MAX_NAMED_LINES = 20;
