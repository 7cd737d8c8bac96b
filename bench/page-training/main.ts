import { writeFileSync } from 'node:fs';
import { judgeLines, worthOf } from '#dist/core/text/page/judge-page.js';
import { LINE_STATES, OUTSIDE_STATES } from '#dist/core/text/page/page-model.js';
import { learnModels, prepared } from './learn-models.ts';
import { type Lesson, pairLessons, singleLessons } from './learned-pages.ts';
import type { Learned, Sequence, Training } from './train-chain.ts';

// `npm run train:pages` makes pages of stories and furniture (bench/data/pages), adds the pages that were copied and may be
// looked at (bench/data/blind/pages, work), also with other stories in them, learns from all of them how the lines of a
// page are told apart, by itself and beside its translation, and writes data/page-models.json.
// `npm run train:pages -- 1000 800 60 models-%.json cross` learns five times, each time without a fifth of the copied
// pages and all that is made of them, and writes models-0.json … models-4.json, each with the names of what it has not seen.

const [made = 1000, refilled = 800, rounds = 60] = process.argv.slice(2, 5).map(Number);
const [target = 'data/page-models.json', mode = ''] = process.argv.slice(5);
const training: Training = { rounds, pull: 2, rate: 0.12, rarest: 8 };
/** A copied page counts as often as so many that are made. */
const WEIGHT = 6;
const FOLDS = 5;

const single = singleLessons({ made, refilled, weight: WEIGHT });
const pairs = pairLessons({ made: Math.round(made / 2), refilled: Math.round(refilled / 2), weight: WEIGHT });
const lessons = prepared(single, pairs, training);
console.error(`${lessons.single.length} pages, ${lessons.paired.length} beside their translation`);

if (mode === 'cross') {
  const names = [...new Set(lessons.single.flatMap(({ origins }) => origins.slice(0, 1)))];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(names.filter((_, i) => i % FOLDS === fold));
    const models = learnModels(lessons, training, held);
    report('single', lessons.single, models.single, held);
    report('paired', lessons.paired, models.paired, held);
    writeFileSync(target.replace('%', String(fold)), `${JSON.stringify({ held: [...held], ...models })}\n`);
  }
} else writeFileSync(target, `${JSON.stringify(learnModels(lessons, training))}\n`);

/** Says how many lines of copied pages that a model has not seen it takes for what they are not. */
function report(name: string, all: readonly Lesson<Sequence>[], model: Learned, held: ReadonlySet<string>): void {
  let [lines, lost, kept] = [0, 0, 0];
  const unseen = all.filter(({ origins: [origin = '', ...others] }) => held.has(origin) && others.length === 0);
  for (const { features, states, base, sizes } of unseen.map(({ pages }) => pages)) {
    const own = worthOf(features, model);
    const worth = base ? own.map((line, i) => line.map((value, s) => value + model.scale * base[i]![s]!)) : own;
    judgeLines(worth, sizes, model).forEach(({ outside }, i) => {
      const isOutside = OUTSIDE_STATES.has(LINE_STATES[states[i]!]!);
      lines += 1;
      if (isOutside && outside < 0.5) kept += 1;
      if (!isOutside && outside >= 0.5) lost += 1;
    });
  }
  console.error(`${name}: ${lines} lines held back, ${lost} of the text lost, ${kept} of the furniture kept`);
}
