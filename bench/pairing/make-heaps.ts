import { type Random, randomFrom } from '../page-training/random.ts';
import type { StoryLanguage } from './story-names.ts';
import { filled, readTemplates, type StoryTemplate, type TemplateUnit } from './story-templates.ts';
import { eventValues, laterValues, type SlotValues } from './story-values.ts';

/** A document of a heap; two of the same story are counterparts, or versions of each other. */
export interface MadeDocument {
  readonly name: string;
  readonly text: string;
  readonly story: number;
  /** Whether it is the fullest of its story in its heap. */
  readonly isFullest: boolean;
}

export interface MadeHeaps {
  readonly a: readonly MadeDocument[];
  readonly b: readonly MadeDocument[];
}

export interface HeapOptions {
  readonly seed: number;
  readonly from: StoryLanguage;
  readonly to: StoryLanguage;
  /** Stories that both heaps hold. */
  readonly pairs: number;
  /** Stories that one heap holds alone, in all: most about an event that others are about, too. */
  readonly distractors: number;
  /** Events that are left out. */
  readonly without?: readonly string[];
}

/**
 * Two heaps of news stories in two languages. Stories come in events, of which several may be told (the news, the
 * reaction, the background), each translated or not; some come again with other numbers; a translation leaves paragraphs out, moves one, sums up, or rounds
 * numbers; some stories stand in a heap twice, as they were and updated or copied by another site.
 */
export function makeHeaps({ seed, from, to, pairs, distractors, without = [] }: HeapOptions): MadeHeaps {
  const random = randomFrom(seed);
  const templates = readTemplates().filter(
    ({ event, units }) => !without.includes(event) && units.filter((unit) => unit[from] && unit[to]).length >= 6,
  );
  const events = [...new Set(templates.map(({ event }) => event))].map((event) =>
    templates.filter((one) => one.event === event),
  );
  const heaps = { a: [] as MadeDocument[], b: [] as MadeDocument[] };
  const ids = { a: 0, b: 0 };
  const add = (heap: 'a' | 'b', story: number, text: string, isFullest = true) => {
    ids[heap] += 1 + random.upTo(8);
    heaps[heap].push({
      name: `${heap === 'a' ? 'item' : 'doc'}${String(ids[heap]).padStart(6, '0')}.txt`,
      text,
      story,
      isFullest,
    });
  };
  let [story, single] = [0, 0];
  while (story - single < pairs || single < distractors) {
    const values = eventValues(random);
    const angles = random.some(random.pick(events), random.chance(0.35) ? 3 : random.chance(0.4) ? 2 : 1);
    let hasPair = false;
    for (const template of angles) {
      const isSingle =
        single < distractors && (story - single >= pairs || (hasPair && random.chance(0.5)) || random.chance(0.05));
      if (!isSingle && story - single >= pairs) continue;
      story += 1;
      const units = chosenUnits(template, from, to, random);
      const told = (language: StoryLanguage, which: readonly TemplateUnit[], rounding: number) =>
        which.map((unit) => filled(unit[language]!, language, values, random, rounding));
      if (isSingle) {
        addSingle(units, values);
        continue;
      }
      hasPair = true;
      addVersions('a', told(from, units, 0), from);
      addVersions('b', told(to, translatedUnits(units, random), random.chance(0.2) ? 0.6 : 0.05), to);
      if (single < distractors && random.chance(0.06)) {
        story += 1;
        addSingle(units, laterValues(values, random));
      }
    }
  }

  function addSingle(units: readonly TemplateUnit[], values: SlotValues): void {
    single += 1;
    const [heap, language] = random.chance(0.5) ? (['a', from] as const) : (['b', to] as const);
    add(
      heap,
      story,
      page(
        units.map((unit) => filled(unit[language]!, language, values, random)),
        language,
        random,
      ),
    );
  }

  function addVersions(heap: 'a' | 'b', paragraphs: readonly string[], language: StoryLanguage): void {
    const chance = random();
    if (chance < 0.04 && paragraphs.length > 5)
      add(heap, story, page(paragraphs.slice(0, -2), language, random), false);
    else if (chance < 0.06) add(heap, story, page(paragraphs, language, random));
    add(heap, story, page(paragraphs, language, random));
  }
  return { a: random.some(heaps.a, heaps.a.length), b: random.some(heaps.b, heaps.b.length) };
}

