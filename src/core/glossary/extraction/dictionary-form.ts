import type { LanguagePack } from '../../text/language-pack.ts';
import { sameName } from '../names.ts';
import { wordRules } from '../words/word-rules.ts';
import type { WordRun } from './head-spans.ts';
import type { SpanWord } from './span-words.ts';

/**
 * A name or title as a dictionary has it: its head in its basic form, adjectives before it in the gender of the head, what
 * follows as it is. "Федеральной службой безопасности" is "Федеральная служба безопасности".
 * @param national whether a country's adjective behind the head is left out: "ministre russe des Affaires étrangères"
 */
export function dictionaryForm(
  text: string,
  words: readonly SpanWord[],
  run: WordRun,
  head: WordRun,
  pack: LanguagePack,
  national = false,
): string {
  const { grammar } = pack;
  const slice = (from: number, to: number) => text.slice(words[from]!.start, words[to]!.end);
  const last = words[head.to]!;
  const word = last.head?.word;
  if (!word || pack.grammar?.headLast) return slice(run.from, run.to);
  const basic = basicHead(slice(head.from, head.to), last, head, word.text, pack);
  const gender = word.gender || genderByEnding(word.text, grammar?.dictionary?.genders ?? []);
  const rules = gender ? (grammar?.dictionary?.adjectives[gender] ?? []) : [];
  let out = '';
  for (let at = run.from; at < head.from; at += 1) {
    const { raw, end } = words[at]!;
    out += (rules.length > 0 ? withEnding(raw, rules) : raw) + text.slice(end, words[at + 1]!.start);
  }
  out += basic;
  for (let at = head.to + 1; at <= run.to; at += 1) {
    if (!(national && words[at]!.country)) out += text.slice(words[at - 1]!.end, words[at]!.end);
  }
  return out;
}

/** The head in its basic form; in a compound what stands before it stays. */
function basicHead(raw: string, last: SpanWord, head: WordRun, text: string, pack: LanguagePack): string {
  const isInflected = pack.grammar?.dictionary !== undefined || (pack.grammar?.proclitics ?? []).length > 0;
  if (!isInflected) return raw;
  if (last.parts.length > 1) {
    const before = last.raw.slice(0, last.parts.at(-1)!.start - last.start);
    return before.endsWith('-') ? before + text : before + text.toLowerCase();
  }
  const plain = withoutProclitic(raw, pack);
  const found = plain.find((one) => one === text) ?? plain.findLast((one) => one !== raw && one.endsWith(text));
  if (found !== undefined) return found;
  if (!pack.grammar?.dictionary || head.from !== head.to) return head.from === head.to ? raw : recased(text, raw);
  return recased(text, raw);
}

function recased(text: string, like: string): string {
  const capital = /^\p{Lu}/u.test(like);
  return (capital ? text.charAt(0).toUpperCase() : text.charAt(0)) + text.slice(1);
}

/** A word as it is and without what is written together with it; its article, which another prefix may hide, stays. */
function withoutProclitic(raw: string, pack: LanguagePack): string[] {
  const { proclitics } = wordRules(pack);
  const article = proclitics.find(([, hidden]) => hidden !== '')?.[1] ?? '';
  const found = [raw];
  for (const [prefix, hidden] of proclitics) {
    if (prefix === article || !raw.startsWith(prefix) || raw.length - prefix.length < 3) continue;
    const kept = article !== '' && prefix.endsWith(article) ? article : hidden;
    found.push(kept + raw.slice(prefix.length));
  }
  return found;
}

function withEnding(raw: string, rules: readonly (readonly [string, string])[]): string {
  for (const [pattern, written] of rules) {
    const changed = raw.replace(new RegExp(pattern, 'u'), written);
    if (changed !== raw) return changed;
  }
  return raw;
}

function genderByEnding(
  text: string,
  genders: readonly (readonly [pattern: string, gender: 'masculine' | 'feminine' | 'neuter'])[],
): 'masculine' | 'feminine' | 'neuter' | null {
  const first = text.split(/[\s\u00a0]/u)[0]!;
  return genders.find(([pattern]) => new RegExp(pattern, 'u').test(first))?.[1] ?? null;
}

/**
 * A person's name in its basic form: of the forms that its endings may come from the one that is most like the name on
 * the other side. "Андреем Руденко" is "Андрей Руденко" beside "Andrei Rudenko".
 */
export function basicName(name: string, pack: LanguagePack, other: string, otherPack: LanguagePack): string {
  const endings = pack.grammar?.dictionary?.names ?? [];
  const parts = name.split(/(?<=[\s\u00a0-])/u);
  const variants = (part: string, first: boolean) => {
    const [, word = '', gap = ''] = /^(.*?)([\s\u00a0-]*)$/u.exec(part) ?? [];
    const forms = first ? withoutProclitic(word, pack) : [word];
    for (const [ending, written] of endings) {
      const changed = word.length - ending.length > 2 && word.endsWith(ending);
      if (changed) forms.push(word.slice(0, word.length - ending.length) + written);
    }
    return [...new Set(forms)].map((form) => form + gap);
  };
  const chosen = [...parts];
  parts.forEach((part, i) => {
    const forms = variants(part, i === 0);
    if (forms.length === 1) return;
    let best = -1;
    for (const form of forms) {
      const whole = chosen.map((each, k) => (k === i ? form : each)).join('');
      const likeness = sameName(whole, pack, other, otherPack);
      if (likeness > best + 0.002) [best, chosen[i]] = [likeness, form];
    }
  });
  return chosen.join('');
}
