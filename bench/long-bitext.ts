import { addStarterGlossary } from '#dist/app/glossary/starter-glossary.js';
import { importMemory } from '#dist/app/import/import-memory.js';
import { openApp } from '#dist/app/open-app.js';
import { madeTexts } from './made-texts.ts';

/** What the made bitext holds, for whoever searches it. */
export interface LongBitext {
  readonly id: number;
  /** A word of the translation that stands in few rows. */
  readonly word: string;
}

/** Different people who are named in the made texts. */
const PEOPLE = 2000;

/**
 * Stores a bitext of made sentences in a new database, with the starter glossary: every ninth row doubtful,
 * every fourth confirmed, every fifth naming somebody.
 */
export async function storeLongBitext(database: string, rows: number): Promise<LongBitext> {
  const app = await openApp({ database });
  try {
    await addStarterGlossary(app);
    const { source, target } = madeTexts(rows, { gaps: 0, length: [4, 14] });
    const count = Math.min(rows, source.length, target.length);
    const named = (text: string, i: number) => (i % 5 === 0 ? `${personOf(i)} ${text}` : text);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const encode = new TextEncoder();
      yield encode.encode('<tmx version="1.4"><header srclang="en"/><body>');
      for (let at = 0; at < count; at += 1000) {
        const units = Array.from({ length: Math.min(1000, count - at) }, (_, k) => {
          const i = at + k;
          const status = i % 4 === 0 ? 'confirmed' : 'proposed';
          return `<tu><prop type="x-status">${status}</prop><prop type="x-confidence">${i % 9 === 0 ? 0.6 : 0.9}</prop><tuv xml:lang="en"><seg>${named(source[i]!, i)}</seg></tuv><tuv xml:lang="fr"><seg>${named(target[i]!, i)}</seg></tuv></tu>`;
        });
        yield encode.encode(units.join('\n'));
      }
      yield encode.encode('</body></tmx>');
    }
    const { id } = await importMemory(app, { name: 'long.tmx', title: 'Long', pieces: pieces() });
    await app.searchIndex.ready();
    const words = target[Math.floor(count / 2)]!.replace('.', '').split(' ');
    return { id, word: words.toSorted((a, b) => b.length - a.length)[0]! };
  } finally {
    await app.close();
  }
}

function personOf(i: number): string {
  const name = (k: number) => {
    const letters = Array.from({ length: 4 + (k % 4) }, (_, n) => 'aeioubdrlmnst'[(k * 31 + n * (k % 7) * 5 + n) % 13]);
    return letters.join('').replace(/^./u, (letter) => letter.toUpperCase());
  };
  const person = (i / 5) % PEOPLE;
  return `${name(person % 97)} ${name(person + 100)}`;
}
