import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEditor } from './editor.mjs';
import { command, serve } from './program.mjs';
import { seeded } from './random.mjs';
import { connections, getPage, isClosed, numberIn, pause, postForm } from './requests.mjs';
import { differenceOf } from './rows.mjs';
import { faultsOf, lostEdits, rewound, stateOf } from './state.mjs';
import { tmx } from './texts.mjs';

const BITEXTS = 4;
/** What the heap may grow by after it has settled, as a share and in MB; caches fill while people work. */
const GROWTH = { share: 1.15, megabytes: 8 };

/**
 * Many people at work for some time: most edit, on the same bitexts and on different ones, each told of what the others do; the rest
 * search, export and keep the glossary. @returns figures, and faults in words
 */
export async function soak({ minutes, clients, seed, tell }) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-soak-'));
  const database = join(folder, 'v.sqlite');
  writeFileSync(join(folder, 'a.tmx'), tmx(150));
  const bitexts = [];
  for (let k = 0; k < BITEXTS; k++)
    bitexts.push(
      Number((await command(['import', 'a.tmx', '--title', `text ${k}`, '--db', database], folder).done).stdout),
    );
  const seeds = await Promise.all(bitexts.map((id) => stateOf(database, id)));
  const server = await serve(database);
  const acknowledged = [];
  const faults = [];
  const others = { searches: 0, exports: 0, concepts: 0, pages: 0 };
  const editing = Math.max(2, Math.round(clients * 0.7));
  const editors = Array.from({ length: editing }, (_, i) =>
    openEditor({
      url: server.url,
      // Half of them on one bitext.
      bitext: bitexts[i % 2 ? 0 : i % BITEXTS],
      random: seeded(seed + i),
      say: (edit) => acknowledged.push(edit),
    }),
  );
  await Promise.all(editors.map((editor) => editor.open()));

  const end = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > end;
  const works = editors.map(async (editor, i) => {
    const random = seeded(seed + 100 + i);
    while (!isOver()) {
      await editor.edit();
      await pause(random.below(600));
    }
  });
  for (let i = editing; i < clients; i++)
    works.push(elsewhere({ server, bitexts, random: seeded(seed + i), others, faults, isOver }));
  const memory = [];
  const watch = (async () => {
    // The first fifth is not counted: what is kept ready has to come in first.
    for (let part = 1; part <= 5; part++) {
      await pause((minutes * 60_000) / 5 - 500);
      const { heapUsed, external } = await server.memory();
      const now = { heap: heapUsed / 1024 ** 2, external: external / 1024 ** 2, rss: server.rss() };
      memory.push(Object.fromEntries(Object.entries(now).map(([name, value]) => [name, Math.round(10 * value) / 10])));
      tell(`${JSON.stringify(memory.at(-1))}, ${acknowledged.length} edits acknowledged`);
    }
  })();
  await Promise.all([...works, watch]);

  await sameSeen({ editors, faults });
  for (const { counts } of editors) faults.push(...counts.refused.map((one) => `an edit was refused: ${one}`));
  const [first, last] = [memory[0].heap, memory.at(-1).heap];
  if (last > first * GROWTH.share + GROWTH.megabytes) faults.push(`the heap grew from ${first} to ${last} MB`);
  const peak = server.peak();
  for (const editor of editors) editor.close();
  await server.stop();
  faults.push(...(await faultsOf(database, { whole: true })));
  const lost = lostEdits(database, acknowledged).length;
  if (lost > 0) faults.push(`${lost} edits are lost`);
  for (const [i, id] of bitexts.entries())
    if ((await rewound(database, id)) !== seeds[i])
      faults.push(`the edits of bitext ${id} do not lead back to its beginning`);
  if (faults.length === 0) rmSync(folder, { recursive: true });
  const conflicts = editors.reduce((sum, { counts }) => sum + counts.conflicts, 0);
  const sentAgain = editors.reduce((sum, { counts }) => sum + counts.sentAgain, 0);
  const waits = editors.flatMap(({ times }) => times).sort((a, b) => a - b);
  const at = (share) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? 0);
  const edits = {
    acknowledged: acknowledged.length,
    conflicts,
    lost,
    ms: { p50: at(0.5), p99: at(0.99), most: at(1) },
  };
  const closed = { ...connections, sentAgain };
  return { figures: { minutes, clients, edits, others, closed, memory, peak }, faults };
}

/** When all is quiet, what each was told of leads to the rows that are there. */
async function sameSeen({ editors, faults }) {
  await pause(1000);
  for (let tries = 0; tries < 100; tries++) {
    const seen = editors.map((editor) => editor.seq()).join();
    await pause(500);
    if (seen === editors.map((editor) => editor.seq()).join()) break;
  }
  for (const [i, editor] of editors.entries()) {
    const difference = differenceOf(editor.rows(), await editor.reload());
    if (difference) faults.push(`client ${i} sees other rows than are there: ${difference}`);
  }
}

/** Somebody who searches, exports, reads and keeps the glossary. */
async function elsewhere({ server, bitexts, random, others, faults, isOver }) {
  const open = async (path) => {
    const { status, text } = await getPage(server.url, path);
    if (status >= 400) faults.push(`${path}: ${status} ${text.slice(0, 200)}`);
  };
  while (!isOver()) {
    const bitext = random.pick(bitexts);
    const kind = random.below(5);
    if (kind === 0) {
      await open(`/bitexts/${bitext}?find=district+${random.below(150)}`);
      await open(`/search?q=harbour&page=0`);
      others.searches += 2;
    } else if (kind === 1) {
      await open(`/export/file?bitext=${bitext}&format=${random.pick(['tmx', 'xliff', 'csv', 'xlsx', 'jsonl'])}`);
      others.exports += 1;
    } else if (kind === 2) {
      const word = `word ${random.below(1e9)}`;
      const terms = { language: ['en', 'fr'], text: [word, `mot ${word}`], status: ['preferred', 'preferred'] };
      try {
        const made = await postForm(server.url, '/glossary', { kind: 'term', definition: '', note: '', ...terms });
        const id = numberIn(made);
        await open(`/glossary/${id}`);
        await postForm(server.url, `/glossary/${id}/delete`, {});
        others.concepts += 1;
      } catch (error) {
        // A form has no key by which it could be sent again and stored once.
        if (!isClosed(error)) throw error;
        connections.unanswered += 1;
      }
    } else {
      await open(
        random.pick(['/', `/bitexts/${bitext}`, `/bitexts/${bitext}/read`, `/bitexts/${bitext}/history`, '/glossary']),
      );
      others.pages += 1;
    }
    await pause(random.below(1200));
  }
}
