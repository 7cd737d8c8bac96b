import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND_KILLS } from './command-kills.mjs';
import { openEditor } from './editor.mjs';
import { command, serve } from './program.mjs';
import { seeded } from './random.mjs';
import { pause } from './requests.mjs';
import { SERVER_KILLS } from './server-kills.mjs';
import { faultsOf, lostEdits, rewound, rowsOf, stateOf } from './state.mjs';
import { tmx } from './texts.mjs';

const EDITORS = 2;
/** How long what a killed program was at may take until it is taken up or cleared away, in ms. */
const PATIENCE = 90_000;

/** Kills of one database; then a new one is taken, since what stays of each makes the next slower. */
const PER_DATABASE = 40;

/**
 * Kills the server or a command again and again, in the middle of what it does, and looks at what is stored
 * afterwards. @returns figures, and faults in words
 */
export async function kills({ rounds, seed, only = '', tell }) {
  const kinds = Object.entries({ ...SERVER_KILLS, ...COMMAND_KILLS }).filter(([kind]) => kind.includes(only));
  const learnt = {
    random: seeded(seed),
    kinds,
    faults: [],
    // How long each takes is learnt on the way, in ms.
    typical: new Map(kinds.map(([kind]) => [kind, 5000])),
    byKind: Object.fromEntries(kinds.map(([kind]) => [kind, { kills: 0, within: 0 }])),
    acknowledged: 0,
    lost: 0,
    tell,
  };
  for (let from = 0; from < rounds; from += PER_DATABASE) {
    await killedOften(learnt, from, Math.min(rounds, from + PER_DATABASE));
    tell(`${Math.min(rounds, from + PER_DATABASE)} rounds: ${JSON.stringify(learnt.byKind)}`);
  }
  const { faults, acknowledged, lost, byKind } = learnt;
  return { figures: { rounds, acknowledged, lost, byKind }, faults };
}

async function killedOften(learnt, from, to) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-kills-'));
  const database = join(folder, 'v.sqlite');
  const world = { folder, database, bitexts: await twoBitexts(folder, database), acknowledged: [] };
  const seeds = await Promise.all(world.bitexts.map((id) => stateOf(database, id)));
  const before = learnt.faults.length;
  world.server = await serve(database);
  for (let round = from; round < to; round++) {
    const [kind, how] = learnt.kinds[round % learnt.kinds.length];
    const said = [];
    try {
      said.push(...(await killedOnce({ ...learnt, kind, how, round, world })));
    } catch (error) {
      said.push(error.stack);
    }
    if (!world.server.isAlive()) world.server = await serve(database);
    said.push(...(await settled(database)), ...(await faultsOf(database)), ...strayFiles(database));
    const lost = lostEdits(database, world.acknowledged).length;
    if (lost > 0) said.push(`${lost} edits are lost`);
    learnt.faults.push(...said.map((fault) => `round ${round}, ${kind}: ${fault}`));
    for (const fault of said) learnt.tell(`round ${round}, ${kind}: ${fault}`);
    if (round % 10 === 9) {
      const edits = learnt.acknowledged + world.acknowledged.length;
      learnt.tell(`${round + 1} rounds, ${edits} edits acknowledged, ${learnt.faults.length} faults`);
    }
  }
  await world.server.stop();
  learnt.acknowledged += world.acknowledged.length;
  learnt.lost += lostEdits(database, world.acknowledged).length;
  const { faults } = learnt;
  faults.push(...(await faultsOf(database, { whole: true })));
  for (const [i, id] of world.bitexts.entries())
    if ((await rewound(database, id)) !== seeds[i])
      faults.push(`the edits of bitext ${id} do not lead back to its beginning`);
  if (faults.length === before) rmSync(folder, { recursive: true });
}

