import type { Side } from '../../core/bitext/bitext.ts';
import type { BitextSide } from '../../core/bitext/from-alignment.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { languageFromCode } from '../../intake/language-codes.ts';
import { isTei, readTei, type TeiLinks, type TeiText } from '../../intake/memories/read-tei.ts';
import type { App } from '../app.ts';
import { type AlignedTexts, type PlacedBead, storeAligned } from './import-aligned.ts';

interface File {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Texts and their alignment in the way of TEI and InterText: each a file, or all in one. */
export interface TeiFiles {
  /** The file with the alignment. */
  readonly alignment: File;
  /** The texts, where they are files of their own. */
  readonly texts?: { readonly source: File; readonly target: File } | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * Whether a file is one of TEI or InterText.
 * @param bytes of the file, or those that it begins with
 */
export function isTeiFile({ bytes, name }: File): boolean {
  return /\.xml$/iu.test(name) && isTei(decode(bytes.subarray(0, HEAD_BYTES), name).text);
}

/** Bytes in which the outermost element stands. */
const HEAD_BYTES = 5000;

/**
 * Stores the alignments of a file, each as a bitext, all or nothing. Links that
 * somebody has made or seen come in as confirmed.
 * @throws Problem `bad-input` where a link leads to no sentence, `unreadable-file` with line and column
 */
export async function importTei(app: App, files: TeiFiles): Promise<readonly number[]> {
  const { alignment } = files;
  const { texts: inside, groups } = readTei(decode(alignment.bytes, alignment.name).text, alignment.name);
  if (groups.every(({ links }) => links.length === 0)) {
    throw new Problem(
      'empty-text',
      msg('There is no alignment in {name}.', { name: alignment.name }),
      '',
      'A file with <linkGrp> and <link xtargets="…"> is read.',
    );
  }
  const outside = files.texts && [firstText(files.texts.source), firstText(files.texts.target)];
  const aligned: AlignedTexts[] = [];
  for (const [i, group] of groups.entries()) {
    const pair = outside ?? textsOf(group, inside, i);
    const [source, target] = pair;
    if (!source || !target) {
      throw new Problem(
        'bad-input',
        msg('The texts of an alignment in {name} are missing.', { name: alignment.name }),
        msg('It links “{source}” to “{target}”.', { source: group.fromDoc, target: group.toDoc }),
        'Give the two texts too: visavis import en.xml fr.xml --alignment links.xml.',
      );
    }
    const title = files.title?.trim() || source.title || alignment.name.replace(/(?:\.tei)?\.xml$/iu, '');
    aligned.push({
      source: await sideOf(source, files.from),
      target: await sideOf(target, files.to),
      beads: beadsOf(group, source, target, alignment.name),
      title,
    });
  }
  return storeAligned(app, aligned);
}

function firstText({ bytes, name }: File): TeiText | undefined {
  const [text] = readTei(decode(bytes, name).text, name).texts;
  return text && { ...text, id: name };
}

/** The texts that a group leads from and to: by their names before it, else the two in its place. */
function textsOf({ fromDoc, toDoc }: TeiLinks, texts: readonly TeiText[], place: number): (TeiText | undefined)[] {
  const near = texts.slice(2 * place, 2 * place + 2);
  const named = (id: string) => near.find((text) => text.id === id) ?? texts.find((text) => text.id === id);
  const [from, to] = [named(fromDoc), named(toDoc)];
  return from && to ? [from, to] : near;
}

async function sideOf({ language, sentences }: TeiText, named: string | undefined): Promise<BitextSide> {
  const declared = language ? languageFromCode(language) : 'und';
  const words = () =>
    sentences
      .slice(0, 200)
      .map(({ text }) => text)
      .join('\n');
  return {
    language: named ?? (declared === 'und' ? (await detectLanguage(words())).language : declared),
    sentences: sentences.map(({ text, paragraph }) => ({ text: plainText(text), paragraph, kind: 'body' })),
  };
}

function beadsOf(group: TeiLinks, source: TeiText, target: TeiText, name: string): PlacedBead[] {
  const { links } = group;
  const places = (text: TeiText) => new Map(text.sentences.map(({ id }, i) => [id, i]));
  const sides = { source: places(source), target: places(target) };
  const isSwapped = leadsToSource(group, source, target);
  return links.map(({ first, second, status }) => {
    const of = (ids: readonly string[], side: Side) =>
      ids.map((id) => {
        const place = sides[side].get(id);
        if (place !== undefined) return place;
        throw new Problem(
          'bad-input',
          'The alignment does not fit the texts.',
          msg('{name} links to sentence “{sentence}”, which is missing.', { name, sentence: id }),
          'Check that the three files belong together.',
        );
      });
    return {
      source: of(isSwapped ? first : second, 'source'),
      target: of(isSwapped ? second : first, 'target'),
      status,
    };
  });
}

/** Whether the names before the semicolon, which are of the document that a group leads to, are of the source. */
function leadsToSource({ fromDoc, toDoc, links }: TeiLinks, source: TeiText, target: TeiText): boolean {
  if (fromDoc === source.id || toDoc === target.id) return false;
  if (toDoc === source.id || fromDoc === target.id) return true;
  const names = {
    source: new Set(source.sentences.map(({ id }) => id)),
    target: new Set(target.sentences.map(({ id }) => id)),
  };
  const fitting = (first: Set<string>, second: Set<string>) =>
    links.reduce(
      (sum, link) =>
        sum + link.first.filter((id) => first.has(id)).length + link.second.filter((id) => second.has(id)).length,
      0,
    );
  return fitting(names.source, names.target) > fitting(names.target, names.source);
}
