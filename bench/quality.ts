import { existsSync, readFileSync } from 'node:fs';
import { prepareArticle } from '#dist/app/import/article-intake.js';
import { settlePair } from '#dist/app/import/settle-pair.js';
import { align } from '#dist/core/align/align.js';
import type { AlignSide } from '#dist/core/align/alignment.js';
import { type IndexBead, parseBeads } from '#dist/core/align/evaluate.js';
import { PARAMETERS, type Parameters } from '#dist/core/align/parameters.js';
import { sentencesToAlign } from '#dist/core/text/segment.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { loadSeedLexicons } from '#dist/intake/seed-lexicon.js';
import { freePairs, type NewsPair, newsPairs } from './news-pairs.ts';

/** A gold alignment and what the aligner proposed, with its confidences. */
export interface Trial {
  readonly name: string;
  readonly group: string;
  readonly gold: readonly IndexBead[];
  readonly proposed: readonly IndexBead[];
  readonly confidences: readonly number[];
  readonly source: AlignSide;
  readonly target: AlignSide;
}

const packs = loadLanguagePacks();
export const seedFor = loadSeedLexicons();

/** Aligns every pair the project has gold for: segmented, raw, and text-berg-dev where it is at hand. */
export async function trials(parameters: Parameters = PARAMETERS): Promise<Trial[]> {
  const pairs = newsPairs();
  const all = pairs.flatMap((pair) => [segmentedTrial(pair, parameters), unseededTrial(pair, parameters)]);
  for (const pair of pairs) all.push(await rawTrial(pair, parameters));
  for (const pair of freePairs()) {
    const { name, gold, source, target, from, to } = pair;
    const free = (group: string, seeded: boolean) =>
      trial(name, group, gold, source, target, from, to, parameters, {}, seeded);
    all.push(free('free translation', true), free('free translation without lexicon', false));
  }
  const berg = [bergTrial(parameters), bergTrial(parameters, false)];
  return [...all, ...berg.filter((found) => found !== null)];
}

export function segmentedTrial(pair: NewsPair, parameters: Parameters): Trial {
  return trial(
    pair.name,
    `${pair.half} segmented`,
    pair.gold,
    pair.source,
    pair.target,
    pair.from,
    pair.to,
    parameters,
  );
}

/** Without the seed lexicon, as for a language that has none. */
function unseededTrial(pair: NewsPair, parameters: Parameters): Trial {
  const { name, half, gold, source, target, from, to } = pair;
  return trial(name, `${half} without lexicon`, gold, source, target, from, to, parameters, {}, false);
}

/** From the raw articles as an import reads them, each beside the other; the gold is what is left of it without boilerplate, by text. */
async function rawTrial(pair: NewsPair, parameters: Parameters): Promise<Trial> {
  const read = (text: string, language: string) => prepareArticle({ text, name: pair.name, language }, packs);
  const settled = await settlePair(
    { source: await read(pair.raw.source, pair.from), target: await read(pair.raw.target, pair.to) },
    { packs, seeds: seedFor },
  );
  const source = sentencesToAlign(settled.source, packs);
  const target = sentencesToAlign(settled.target, packs);
  const texts = { source: source.map(({ text }) => text), target: target.map(({ text }) => text) };
  const gold = pair.gold.flatMap(([s, t]): IndexBead[] => {
    const kept: IndexBead = [
      s.filter((i) => !pair.boilerplate.source.has(i)),
      t.filter((j) => !pair.boilerplate.target.has(j)),
    ];
    const bead: IndexBead = [
      kept[0].map((i) => indexOf(texts.source, pair.source[i])),
      kept[1].map((j) => indexOf(texts.target, pair.target[j])),
    ];
    return bead[0].length + bead[1].length > 0 ? [bead] : [];
  });
  return trial(pair.name, `${pair.half} raw`, gold, texts.source, texts.target, pair.from, pair.to, parameters, {
    source: source.map(({ paragraph }) => paragraph),
    target: target.map(({ paragraph }) => paragraph),
  });
}

/** A segment that our segmentation does not have gets a number that no proposal can have, so its bead counts as missed. */
function indexOf(segments: readonly string[], text = ''): number {
  const at = segments.indexOf(text);
  return at < 0 ? 100_000 + text.length : at;
}

export function bergTrial(parameters: Parameters, seeded = true): Trial | null {
  const folder = new URL('../../../shared/eval/text-berg-dev/', import.meta.url);
  if (!existsSync(folder)) return null;
  const lines = (name: string) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  const gold = parseBeads(readFileSync(new URL('dev.gold', folder), 'utf8'), 'dev.gold');
  const group = seeded ? 'text-berg-dev' : 'text-berg-dev without lexicon';
  return trial('text-berg-dev', group, gold, lines('dev.de'), lines('dev.fr'), 'de', 'fr', parameters, {}, seeded);
}

function trial(
  name: string,
  group: string,
  gold: readonly IndexBead[],
  source: readonly string[],
  target: readonly string[],
  from: string,
  to: string,
  parameters: Parameters,
  paragraphs: { source?: readonly number[]; target?: readonly number[] } = {},
  seeded = true,
): Trial {
  const [fromPack, toPack] = [packs(from), packs(to)];
  const sides = {
    source: { segments: source, pack: fromPack, paragraphs: paragraphs.source },
    target: { segments: target, pack: toPack, paragraphs: paragraphs.target },
  };
  const lexicon = seeded ? seedFor(fromPack, toPack) : new Map();
  const { beads } = align(sides.source, sides.target, { parameters, lexicon });
  return {
    name,
    group,
    gold,
    proposed: beads.map((bead): IndexBead => [bead.source, bead.target]),
    confidences: beads.map((bead) => bead.confidence),
    ...sides,
  };
}

const keyOf = ([source, target]: IndexBead) => `${source.join(' ')}|${target.join(' ')}`;

/** Every proposed bead with its confidence and whether it is right. */
export function judgements(group: readonly Trial[]): { confidence: number; right: boolean }[] {
  return group.flatMap(({ gold, proposed, confidences }) => {
    const known = new Set(gold.map(keyOf));
    return proposed.map((bead, i) => ({ confidence: confidences[i] ?? 0, right: known.has(keyOf(bead)) }));
  });
}

/** Expected calibration error over ten equal intervals of confidence (Naeini et al. 2015). */
export function calibrationError(group: readonly Trial[]): number {
  const all = judgements(group);
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = all.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const right = inside.filter((judgement) => judgement.right).length / inside.length;
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    error += (inside.length / all.length) * Math.abs(right - said);
  }
  return error;
}
