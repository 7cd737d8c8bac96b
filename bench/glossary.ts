import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listConcepts, openConcept } from '#dist/app/glossary/concepts.js';
import { DEFAULT_DECISION, importGlossary, previewImport } from '#dist/app/glossary/import-glossary.js';
import { createTermCheckers } from '#dist/app/glossary/term-checkers.js';
import { openApp } from '#dist/app/open-app.js';
import type { FileConcept } from '#dist/core/glossary/concept.js';
import { termMatcher } from '#dist/core/glossary/matching.js';
import { loadLanguagePacks } from '#dist/intake/language-packs.js';
import { madeTexts } from './made-texts.ts';

const CONCEPTS = 20_000;
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it'];
const SEGMENTS = 5000;

/** A large glossary: what bringing it in, searching it, opening a concept and recognising its terms takes. */
export async function glossaryReport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  const app = await openApp({ database: join(folder, 'terms.sqlite') });
  const lines: string[] = [];
  let start = performance.now();
  const lap = (what: string) => {
    lines.push(`| ${what} | ${Math.round(performance.now() - start)} ms |`);
    start = performance.now();
  };
  try {
    const concepts = made();
    start = performance.now();
    const incoming = await previewImport(app, concepts);
    lap('preview of the import');
    await importGlossary(app, incoming, ({ state }) => DEFAULT_DECISION[state], { author: '', name: 'made' });
    lap('import');
    await listConcepts(app, { search: 'abc' });
    lap('search for three letters');
    await listConcepts(app, { search: concepts[777]!.terms[1]!.text });
    lap('search for a whole term');
    await openConcept(app, 777);
    lap('open a concept');
    const check = await createTermCheckers().checkerFor(app, {
      id: 1,
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      date: '',
    });
    lap('make the matchers of two languages');
    const { source, target } = madeTexts(SEGMENTS / 2);
    for (let i = 0; i < SEGMENTS / 2; i++) {
      const segment = (text = '') => [{ id: i, text, paragraph: 0, kind: 'body' as const }];
      check({
        bead: { id: i, source: [i], target: [i], status: 'proposed', confidence: 1, note: '' },
        segments: { source: segment(source[i]), target: segment(target[i]) },
      });
    }
    lap(`find and check the terms of ${SEGMENTS} segments`);
    const few = recognition(concepts.slice(0, 200));
    const many = recognition(concepts);
    lines.push(`| find 200 terms in ${SEGMENTS} segments | ${Math.round(few)} ms |`);
    lines.push(`| find 20,000 terms in them | ${Math.round(many)} ms, ${(many / few).toFixed(1)} times |`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
  return `## A large glossary

${CONCEPTS} concepts with a term in each of ${LANGUAGES.length} languages.

| what | time |
|---|---|
${lines.join('\n')}
`;
}

/** How long finding terms takes once the matcher is made, the best of three, in ms. */
function recognition(concepts: readonly FileConcept[]): number {
  const find = termMatcher(concepts, loadLanguagePacks()('en'));
  const { source } = madeTexts(SEGMENTS);
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      for (const text of source) find(text);
      return performance.now() - start;
    }),
  );
}

function made(): FileConcept[] {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  const word = () => Array.from({ length: 4 + random(6) }, () => 'abcdefghijklmnoprstuvz'[random(22)]).join('');
  return Array.from({ length: CONCEPTS }, (_, i) => ({
    key: String(i),
    kind: 'term' as const,
    definition: '',
    note: '',
    terms: LANGUAGES.map((language) => ({
      language,
      text: `${word()} ${word()}`,
      status: 'preferred' as const,
      partOfSpeech: '',
      gender: '' as const,
      note: '',
    })),
  }));
}
