import { align } from '#dist/core/align/align.js';
import type { IndexBead } from '#dist/core/align/evaluate.js';
import { evaluate } from '#dist/core/align/evaluate.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { type MadeTexts, madeTexts } from './made-texts.ts';

const ARTICLES = 10;
const SENTENCES = 30;
const SUBJECTS = 8;

/**
 * How much better an article is aligned when others on its subject have been
 * confirmed before: made texts with one vocabulary a subject, no word alike.
 */
export function experienceReport(): string {
  const packs = loadLanguagePacks();
  const alone: number[][] = Array.from({ length: ARTICLES }, () => []);
  const experienced: number[][] = Array.from({ length: ARTICLES }, () => []);
  for (let subject = 0; subject < SUBJECTS; subject++) {
    const articles = cut(madeTexts(ARTICLES * SENTENCES, { words: 600 + 40 * subject, length: [11, 3], gaps: 0.2 }));
    const memory: (readonly [string, string])[] = [];
    articles.forEach((article, k) => {
      alone[k]!.push(f1(article, []));
      experienced[k]!.push(f1(article, memory));
      memory.push(...confirmed(article));
    });
  }
  const mean = (values: readonly number[]) => (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3);
  const rows = alone.map((values, k) => `| ${k + 1} | ${mean(values)} | ${mean(experienced[k]!)} |`);
  return `## Evidence that grows

${SUBJECTS} subjects with ${ARTICLES} made articles of ${SENTENCES} sentences each, in invented words, all sentences about as long and a
fifth of them on one side alone: each article aligned by itself, and with the rows of those before it confirmed.
Mean strict F1.

| article | alone | after those before it |
|---|---|---|
${rows.join('\n')}
`;

  function f1({ source, target, gold }: MadeTexts, memory: readonly (readonly [string, string])[]): number {
    const { beads } = align(
      { segments: source, pack: packs('x-made') },
      { segments: target, pack: packs('x-made') },
      { memory },
    );
    return evaluate([{ gold, proposed: beads.map((bead): IndexBead => [bead.source, bead.target]) }]).strict.f1;
  }
}

/** Cuts a made text into articles at its beads. */
function cut({ source, target, gold }: MadeTexts): MadeTexts[] {
  return Array.from({ length: ARTICLES }, (_, k) => {
    const beads = gold.slice(k * SENTENCES, (k + 1) * SENTENCES);
    const [from, to] = [beads.flatMap(([s]) => s), beads.flatMap(([, t]) => t)];
    return {
      source: from.map((i) => source[i]!),
      target: to.map((j) => target[j]!),
      gold: beads.map(([s, t]): IndexBead => [s.map((i) => i - from[0]!), t.map((j) => j - to[0]!)]),
    };
  });
}

function confirmed({ source, target, gold }: MadeTexts): (readonly [string, string])[] {
  return gold
    .filter(([s, t]) => s.length > 0 && t.length > 0)
    .map(([s, t]) => [s.map((i) => source[i]).join(' '), t.map((j) => target[j]).join(' ')] as const);
}
