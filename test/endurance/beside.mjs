import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpFaults } from './command-kills.mjs';
import { openEditor } from './editor.mjs';
import { command, serve } from './program.mjs';
import { seeded } from './random.mjs';
import { faultsOf, lostEdits, rewound, rowsOf, stateOf } from './state.mjs';
import { article, tmx } from './texts.mjs';

const EDITORS = 4;

/**
 * Gives commands on a database while people edit it through the server, and looks at every file that they make.
 * @returns figures, and faults in words
 */
export async function beside({ times, seed, tell }) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-beside-'));
  const database = join(folder, 'v.sqlite');
  writeFileSync(join(folder, 'long.tmx'), tmx(1500));
  const { en, fr } = article(24);
  writeFileSync(join(folder, 'a.en.txt'), en);
  writeFileSync(join(folder, 'a.fr.txt'), fr);
  const run = (...args) => command([...args, '--db', database], folder).done;
  const bitexts = [];
  for (const title of ['first', 'second'])
    bitexts.push(Number((await run('import', 'long.tmx', '--title', title)).stdout));
  const seeds = await Promise.all(bitexts.map((id) => stateOf(database, id)));
  const server = await serve(database);
  const acknowledged = [];
  const editors = Array.from({ length: EDITORS }, (_, i) =>
    openEditor({
      url: server.url,
      bitext: bitexts[i % 2],
      random: seeded(seed + i),
      say: (edit) => acknowledged.push(edit),
    }),
  );
  await Promise.all(editors.map((editor) => editor.open()));
  let isOver = false;
  const edited = editors.map(async (editor) => {
    while (!isOver) await editor.edit();
  });

  const faults = [];
  const done = {};
  for (let time = 0; time < times; time++) {
    for (const [what, work] of Object.entries(WORKS)) {
      const [before, stalled] = [acknowledged.length, performance.now()];
      const said = await work({ run, folder, database, bitexts, seeds, acknowledged, time }).catch((error) => [
        error.stack,
      ]);
      done[what] ??= { times: 0, seconds: 0, edits: 0 };
      done[what].times += 1;
      done[what].seconds += (performance.now() - stalled) / 1000;
      done[what].edits += acknowledged.length - before;
      for (const fault of said) tell(`${what}, ${time}: ${fault}`);
      faults.push(...said.map((fault) => `${what}, ${time}: ${fault}`));
    }
    tell(`${time + 1} times each, ${acknowledged.length} edits acknowledged, ${faults.length} faults`);
  }
  isOver = true;
  await Promise.all(edited);
  for (const editor of editors) editor.close();
  for (const { refused } of editors.map(({ counts }) => counts))
    faults.push(...refused.map((one) => `an edit was refused: ${one}`));
  await server.stop();
  faults.push(...(await faultsOf(database, { whole: true })));
  const lost = lostEdits(database, acknowledged).length;
  if (lost > 0) faults.push(`${lost} edits are lost`);
  for (const [i, id] of bitexts.entries())
    if ((await rewound(database, id)) !== seeds[i])
      faults.push(`the edits of bitext ${id} do not lead back to its beginning`);
  if (faults.length === 0) rmSync(folder, { recursive: true });
  const waits = editors.flatMap((editor) => editor.times).sort((a, b) => a - b);
  const at = (share) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? 0);
  const conflicts = editors.reduce((sum, { counts }) => sum + counts.conflicts, 0);
  const figures = {
    acknowledged: acknowledged.length,
    conflicts,
    lost,
    editMs: { p50: at(0.5), p99: at(0.99), most: at(1) },
  };
  return { figures: { ...figures, done }, faults };
}

