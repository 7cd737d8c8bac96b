import { marked } from 'marked';
import { plainAuthor } from './document-author.ts';
import { lettersShown, readFragment } from './fragment.ts';
import type { Paragraph } from './html-paragraphs.ts';
import { lettersIn, type ReadLetters } from './letter-guard.ts';

/** The paragraphs of a text in Markdown, with or without HTML in it; title, author and date of its front matter. */
export async function readMarkdown(text: string): Promise<ReadLetters & { readonly published: string }> {
  const { matter, body } = frontMatter(text.replace(/\r\n?/gu, '\n'));
  const paragraphs = readFragment(await marked.parse(withNotes(plain(body))));
  const isRepeated = paragraphs[0]?.role === 'heading' && paragraphs[0].text === matter.get('title');
  const head: Paragraph[] = [];
  if (matter.get('title') && !isRepeated) head.push({ text: matter.get('title')!, role: 'heading' });
  const author = matter.get('author') ?? matter.get('authors') ?? '';
  if (author) head.splice(1, 0, { text: author, role: 'byline' });
  const date = matter.get('date') ?? matter.get('publishdate') ?? matter.get('published') ?? '';
  return {
    paragraphs: [...head, ...paragraphs],
    letters: lettersShown(await marked.parse(plain(body).replace(/\[\^[^\]\s]+\]:?/gu, ''))) + lettersIn(head),
    author: plainAuthor(author),
    published: /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0] ?? '',
  };
}

/** The fields at the head of a file, YAML between lines of dashes or TOML between pluses, and what is below them. */
function frontMatter(text: string): { matter: ReadonlyMap<string, string>; body: string } {
  const found = /^\ufeff?(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/su.exec(text);
  const lines = found?.[2]?.split('\n') ?? [];
  const matter = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    const [, key, value = ''] = /^([\w-]+)\s*[:=]\s*(.*)$/u.exec(line) ?? [];
    if (key === undefined) continue;
    const listed = value === '' ? /^\s+-\s+(.*)$/u.exec(lines[i + 1] ?? '')?.[1] : /^\[\s*([^,\]]*)/u.exec(value)?.[1];
    matter.set(key.toLowerCase(), unquoted(listed ?? value));
  }
  // What has no field is text between two rules.
  return found && matter.size > 0 ? { matter, body: text.slice(found[0].length) } : { matter: new Map(), body: text };
}

function unquoted(value: string): string {
  const words = value.trim();
  return /^(["']).*\1$/u.test(words) ? words.slice(1, -1) : words;
}

/** A text without what is said to the programs that make pages of it. */
function plain(body: string): string {
  return body
    .replace(/^[ \t]*(?:\{\{.*\}\}|\{%.*%\})[ \t]*$/gmu, '')
    .replace(/^(#{1,6}\s.*?)[ \t]*\{[#.][^{}]*\}[ \t]*$/gmu, '$1');
}

const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?: {2,}|\t).*)*)\n?/gmu;

/** A text whose notes are written as HTML, at its end; marks in code are none. */
function withNotes(body: string): string {
  const notes = new Map<string, string>();
  const rest = body.replace(NOTE, (_, name: string, note: string) => {
    notes.set(name, note.replace(/\n[ \t]+/gu, ' '));
    return '\n';
  });
  if (notes.size === 0) return body;
  const called = rest.replace(/(`+)[^`]+\1|\[\^([^\]\s]+)\]/gu, (mark: string, _ticks, name?: string) => {
    if (name === undefined || !notes.has(name)) return mark;
    return `<sup><a href="#fn-${encodeURIComponent(name)}">1</a></sup>`;
  });
  const list = [...notes].map(
    ([name, note]) => `<li id="fn-${attribute(name)}">${String(marked.parseInline(note))}</li>`,
  );
  return `${called}\n\n<ol>${list.join('')}</ol>\n`;
}

function attribute(text: string): string {
  return text.replace(/[&"<]/gu, (char) => `&#${char.charCodeAt(0)};`);
}