/** One kill. @returns what is wrong with what was killed, once the program is up again */
async function killedOnce({ kind, how, round, world, random, typical, byKind }) {
  const { database, server } = world;
  Object.assign(world, { url: server.url, name: `round-${round}-`, since: lastBitext(database) });
  await how.prepare?.(world);
  if (kind !== 'bring in a new version') world.since = lastBitext(database);
  if (how.isAlone) await server.stop();
  const delay = random.next() * 1.1 * typical.get(kind);
  const begun = performance.now();
  const { done, wasKilled } = how.start
    ? await killedCommand(how, world, delay)
    : await killedServer(how, world, server, delay, random);
  typical.set(kind, done === undefined ? 1.1 * typical.get(kind) : performance.now() - begun);
  byKind[kind].kills += wasKilled ? 1 : 0;
  byKind[kind].within += wasKilled && done === undefined ? 1 : 0;
  if (!how.isAlone && !server.isAlive()) world.server = await serve(database);
  await settled(database);
  return how.check(world, done);
}

async function twoBitexts(folder, database) {
  writeFileSync(join(folder, 'first.tmx'), tmx(200));
  const numbers = [];
  for (const title of ['first', 'second']) {
    const { code, stdout, stderr } = await command(['import', 'first.tmx', '--title', title, '--db', database], folder)
      .done;
    if (code !== 0) throw new Error(stderr);
    numbers.push(Number(stdout));
  }
  return numbers;
}

/** Kills a command after so many milliseconds, where it has not ended before. The server runs on, but for what must be alone. */
async function killedCommand(how, world, delay) {
  const started = how.start(world);
  const late = setTimeout(started.kill, delay);
  const { code, signal, stderr } = await started.done;
  clearTimeout(late);
  if (signal === null && code !== 0) throw new Error(`It ended with ${code}: ${stderr}`);
  return { done: signal === null ? code : undefined, wasKilled: signal !== null };
}

/** Kills the server after so many milliseconds, or when its work is done, while two people edit. */
async function killedServer(how, world, server, delay, random) {
  const editors = Array.from({ length: EDITORS }, (_, i) =>
    openEditor({ url: server.url, bitext: world.bitexts[i % 2], random, say: (edit) => world.acknowledged.push(edit) }),
  );
  await Promise.all(editors.map((editor) => editor.open()));
  let isOver = false;
  const broken = [];
  const edited = editors.map(async (editor) => {
    try {
      while (!isOver) await editor.edit();
    } catch (error) {
      broken.push(error);
    }
  });
  const acted = how.act(world);
  const late = setTimeout(server.kill, delay);
  let [done, failure] = [undefined, null];
  try {
    done = await acted;
  } catch (error) {
    failure = error;
  }
  // What was acknowledged has to be there though the server is gone at once.
  if (failure === null || isBroken(failure)) server.kill();
  clearTimeout(late);
  isOver = true;
  if (failure === null || isBroken(failure)) await server.ended;
  await Promise.all(edited);
  for (const editor of editors) editor.close();
  const strange = broken.find((error) => !isBroken(error));
  if (strange) throw strange;
  const refused = editors.flatMap(({ counts }) => counts.refused);
  if (refused.length > 0) throw new Error(`edits were refused: ${refused[0]}`);
  if (failure !== null && !isBroken(failure)) throw failure;
  return { done, wasKilled: true };
}

/** Whether a request failed since the server was gone. */
function isBroken(error) {
  return error instanceof TypeError || /terminated|fetch failed|socket/u.test(error.message);
}

/** Waits until nothing is on its way any more. @returns what still is */
async function settled(database) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const under = rowsOf(database, "SELECT id, state FROM bitext WHERE state NOT IN ('ready', 'failed')");
    const strays = strayFiles(database);
    const changes = rowsOf(database, 'SELECT batch, state FROM glossary_change');
    if (under.length === 0 && strays.length === 0 && changes.length === 0) return [];
    if (performance.now() > end && changes.length > 0)
      return [`a change of a glossary is ${changes[0].state} for good`];
    if (performance.now() > end) return under.map(({ id, state }) => `bitext ${id} is ${state} for good`);
    await pause(200);
  }
}

/** Files beside the database that a killed program has left. */
function strayFiles(database) {
  const [uploads, copies] = [`${database}-uploads`, `${database}-copies`].map((path) =>
    existsSync(path)
      ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      : [],
  );
  return [...uploads, ...copies.filter(({ name }) => name.includes('.partial'))].map(
    ({ name }) => `${name} was left behind`,
  );
}

function lastBitext(database) {
  return rowsOf(database, 'SELECT coalesce(max(id), 0) AS id FROM bitext')[0].id;
}
