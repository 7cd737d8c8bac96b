import { onceFor } from '../../once-for.ts';
import type { BoilerplatePhrases, LanguagePack } from '../language-pack.ts';
import { literalPattern } from '../literal-pattern.ts';

/** Whether a line, as `comparable` writes it, is a phrase of one kind. */
type PhraseTest = (line: string) => boolean;
export type PhraseTests = Readonly<Record<keyof BoilerplatePhrases, PhraseTest>>;

/** The tests for a language's phrases, made once. */
export const phrasesOf = onceFor(({ boilerplate }: LanguagePack): PhraseTests => testsFor(boilerplate));

function testsFor({ lines, beforeCaption, comments, bylines, credits }: BoilerplatePhrases): PhraseTests {
  return {
    lines: wholePhrases(lines),
    beforeCaption: wholePhrases(beforeCaption),
    comments: wholePhrases(comments),
    bylines: prefix(bylines),
    credits: prefix(credits),
  };
}

function wholePhrases(phrases: readonly string[]): PhraseTest {
  if (phrases.length === 0) return () => false;
  const patterns = phrases.map((phrase) =>
    phrase
      .split('*')
      .map((part) => literalPattern(comparable(part)))
      .join('.*'),
  );
  const test = new RegExp(`^(?:${patterns.join('|')})$`, 'u');
  return (line) => test.test(line);
}

function prefix(phrases: readonly string[]): PhraseTest {
  const starts = phrases.map((phrase) => phrase.toLowerCase());
  return (line) => starts.some((start) => line.startsWith(start));
}

/** A line as phrases are compared: lower case, plain spaces and apostrophes, no marks at its ends. */
export function comparable(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/[’ʼ]/gu, "'")
    .replace(/^[\s»>→•*–—-]+(?=\S)|[\s:.…»>→!*]+$/gu, '')
    .trim();
}
