import { existsSync, readdirSync } from 'node:fs';
import { zipSync } from 'fflate';
import { getPage, hiddenIn, numberIn, pause, postFiles, postForm } from './requests.mjs';
import { rowsOf } from './state.mjs';
import { article, glossary, tmx } from './texts.mjs';

// What the server is killed at. `prepare` makes what it needs, `act` is what the signal falls into, and `check` says
// what is wrong afterwards; `done` is what `act` answered, or undefined where the server was killed before.

const bytes = (text) => new TextEncoder().encode(text);

export const SERVER_KILLS = {
  edits: { act: () => pause(1500), check: () => [] },

  'import a pair': {
    async act({ url, name }) {
      const { en, fr } = article(60);
      const side = (text) => JSON.stringify({ title: name, text, blocks: blocksOf(text) });
      const fields = { title: name, source: side(en), target: side(fr), sourceLanguage: 'en', targetLanguage: 'fr' };
      return numberIn(await postForm(url, '/bitexts', fields));
    },
    check: ({ database, name }, done) => onceWhole(database, name, 1, done),
  },

  'import many pairs': {
    async act({ url, name }) {
      const files = Array.from({ length: 6 }, (_, i) => {
        const { en, fr } = article(16, 16 * i);
        return { [`${name}-${i}.en.txt`]: bytes(en), [`${name}-${i}.fr.txt`]: bytes(fr) };
      });
      const zip = zipSync(Object.assign({}, ...files));
      return (await postFiles(url, '/pairs', [['files', 'pairs.zip', zip]])).status;
    },
    check({ database, since }, done) {
      const made = rowsOf(database, 'SELECT id, state FROM bitext WHERE id > ?', since);
      const faults = made.filter(({ state }) => state !== 'ready').map(({ id, state }) => `bitext ${id} is ${state}`);
      if (done === 200 && made.length !== 6) faults.push(`${made.length} of 6 pairs are stored`);
      if (made.length > 6) faults.push(`${made.length} pairs are stored of 6`);
      return faults;
    },
  },

  'import a memory': memoryOf(3000),
  'import a long memory': memoryOf(12_000),

  'import a table': {
    async act({ url, name }) {
      const rows = Array.from({ length: 800 }, (_, n) => `Row ${n} of ${name};Ligne ${n} de ${name}\n`);
      const { text } = await postFiles(url, '/memories', [['file', `${name}.csv`, rows.join('')]]);
      const held = hiddenIn(text, 'held');
      const fields = { held, column: ['source', 'target'], from: 'en', to: 'fr', title: name };
      return numberIn(await postFiles(url, '/tables', [], fields));
    },
    check: ({ database, name }, done) => onceWhole(database, name, 800, done),
  },

  'edit the glossary': {
    async act(world) {
      const { url, name } = world;
      world.concepts = new Map();
      for (let k = 0; k < 12; k++) {
        const made = numberIn(await postForm(url, '/glossary', conceptOf(`${name} ${k}`, 'made')));
        world.concepts.set(made, 'made');
        const { text } = await getPage(url, `/glossary/${made}/edit`);
        world.concepts.set(made, ['made', 'changed']);
        const changed = { ...conceptOf(`${name} ${k}`, 'changed'), version: hiddenIn(text, 'version') };
        numberIn(await postForm(url, `/glossary/${made}`, changed));
        world.concepts.set(made, 'changed');
        if (k % 3 === 2) {
          world.concepts.set(made, ['changed', null]);
          await postForm(url, `/glossary/${made}/delete`, {});
          world.concepts.set(made, null);
        }
      }
      return true;
    },
    check: ({ database, concepts }) =>
      [...(concepts ?? [])].flatMap(([id, wanted]) => {
        const [found = { definition: null }] = rowsOf(database, 'SELECT definition FROM concept WHERE id = ?', id);
        return [wanted].flat().includes(found.definition)
          ? []
          : [`concept ${id} is “${found.definition}”, not ${JSON.stringify(wanted)}`];
      }),
  },

  'import a glossary': {
    async act({ url, name }) {
      const fields = { text: glossary(2000, name), name: `${name}.csv`, from: 'en', to: 'fr' };
      return (await postForm(url, '/glossary/import', fields)).status;
    },
    check: ({ database, name }, done) => allOrNone('concepts', termsLike(database, name), 2000, done === 303),
  },

  'delete for good': {
    async prepare(world) {
      world.doomed = numberIn(await postMemory(world, 6000));
      await postForm(world.url, `/bitexts/${world.doomed}/archive`, {});
    },
    act: async ({ url, doomed }) => (await postForm(url, `/bitexts/${doomed}/delete`, {})).status,
    check({ database, doomed }, done) {
      const [{ n: rows }] = rowsOf(database, 'SELECT count(*) AS n FROM bead WHERE bitext_id = ?', doomed);
      const [head] = rowsOf(database, 'SELECT state FROM bitext WHERE id = ?', doomed);
      if (head) return rows === 6000 && done !== 303 && head.state === 'ready' ? [] : [`${rows} of 6000 rows are left`];
      const copies = existsSync(`${database}-copies`) ? readdirSync(`${database}-copies`) : [];
      const isKept = copies.some((copy) => copy.startsWith(`bitext-${doomed}-`) && copy.endsWith('.gz'));
      return [
        ...(rows > 0 ? [`${rows} rows are left of what is deleted`] : []),
        ...(isKept ? [] : ['no copy was kept']),
      ];
    },
  },

  'replace in all rows': {
    async prepare(world) {
      world.long ??= numberIn(await postMemory(world, 3000));
      [world.from, world.to] = targetsWith(world, 'quartier') > 0 ? ['quartier', 'faubourg'] : ['faubourg', 'quartier'];
      const { text } = await getPage(world.url, `/bitexts/${world.long}/replace?find=${world.from}&with=${world.to}`);
      world.key = hiddenIn(text, 'key');
    },
    async act({ url, long, from, to, key }) {
      const fields = { find: from, with: to, key, which: 'all' };
      return (await postForm(url, `/bitexts/${long}/replace`, fields)).status;
    },
    check: (world, done) => allOrNone('segments', targetsWith(world, world.to), 3000, done === 303),
  },

  'confirm all rows, and undo': {
    async prepare(world) {
      world.many = numberIn(await postMemory(world, 2000));
    },
    async act({ url, many }) {
      const headers = { cookie: 'visavis_author=11111111-2222-4333-8444-555555555555', accept: 'application/json' };
      for (const path of ['confirm-by-confidence', 'undo', 'redo'])
        await fetch(`${url}/bitexts/${many}/${path}`, {
          method: 'POST',
          headers,
          body: new URLSearchParams({ from: '0' }),
        });
      return true;
    },
    check({ database, many }) {
      const counts = rowsOf(
        database,
        'SELECT status, assumed, count(*) AS n FROM bead WHERE bitext_id = ? GROUP BY 1, 2',
        many,
      );
      return counts.length === 1 ? [] : [`rows are confirmed in part: ${JSON.stringify(counts)}`];
    },
  },

  'bring in a new version': {
    async prepare(world) {
      const { en, fr } = article(24);
      const side = (text) => JSON.stringify({ title: world.name, text, blocks: blocksOf(text) });
      const languages = { sourceLanguage: 'en', targetLanguage: 'fr' };
      const fields = { title: world.name, source: side(en), target: side(fr), ...languages };
      world.old = numberIn(await postForm(world.url, '/bitexts', fields));
      for (let k = 0; k < 600 && stateIn(world.database, world.old) !== 'ready'; k++) await pause(100);
    },
    async act({ url, old }) {
      const sourceText = `${article(24).en.replace('Monday', 'Tuesday')}\n\nOne sentence more was added.`;
      return numberIn(await postFiles(url, `/bitexts/${old}/update`, [], { sourceText, targetText: '' }));
    },
    check({ database, old, since }, done) {
      const now = rowsOf(database, 'SELECT id, archived_at FROM bitext WHERE id > ? ORDER BY id', since);
      const shown = now.filter(({ archived_at: at }) => at === null).map(({ id }) => id);
      if (shown.length !== 1) return [`${shown.length} versions are shown at once: ${JSON.stringify(now)}`];
      return done !== undefined && shown[0] !== done ? ['the old version is shown'] : old ? [] : ['nothing was made'];
    },
  },
};

