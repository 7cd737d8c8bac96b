import type { Side } from '../../core/bitext/bitext.ts';
import type { Finding } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { bitextsWithText } from '../../store/articles.ts';
import { unrelatedTextsFindings } from '../align/align-pair.ts';
import type { App } from '../app.ts';
import type { SortedText } from '../intake-tools.ts';
import type { PreparedArticle } from './article-intake.ts';
import { type FaceToFace, lineUp } from './face-to-face.ts';

/** What speaks against aligning two articles as they are, reported before anything is stored. */
export interface PairDoubts {
  /** Of one side alone. */
  readonly sides: Readonly<Record<Side, readonly Finding[]>>;
  /** Of the two together. */
  readonly pair: readonly Finding[];
  /** Bitexts of these very texts, the newest first. */
  readonly already: readonly { readonly id: number; readonly title: string; readonly swapped: boolean }[];
  /** How the two stand beside each other. */
  readonly together: FaceToFace;
}

/**
 * Looks two prepared articles over: their languages, how long they are beside each other and how far they translate each other,
 * whether they are there already, either way round.
 */
export async function pairDoubts(
  app: App,
  articles: Readonly<Record<Side, PreparedArticle>>,
  signal?: AbortSignal,
): Promise<PairDoubts> {
  const { source, target } = articles;
  const together = await app.pool.run(lineUp, { source: sortedText(source), target: sortedText(target) }, { signal });
  const [there, swapped] = await Promise.all([
    bitextsWithText(app.store.db, source.text, target.text),
    source.text === target.text ? [] : bitextsWithText(app.store.db, target.text, source.text),
  ]);
  const oneText = sameTextDoubt(source, target);
  return {
    sides: { source: await languageDoubts(source), target: await languageDoubts(target) },
    pair:
      oneText.length > 0 ? oneText : [...lengthDoubt(together), ...unrelatedTextsFindings('', together.parallelism)],
    already: [
      ...there.map((bitext) => ({ ...bitext, swapped: false })),
      ...swapped.map((bitext) => ({ ...bitext, swapped: true })),
    ].toSorted((a, b) => b.id - a.id),
    together,
  };
}

function sortedText({ text, blocks, language }: PreparedArticle): SortedText {
  return { text, blocks, language };
}

/**
 * A language that somebody named and that the text does not look like.
 * @param place where the text comes from
 */
export async function languageDoubts(
  { text, language }: Pick<PreparedArticle, 'text' | 'language'>,
  place = '',
): Promise<Finding[]> {
  const detected = await detectLanguage(text);
  if (!detected.sure || language === 'und' || sameLanguage(detected.language, language)) return [];
  const [named, seen] = [language, detected.language];
  const message = msg('The text is marked “{named}” but looks like “{seen}”.', { named, seen });
  return [{ ...doubt('language-unlikely', message), place }];
}

function sameTextDoubt(source: PreparedArticle, target: PreparedArticle): Finding[] {
  if (source.text === target.text) {
    return [doubt('same-text', msg('Both sides hold the same text. Go back and choose the translation.'))];
  }
  if (source.language !== target.language || source.language === 'und') return [];
  return [
    doubt(
      'same-language',
      msg(
        'Both sides are in the same language. Change the language of one side, or go back and choose the right texts.',
      ),
    ),
  ];
}

/** A translation hardly ever has this many times the sentences of its source. */
const MAX_SENTENCE_RATIO = 3;
/** Sentences from which on proportions say something. */
const MIN_SENTENCES = 8;

function lengthDoubt({ sentences: { source, target } }: FaceToFace): Finding[] {
  const [short, long] = [Math.min(source, target), Math.max(source, target)];
  if (long < MIN_SENTENCES || long < short * MAX_SENTENCE_RATIO) return [];
  return [
    doubt(
      'lengths-apart',
      msg(
        'Sentences in the source: {source}, in the translation: {target}. Check that both are whole and belong together.',
        { source, target },
      ),
    ),
  ];
}

function doubt(code: string, message: Message): Finding {
  return { code, severity: 'warning', place: '', message };
}