/** The paragraphs that a newsroom printed. */
function chosenUnits({ units }: StoryTemplate, from: StoryLanguage, to: StoryLanguage, random: Random): TemplateUnit[] {
  const both = units.filter((unit) => unit[from] && unit[to]);
  return both.filter((_, i) => i < 3 || random.chance(0.85));
}

/** What a translation makes of them: all, most of them, one moved, or a summary of some 60 %. */
function translatedUnits(units: readonly TemplateUnit[], random: Random): TemplateUnit[] {
  const kept = random.chance(0.15) ? 0.6 : random.chance(0.5) ? 0.9 : 1;
  const left = units.filter((_, i) => i === 0 || random.chance(kept));
  while (left.length < Math.min(4, units.length)) left.push(units[left.length]!);
  if (random.chance(0.25) && left.length > 4) {
    const [moved] = left.splice(2 + random.upTo(left.length - 3), 1);
    left.splice(1 + random.upTo(left.length - 2), 0, moved!);
  }
  return [...new Set(left)];
}

/** A text as it is copied from a site, with what the site puts around it. */
function page(paragraphs: readonly string[], language: StoryLanguage, random: Random): string {
  const { before, after } = FURNITURE[language];
  const above = random.chance(0.5) ? random.some(before, 1 + random.upTo(1)) : [];
  const below = random.chance(0.6) ? random.some(after, 1 + random.upTo(2)) : [];
  return `${[...above, ...paragraphs, ...below].join('\n\n')}\n`;
}

const FURNITURE: Readonly<Record<StoryLanguage, { before: readonly string[]; after: readonly string[] }>> = {
  en: {
    before: [
      'Home | World | Business | Sport',
      'Published at 10:42, updated 3 hours ago',
      '5 min read',
      'The Harbour Gazette',
    ],
    after: [
      'Subscribe to our newsletter',
      '© 2026 The Harbour Gazette. All rights reserved.',
      'Read also: Ten tips for a better night’s sleep',
      'Share on Facebook',
      '27 comments',
      'www.harbourgazette.example',
    ],
  },
  fr: {
    before: [
      'Accueil | Monde | Économie | Sport',
      'Publié à 11h20, mis à jour à 14h05',
      'Lecture 4 min.',
      'Le Courrier du Port',
    ],
    after: [
      'Abonnez-vous à notre lettre',
      '© 2026 Le Courrier du Port. Tous droits réservés.',
      'Lire aussi : Dix conseils pour mieux dormir',
      'Partager sur Facebook',
      '13 commentaires',
      'www.courrierduport.example',
    ],
  },
  de: {
    before: ['Startseite | Politik | Wirtschaft', 'Lesezeit 4 Minuten'],
    after: ['Newsletter abonnieren', '© 2026 Hafenbote', '8 Kommentare'],
  },
  es: {
    before: ['Inicio | Mundo | Economía', 'Lectura de 5 minutos'],
    after: ['Suscríbase al boletín', '© 2026 El Puerto', '16 comentarios'],
  },
  ru: {
    before: ['Главная | Мир | Экономика', 'Время чтения 4 минуты'],
    after: ['Подпишитесь на рассылку', '© 2026 «Портовый вестник»', '21 комментарий'],
  },
  zh: { before: ['首页 | 国际 | 财经', '阅读需4分钟'], after: ['订阅我们的通讯', '© 2026 海港报', '9条评论'] },
};
