import { readdirSync, readFileSync } from 'node:fs';
import { newsPairs } from '../news-pairs.ts';

/** A line of a story: `#` headline, `+` deck, `^` caption, `*` heading, `-` item, else a paragraph. */
export interface StoryLine {
  readonly kind: 'headline' | 'dek' | 'caption' | 'heading' | 'item' | 'paragraph';
  readonly text: string;
}

export interface Story {
  readonly name: string;
  readonly language: string;
  readonly lines: readonly StoryLine[];
}

/** What a language's pages have around a story: groups of lines by where they stand. */
export type Furniture = Readonly<Record<string, readonly (readonly string[])[]>>;

const FOLDER = new URL('../../../bench/data/pages/', import.meta.url);

/** All stories that pages are made of: those written for it in several languages, and the news pairs. */
export function stories(): Story[] {
  const own = files('stories/').map(({ name, text }): Story => {
    const [story = '', language = ''] = name.split('.');
    return { name: story, language, lines: storyLines(text) };
  });
  const news = newsPairs().flatMap(({ name, from, to, raw, source, target, boilerplate }): Story[] =>
    (['source', 'target'] as const).map((side): Story => {
      const furniture = new Set([...boilerplate[side]].map((i) => (side === 'source' ? source : target)[i]));
      const paragraphs = raw[side].split(/\n+/u).filter((line) => line.trim() && !furniture.has(line));
      return {
        name,
        language: side === 'source' ? from : to,
        lines: paragraphs.map((text, i): StoryLine => ({ kind: i === 0 ? 'headline' : 'paragraph', text })),
      };
    }),
  );
  return [...own, ...news];
}

/** Texts of other kinds, without furniture. */
export function cleanTexts(): Story[] {
  return files('clean/').map(({ name, text }) => ({
    name: name.split('.')[0]!,
    language: name.split('.')[1]!,
    lines: storyLines(text),
  }));
}

/** The furniture of every language that has some. */
export function furniture(): Map<string, Furniture> {
  return new Map(
    files('furniture/').map(({ name, text }) => {
      const sections = text.split(/^== /mu).slice(1);
      return [
        name.split('.')[0]!,
        Object.fromEntries(
          sections.map((section) => {
            const [title = '', ...lines] = section.trimEnd().split('\n');
            const groups = lines.join('\n').split(/^--$/mu);
            return [title, groups.map((group) => group.trim().split('\n'))];
          }),
        ),
      ];
    }),
  );
}

const MARKS: Readonly<Record<string, StoryLine['kind']>> = {
  '#': 'headline',
  '+': 'dek',
  '^': 'caption',
  '*': 'heading',
  '-': 'item',
};

function storyLines(text: string): StoryLine[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line): StoryLine => {
      const kind = line[1] === ' ' ? MARKS[line[0]!] : undefined;
      return kind ? { kind, text: line.slice(2) } : { kind: 'paragraph', text: line };
    });
}

function files(folder: string): { name: string; text: string }[] {
  const place = new URL(folder, FOLDER);
  return readdirSync(place)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, place), 'utf8') }));
}
