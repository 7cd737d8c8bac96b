import { type AlignedBead, align } from '../core/align/align.ts';
import type { Bitext, SegmentKind } from '../core/bitext/bitext.ts';
import { type BitextSide, bitextFrom } from '../core/bitext/from-alignment.ts';
import { Problem } from '../core/problem.ts';
import type { LanguagePack, PackFor } from '../core/text/language-pack.ts';
import { decode } from '../intake/decode.ts';
import { detectLanguage } from '../intake/detect-language.ts';
import { loadSeedLexicons } from '../intake/seed-lexicon.ts';
import { type ArticleInput, type PreparedArticle, prepareArticle, sentencesToAlign } from './article-intake.ts';

const seedFor = loadSeedLexicons();

/** Two texts to align outside the store. */
export interface PairInput {
  readonly source: ArticleInput & { readonly bytes: Uint8Array };
  readonly target: ArticleInput & { readonly bytes: Uint8Array };
  /** One segment a line, taken as they are; blank lines are segments that hold nothing. */
  readonly segmented: boolean;
}

/** Aligns two files without storing anything. */
export async function alignPair({ source, target, segmented }: PairInput, packs: PackFor): Promise<Bitext> {
  const sides = await Promise.all(
    [source, target].map((input) => (segmented ? segmentedSide(input) : articleSide(input, packs))),
  );
  const [from, to] = sides as [BitextSide, BitextSide];
  return bitextFrom(from, to, alignNonEmpty(from, to, packs));
}

async function articleSide(input: ArticleInput, packs: PackFor): Promise<BitextSide> {
  const article: PreparedArticle = await prepareArticle(input, packs);
  return { language: article.language, sentences: sentencesToAlign(article, packs) };
}

async function segmentedSide({ bytes, name, language }: PairInput['source']): Promise<BitextSide> {
  if (bytes.length === 0)
    throw new Problem('empty-text', `“${name}” is empty.`, '', 'Give a file with one segment a line.');
  const { text } = decode(bytes, name);
  let paragraph = 0;
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  return {
    language: language ?? (await detectLanguage(text)).language,
    sentences: lines.map((line) => {
      if (!line.trim()) paragraph += 1;
      return { text: line.trim(), paragraph, kind: 'body' satisfies SegmentKind };
    }),
  };
}

/** Blank segments take no part in the search; each becomes a bead of its own, in its place. */
function alignNonEmpty(source: BitextSide, target: BitextSide, packs: PackFor): AlignedBead[] {
  const filled = (side: BitextSide) => side.sentences.flatMap(({ text }, i) => (text ? [i] : []));
  const [sources, targets] = [filled(source), filled(target)];
  const sideOf = (side: BitextSide, kept: readonly number[], pack: LanguagePack) => ({
    pack,
    segments: kept.map((i) => side.sentences[i]?.text ?? ''),
    paragraphs: kept.map((i) => side.sentences[i]?.paragraph ?? 0),
  });
  const [from, to] = [packs(source.language), packs(target.language)];
  const beads = align(sideOf(source, sources, from), sideOf(target, targets, to), { lexicon: seedFor(from, to) }).map(
    (bead): AlignedBead => ({
      ...bead,
      source: bead.source.map((i) => sources[i] ?? 0),
      target: bead.target.map((j) => targets[j] ?? 0),
    }),
  );
  return withBlanks(beads, source, target);
}

function withBlanks(beads: readonly AlignedBead[], source: BitextSide, target: BitextSide): AlignedBead[] {
  const out: AlignedBead[] = [];
  let [i, j] = [0, 0];
  const blanksBefore = (sourceEnd: number, targetEnd: number) => {
    for (; i < sourceEnd; i++) if (!source.sentences[i]?.text) out.push({ source: [i], target: [], confidence: 1 });
    for (; j < targetEnd; j++) if (!target.sentences[j]?.text) out.push({ source: [], target: [j], confidence: 1 });
  };
  for (const bead of beads) {
    blanksBefore(bead.source[0] ?? i, bead.target[0] ?? j);
    out.push(bead);
    const inner = (side: BitextSide, ids: readonly number[]) => range(ids).filter((k) => !side.sentences[k]?.text);
    for (const k of inner(source, bead.source)) out.push({ source: [k], target: [], confidence: 1 });
    for (const k of inner(target, bead.target)) out.push({ source: [], target: [k], confidence: 1 });
    i = Math.max(i, (bead.source.at(-1) ?? -1) + 1);
    j = Math.max(j, (bead.target.at(-1) ?? -1) + 1);
  }
  blanksBefore(source.sentences.length, target.sentences.length);
  return out;
}

function range(ids: readonly number[]): number[] {
  const [first = 0, last = -1] = [ids[0], ids.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