function memoryOf(units) {
  return {
    act: async (world) => numberIn(await postMemory(world, units)),
    check: ({ database, name }, done) => onceWhole(database, name, units, done),
  };
}

function postMemory({ url, name }, units) {
  return postFiles(url, '/memories', [['file', `${name}.tmx`, tmx(units)]], { from: 'en', to: 'fr', title: name });
}

/** A text's paragraphs as blocks. */
function blocksOf(text) {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const block = { start, end: start + paragraph.length, kind: 'body', reason: null };
    start = block.end + 2;
    return block;
  });
}

function conceptOf(word, definition) {
  const terms = { language: ['en', 'fr'], text: [word, `${word} fr`], status: ['preferred', 'preferred'] };
  return { kind: 'term', definition, note: '', ...terms };
}

/** What is wrong where something of a title is to be there once and whole, or not at all. */
export function onceWhole(database, title, rows, done) {
  const found = rowsOf(
    database,
    `SELECT id, state, (SELECT count(*) FROM bead WHERE bitext_id = bitext.id) AS rows
      FROM bitext WHERE title = ? AND state NOT IN ('importing', 'deleting')`,
    title,
  );
  if (found.length === 0) return done === undefined ? [] : ['it was acknowledged and is not there'];
  const [one] = found;
  if (found.length > 1) return [`it is there ${found.length} times`];
  return one.state === 'ready' && one.rows >= rows ? [] : [`it is ${one.state}, with ${one.rows} of ${rows} rows`];
}

export function allOrNone(what, count, all, isDone) {
  return count === all || (count === 0 && !isDone) ? [] : [`${count} of ${all} ${what}, acknowledged: ${isDone}`];
}

export function termsLike(database, word) {
  return rowsOf(database, "SELECT count(*) AS n FROM term WHERE language = 'en' AND text LIKE ?", `${word} number %`)[0]
    .n;
}

function targetsWith({ database, long }, word) {
  const sql = "SELECT count(*) AS n FROM segment WHERE bitext_id = ? AND side = 'target' AND text LIKE ?";
  return rowsOf(database, sql, long, `%${word}%`)[0].n;
}

function stateIn(database, id) {
  return rowsOf(database, 'SELECT state FROM bitext WHERE id = ?', id)[0]?.state;
}
