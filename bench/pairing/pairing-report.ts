import { countPairs } from './count-pairs.ts';
import { makeHeaps } from './make-heaps.ts';
import type { StoryLanguage } from './story-names.ts';

/** The heaps that may be looked at, and those that are only counted; these have an event more, with other paragraphs. */
const SEEDS = { work: 1, kept: 2 } as const;
const SMALL: readonly StoryLanguage[] = ['de', 'es', 'ru', 'zh'];

/**
 * The table of pairing: 1,000 stories in English and French with 300 without counterpart, and 120 with 40 in each of
 * four more languages.
 */
export async function pairingReport(kept: boolean): Promise<string> {
  const lines = [
    '## Pairing two heaps',
    '',
    '| heaps | documents | sure pairs | precision | recall | doubtful (right) | fullest taken | copies missed | wrong | reading, s | pairing, s |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const half of kept ? (['work', 'kept'] as const) : (['work'] as const)) {
    for (const to of ['fr', ...SMALL] as const) {
      const [pairs, distractors] = to === 'fr' ? [1000, 300] : [120, 40];
      const without = half === 'work' ? ['court'] : [];
      const heaps = makeHeaps({ seed: SEEDS[half], from: 'en', to, pairs, distractors, without });
      const { count } = await countPairs(heaps, 'en', to);
      const { sure, sureRight, stories, doubtful, doubtfulRight, fullest, versionsMissed, versionsWrong, seconds } =
        count;
      const cells = [
        `${half}, en–${to}`,
        `${heaps.a.length} × ${heaps.b.length}`,
        sure,
        (sureRight / sure).toFixed(4),
        (sureRight / stories).toFixed(4),
        `${doubtful} (${doubtfulRight})`,
        fullest,
        versionsMissed,
        versionsWrong,
        seconds.reading.toFixed(1),
        seconds.pairing.toFixed(1),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
