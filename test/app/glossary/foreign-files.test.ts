import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { addConcepts } from '../../../src/app/glossary/add-concepts.ts';
import { acceptEntry, rejectEntry, unrejectEntry } from '../../../src/app/glossary/candidates.ts';
import { listConcepts, suggestConcepts } from '../../../src/app/glossary/concepts.ts';
import { openGlossary, rememberMapping } from '../../../src/app/glossary/exchange/open-glossary.ts';
import { undoGlossaryEdit } from '../../../src/app/glossary/glossary-history.ts';
import {
  DEFAULT_DECISION,
  importGlossary,
  lacksLanguages,
  previewImport,
} from '../../../src/app/glossary/import-glossary.ts';
import type { Concept } from '../../../src/core/glossary/concept.ts';
import { glossaryAccount } from '../../../src/intake/glossaries/glossary-account.ts';
import { readGlossary } from '../../../src/intake/glossaries/read-glossary.ts';
import { allConcepts } from '../../../src/store/glossary/concepts.ts';
import { rejectedPairs } from '../../../src/store/glossary/verdicts.ts';
import { importStory, openTestApp } from '../../support/app.ts';

let app: App;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const concept = (kind: Concept['kind'], ...terms: string[]): Concept => ({
  kind,
  definition: '',
  note: '',
  terms: terms.map((line) => {
    const [language = '', text = ''] = line.split('/');
    return { language, text, status: 'preferred', partOfSpeech: '', gender: '', note: '' };
  }),
});

describe('a file that says nothing of kinds', () => {
  it('meets the roles and bodies that are there, and leaves their kind', async () => {
    await addConcepts(app, [concept('role', 'en/harbour master', 'fr/maître de port')], { author: '' });
    const file = readGlossary('en,fr,note\nharbour master,maître de port,of a port\nlighthouse,phare,\n', 'a.csv');
    const incoming = await previewImport(app, file);
    expect(incoming.map(({ state }) => state)).toEqual(['changed', 'new']);
    await importGlossary(app, incoming, ({ state }) => DEFAULT_DECISION[state], {
      author: '',
      name: 'a.csv',
      leaves: (at, term) => at === 1 && term === 1,
    });
    const stored = await allConcepts(app.store.db);
    expect(stored.map(({ kind, note, terms }) => [kind, note, terms.map(({ text }) => text)])).toEqual([
      ['role', 'of a port', ['harbour master', 'maître de port']],
      ['term', '', ['lighthouse']],
    ]);
  });

  it('is asked for its languages, where it names none', () => {
    const file = readGlossary('dredger\tdrague\n', 'glossary.txt');
    expect([[], ['en'], ['en', 'fr']].map((languages) => lacksLanguages(file, languages))).toEqual([true, true, false]);
  });

  it('may have several terms in a cell, with bars between; a rule that is not known is named and kept', () => {
    const account = glossaryAccount();
    const table = 'en,fr,rules\nferry | car ferry,bac,Whole word|by ear\n';
    const [concept] = readGlossary(table, 'a.csv', undefined, account);
    expect(concept?.terms.map(({ text, status }) => [text, status])).toEqual([
      ['ferry', 'preferred'],
      ['car ferry', 'admitted'],
      ['bac', 'preferred'],
    ]);
    expect(concept?.terms[2]).toMatchObject({ rules: ['whole-word'], note: 'rule: by ear' });
    expect(account.asNotes.parts().has('rule “by ear”')).toBe(true);
  });

  it('is read as the one with the same columns was before', async () => {
    const file = { name: 'a.csv', text: 'Anglais;Français;Avis\ndredger;drague;oui\n' };
    const mapping = ['term:en', 'term:fr', 'status'];
    await rememberMapping(app, await openGlossary(app, file, { mapping, meanings: { oui: 'preferred' } }));
    const again = await openGlossary(app, { ...file, text: `${file.text}buoy;bouée;oui\n` }, {});
    expect(again).toMatchObject({ remembered: true, unknownStatuses: [] });
    expect(again.concepts.map(({ terms }) => terms[1]?.text)).toEqual(['drague', 'bouée']);
  });
});

describe('a candidate', () => {
  it('comes with its acronym and the gender that its language has, and goes with one step back', async () => {
    const id = await importStory(app);
    const { batch } = await acceptEntry(app, id, {
      kind: 'role',
      source: 'harbour master',
      target: 'capitaine de port',
      gender: 'feminine',
      acronyms: { target: 'CP' },
      author: '',
    });
    const [made] = await allConcepts(app.store.db);
    expect(made?.terms.map(({ text, gender, type }) => [text, gender, type])).toEqual([
      ['harbour master', '', undefined],
      ['capitaine de port', 'feminine', undefined],
      ['CP', 'feminine', 'acronym'],
    ]);
    await undoGlossaryEdit(app, batch, { author: '' });
    expect(await allConcepts(app.store.db)).toEqual([]);
  });

  it('that was rejected stays so in both directions', async () => {
    const id = await importStory(app);
    const pair = { source: 'Varna', target: 'Varna-sur-Mer', author: '' };
    await rejectEntry(app, id, pair);
    expect([...(await rejectedPairs(app.store.db, 'fr', 'en'))]).toEqual(['Varna-sur-Mer\tVarna']);
    await unrejectEntry(app, id, pair);
    expect([...(await rejectedPairs(app.store.db, 'en', 'fr'))]).toEqual([]);
  });
});

describe('the list of concepts', () => {
  it('is sorted as people sort, and suggests by the beginning of a word', async () => {
    const names = ['zone', 'État', 'école', 'fleuve', 'Eau'].map((text) => concept('term', `fr/${text}`));
    await addConcepts(app, names, { author: '' });
    const { concepts } = await listConcepts(app);
    expect(concepts.map(({ terms }) => terms[0]?.text)).toEqual(['Eau', 'école', 'État', 'fleuve', 'zone']);
    expect((await suggestConcepts(app, 'eco')).map(({ text }) => text)).toEqual(['école']);
  });
});