/** Each makes something of the database and answers with what is wrong with it. */
const WORKS = {
  async dump({ run, folder, bitexts, seeds, time }) {
    const file = join(folder, `${time}.jsonl`);
    const ended = await run('dump', file);
    const faults = ended.code === 0 ? await dumpFaults({}, file, 0) : [saidBy(ended)];
    // Rows and edits are of one moment where the edits lead back to the beginning.
    for (const [i, id] of bitexts.entries())
      if (faults.length === 0 && (await rewound(`${file}.loaded.sqlite`, id)) !== seeds[i])
        faults.push('it is of no moment');
    if (faults.length === 0)
      for (const end of ['', '.again', '.loaded.sqlite']) rmSync(`${file}${end}`, { force: true });
    return faults;
  },
  async 'export and check'({ run, folder, database, bitexts, acknowledged, time }) {
    const file = join(folder, `${time}.tmx`);
    const bitext = bitexts[time % 2];
    const [rowsBefore, editsBefore] = [translatedRows(database, bitext), acknowledged.length];
    const ended = await run('export', String(bitext), '--format', 'tmx', '--out', file);
    const [rowsAfter, edits] = [translatedRows(database, bitext), acknowledged.length - editsBefore + EDITORS];
    if (ended.code !== 0) return [saidBy(ended)];
    const back = await command(['check', file, '--from', 'en', '--to', 'fr', '--only', 'empty-side'], folder).done;
    const units = readFileSync(file, 'utf8').split('<tu ').length + readFileSync(file, 'utf8').split('<tu>').length - 2;
    return [
      ...([0, 1].includes(back.code) ? [] : [saidBy(back)]),
      // People join and split rows meanwhile, each by at most one more or one less.
      ...(units >= Math.min(rowsBefore, rowsAfter) - edits && units <= Math.max(rowsBefore, rowsAfter) + edits
        ? []
        : [`${units} units were exported of ${rowsBefore} to ${rowsAfter} translated rows, ${edits} edits meanwhile`]),
    ];
  },
  async backup({ run, folder, time }) {
    const file = join(folder, `${time}.copy`);
    const ended = await run('backup', file);
    const faults = ended.code === 0 ? await faultsOf(file, { whole: true }) : [saidBy(ended)];
    if (faults.length === 0) rmSync(file);
    return faults;
  },
  async 'import of a memory'({ run, database, time }) {
    const ended = await run('import', 'long.tmx', '--title', `memory ${time}`);
    return ended.code === 0 ? readyFaults(database, ended.stdout, 1500) : [saidBy(ended)];
  },
  async 'import of a pair'({ run, database, time }) {
    const ended = await run('import', 'a.en.txt', 'a.fr.txt', '--title', `pair ${time}`);
    return ended.code === 0 ? readyFaults(database, ended.stdout, 10) : [saidBy(ended)];
  },
  async lookup({ run }) {
    const ended = await run(
      'lookup',
      'The harbour of district 10 will be opened again in spring.',
      '--from',
      'en',
      '--to',
      'fr',
    );
    return ended.code === 0 && ended.stdout.length > 0 ? [] : [`nothing was found: ${saidBy(ended)}`];
  },
};

function saidBy({ code, signal, stderr }) {
  return `it ended with ${signal ?? code}: ${stderr.slice(0, 500)}`;
}

/** How many rows have both sides. */
function translatedRows(database, bitext) {
  const sides = `(SELECT count(DISTINCT side) FROM bead_segment AS s WHERE s.bitext_id = b.bitext_id AND s.bead_id = b.id)`;
  return rowsOf(database, `SELECT count(*) AS n FROM bead AS b WHERE bitext_id = ? AND ${sides} = 2`, bitext)[0].n;
}

function readyFaults(database, printed, rows) {
  const [{ state, n } = {}] = rowsOf(
    database,
    'SELECT state, (SELECT count(*) FROM bead WHERE bitext_id = bitext.id) AS n FROM bitext WHERE id = ?',
    Number(printed),
  );
  return state === 'ready' && n >= rows ? [] : [`bitext ${printed.trim()} is ${state} with ${n} rows`];
}
