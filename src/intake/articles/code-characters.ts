import { plainText } from '../../core/bitext/inline/plain-text.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import type { Span } from '../../core/text/sentences.ts';
import type { RawArticle } from './read-file.ts';

/**
 * An article without the characters that stand for codes and formatting in rows: in a stranger's text they would be taken
 * for those. No writing has them, some fonts of pictures do; the article says how many were left out.
 * @param name of its file, for the finding
 */
export function withoutCodeCharacters<T extends Omit<RawArticle, 'encoding'>>(article: T, name: string): T {
  const text = plainText(article.text);
  if (text.length === article.text.length) return article;
  const places = placesWithout(article.text);
  const moved = <S extends Span>(spans: readonly S[]) =>
    spans
      .map((span) => ({ ...span, start: places[span.start]!, end: places[span.end]! }))
      .filter(({ start, end }) => text.slice(start, end).trim() !== '');
  return {
    ...article,
    text,
    blocks: moved(article.blocks),
    styles: moved(article.styles),
    findings: [...article.findings, leftOutCharacters(name, [...article.text].length - [...text].length)],
  };
}

/** The finding where characters of a file were left out since they stand for codes here. */
export function leftOutCharacters(place: string, count: number): Finding {
  const message = msg('Characters left out because they stand for formatting in this program: {count}.', { count });
  return { code: 'code-characters', severity: 'warning', place, message };
}

/** For each UTF-16 unit of a text and its end, where that stands without such characters. */
function placesWithout(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let [at, place] = [0, 0];
  for (const char of text) {
    places.fill(place, at, at + char.length);
    at += char.length;
    if (plainText(char) !== '') {
      if (char.length === 2) places[at - 1] = place + 1;
      place += char.length;
    }
  }
  places[at] = place;
  return places;
}
