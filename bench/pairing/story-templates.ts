import { readdirSync, readFileSync } from 'node:fs';
import type { Random } from '../page-training/random.ts';
import type { StoryLanguage } from './story-names.ts';
import type { SlotValues } from './story-values.ts';

/** One paragraph in the languages that it is written in. */
export type TemplateUnit = Readonly<Partial<Record<StoryLanguage, string>>>;

/** A story of one angle on an event: its headline and paragraphs. */
export interface StoryTemplate {
  readonly event: string;
  readonly angle: string;
  readonly units: readonly TemplateUnit[];
}

const FOLDER = new URL('../../../bench/data/pairing/', import.meta.url);

/** Reads the templates: a file an event, a section an angle, a block a paragraph with a line a language. */
export function readTemplates(): StoryTemplate[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, FOLDER), 'utf8')
        .split(/^## /mu)
        .slice(1)
        .map((section) => {
          const [angle = '', ...blocks] = section.trim().split('\n');
          const units = blocks
            .join('\n')
            .trim()
            .split(/\n{2,}/u);
          return { event: name.replace('.txt', ''), angle, units: units.map(unitOf) };
        }),
    );
}

function unitOf(block: string): TemplateUnit {
  return Object.fromEntries(block.split('\n').map((line) => [line.slice(0, 2), line.slice(3)]));
}

/** A paragraph with its slots filled and one of each choice taken: "[officials|the authorities] of {place}". */
export function filled(
  text: string,
  language: StoryLanguage,
  values: SlotValues,
  random: Random,
  rounding = 0,
): string {
  return text
    .replace(/\[([^\]]*)\]/gu, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\{(de:)?(\w+)\}/gu, (_, de: string | undefined, slot: string) => {
      const value = values(slot)[language];
      if (de && language === 'fr') return /^(?:[AEIOUYÉÈH])/u.test(value) ? `d'${value}` : `de ${value}`;
      if (de) return `von ${value}`;
      return slot.startsWith('n') && random.chance(rounding) ? roundedNumber(value, language) : value;
    })
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const ABOUT: Readonly<Record<StoryLanguage, string>> = {
  en: 'about ',
  fr: 'près de ',
  de: 'rund ',
  es: 'unos ',
  ru: 'около ',
  zh: '约',
};

/** “12,347” as “about 12,000”. */
function roundedNumber(written: string, language: StoryLanguage): string {
  const digits = written.replace(/\D/gu, '');
  if (digits.length < 3) return written;
  const unit = 10 ** (digits.length - 2);
  const value = Math.round(Number(digits) / unit) * unit;
  return (
    ABOUT[language] +
    value.toLocaleString({ en: 'en-GB', fr: 'fr-FR', de: 'de-DE', es: 'es-ES', ru: 'ru-RU', zh: 'zh-CN' }[language])
  );
}
