import { type MadePage, madePage } from './made-page.ts';
import { cleanTexts, type Furniture, furniture, type Story, stories } from './page-data.ts';
import { type Random, randomFrom } from './random.ts';

/** Two pages of one story in two languages. */
export interface MadePair {
  readonly source: MadePage;
  readonly target: MadePage;
}

/** Pages one by one: stories with furniture around them, and clean texts of other kinds. */
export function madePages(count: number, seed: number, all: readonly Story[] = stories()): MadePage[] {
  const random = randomFrom(seed);
  const [clean, around] = [cleanTexts(), furniture()];
  const headings = headingsOf(all);
  return Array.from({ length: count }, () => {
    const bare = random.chance(0.22);
    const story = bare && random.chance(0.7) ? random.pick(clean) : random.pick(all);
    const english = around.get('en')!;
    const put = random.chance(0.5)
      ? someHeadings(headings, random).map(({ at, texts }) => ({ at, text: texts.get(story.language) }))
      : [];
    return madePage(story, around.get(story.language) ?? english, english, random, {
      bare,
      drop: random.chance(0.6) ? 0.3 : 0,
      headings: withText(put),
      again: someAgain(random),
    });
  });
}

/**
 * Pages of one story in two languages. What stands around them is another thing
 * on each side, as on the pages of two publishers, but for some of one publisher.
 */
export function madePairs(count: number, seed: number, all: readonly Story[] = stories()): MadePair[] {
  const random = randomFrom(seed);
  const around = furniture();
  const headings = headingsOf(all);
  const byName = new Map<string, Story[]>();
  for (const story of all) byName.set(story.name, [...(byName.get(story.name) ?? []), story]);
  return Array.from({ length: count }, () => {
    const versions = byName.get(random.pick([...byName.keys()]))!;
    const [first, second] = random.some(versions, 2);
    const put = random.chance(0.6) ? someHeadings(headings, random) : [];
    const oneHouse = random.chance(0.15);
    const flip = random.chance(0.5);
    const again = someAgain(random);
    // Advertisements stand at the same places on many pages, and look like each other's translation.
    const breaks = random.chance(0.5) ? Array.from({ length: random.upTo(5) }, () => random()) : undefined;
    const page = (story: Story, upper: boolean): MadePage => {
      const own = around.get(story.language) ?? around.get('en')!;
      const kept = put
        .filter(() => random.chance(0.85))
        .map(({ at, texts }) => ({ at, text: texts.get(story.language) }));
      return madePage(story, oneHouse ? own : half(own, upper), half(around.get('en')!, upper), random, {
        bare: random.chance(0.12),
        ...(breaks && { breaks }),
        // Translations leave little out.
        drop: random.chance(0.5) ? 0.15 : 0,
        headings: withText(kept),
        again: again.filter(() => random.chance(0.85)),
      });
    };
    return { source: page(first!, flip), target: page(second ?? first!, !flip) };
  });
}

/** One half of the furniture, so that the two sides of a pair have no group of it in common. */
function half(all: Furniture, upper: boolean): Furniture {
  return Object.fromEntries(
    Object.entries(all).map(([section, groups]) => {
      const middle = Math.ceil(groups.length / 2);
      return [section, section === 'credit' ? groups : upper ? groups.slice(middle) : groups.slice(0, middle)];
    }),
  );
}

/** The headings of stories that several languages have, each with its translations. */
function headingsOf(all: readonly Story[]): ReadonlyMap<string, string>[] {
  const found = new Map<string, Map<string, string>>();
  for (const { name, language, lines } of all) {
    const own = lines.filter(({ kind }) => kind === 'heading');
    own.forEach(({ text }, k) => {
      const key = `${name} ${k}`;
      found.set(key, (found.get(key) ?? new Map()).set(language, text));
    });
  }
  return [...found.values()];
}

function someHeadings(headings: readonly ReadonlyMap<string, string>[], random: Random) {
  return random.some(headings, 1 + random.upTo(2)).map((texts) => ({ at: 0.25 + 0.65 * random(), texts }));
}

function someAgain(random: Random): { kind: 'dek' | 'caption'; line: number }[] {
  const kinds = random.some(['dek', 'dek', 'caption', 'caption'] as const, random.upTo(3));
  return kinds.map((kind) => ({ kind, line: random.upTo(9) }));
}

function withText(headings: readonly { at: number; text: string | undefined }[]) {
  return headings.flatMap(({ at, text }) => (text === undefined ? [] : [{ at, text }]));
}
