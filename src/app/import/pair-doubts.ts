import { SIDES, type Side } from '../../core/bitext/bitext.ts';
import type { Finding } from '../../core/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { sentencesToAlign } from '../../core/text/segment.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import { bitextsWithText } from '../../store/articles.ts';
import type { App } from '../app.ts';
import type { PreparedArticle } from './article-intake.ts';

/** What speaks against aligning two articles as they are, reported before anything is stored. */
export interface PairDoubts {
  /** Of one side alone. */
  readonly sides: Readonly<Record<Side, readonly Finding[]>>;
  /** Of the two together. */
  readonly pair: readonly Finding[];
  /** Bitexts of these very texts. */
  readonly already: readonly { readonly id: number; readonly title: string }[];
}

/** Looks two prepared articles over: their languages, how long they are beside each other, whether they are there already. */
export async function pairDoubts(app: App, articles: Readonly<Record<Side, PreparedArticle>>): Promise<PairDoubts> {
  const { source, target } = articles;
  return {
    sides: { source: await languageDoubts(source), target: await languageDoubts(target) },
    pair: [...sameLanguageDoubt(source, target), ...lengthDoubt(app, articles)],
    already: await bitextsWithText(app.store.db, source.text, target.text),
  };
}

/** A language that somebody named and that the text does not look like. */
async function languageDoubts({ text, language }: PreparedArticle): Promise<Finding[]> {
  const detected = await detectLanguage(text);
  if (!detected.sure || language === 'und' || sameLanguage(detected.language, language)) return [];
  const [named, seen] = [language, detected.language];
  return [doubt('language-unlikely', msg('The text is marked “{named}” but looks like “{seen}”.', { named, seen }))];
}

function sameLanguageDoubt(source: PreparedArticle, target: PreparedArticle): Finding[] {
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

function lengthDoubt({ packs }: App, articles: Readonly<Record<Side, PreparedArticle>>): Finding[] {
  const [source, target] = SIDES.map((side) => sentencesToAlign(articles[side], packs).length) as [number, number];
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
