import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { COMMANDS, DOORS, MADE_FOR, OF_PROGRAMS, TYPED } from './doors.mjs';
import { openEditor } from './editor.mjs';
import { FILES } from './hostile-files.mjs';
import { command, serve } from './program.mjs';
import { seeded } from './random.mjs';
import { getPage, pause, postFiles, wordsOf } from './requests.mjs';
import { faultsOf, lostEdits } from './state.mjs';
import { article, tmx } from './texts.mjs';

/** A file is given up after so long, in ms; reading is limited to 30 s, on a busy machine to twice that. */
const PATIENCE = 240_000;
/** MB that the server may hold, its threads too: a reader may take 768 by itself, which the system does not get back at once. */
const MOST_MEMORY = 1200;
/** The longest turn of the server's own thread, in ms of CPU. */
const LONGEST_TURN = 200;

/**
 * Brings in files that were made to break a reader, each through the door that it is made for and through one more, while
 * somebody else reads and edits. @returns figures, and faults in words
 */
export async function hostile({ files, seed, only, tell }) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-hostile-'));
  const database = join(folder, 'v.sqlite');
  writeFileSync(join(folder, 'a.tmx'), tmx(300));
  const bitext = Number((await command(['import', 'a.tmx', '--db', database], folder).done).stdout);
  const texts = article(40);
  writeFileSync(join(folder, 'b.en.txt'), texts.en);
  writeFileSync(join(folder, 'b.fr.txt'), texts.fr);
  await command(['import', 'b.en.txt', 'b.fr.txt', '--from', 'en', '--to', 'fr', '--db', database], folder).done;
  writeFileSync(join(folder, 'g.csv'), 'en,fr\nharbour,port\n');
  let server = await serve(database);
  const faults = [];
  const acknowledged = [];
  const by = bystander({ server: () => server, bitext, seed, acknowledged });
  const alone = await by.while(pause(10_000));
  const figures = { files: 0, sent: 0, read: 0, refused: 0, died: 0, alone, worst: [] };
  const waits = [];
  const wanted = FILES.filter(([what, name]) => `${what} ${name}`.includes(only)).slice(0, files);
  for (const [i, [what, name, make]] of wanted.entries()) {
    const content = make();
    const others = [...Object.keys(DOORS).filter((door) => door !== 'pairs'), ...Object.keys(OF_PROGRAMS)];
    const doors = new Set([...(MADE_FOR[extname(name)] ?? ['pair']), others[i % others.length]]);
    figures.files += 1;
    for (const door of doors) {
      server.peak();
      await server.turn();
      const begun = performance.now();
      const sent =
        door in COMMANDS ? commanded(folder, database, door, name, content) : send(server, door, name, content);
      const waited = await by.while(sent);
      const said = await sent;
      const seconds = (performance.now() - begun) / 1000;
      figures.sent += 1;
      if (said.status < 400) figures.read += 1;
      else figures.refused += 1;
      waits.push(...waited.all);
      const line = `${what} (${name}) to ${door}: ${said.status} in ${seconds.toFixed(1)} s`;
      if (!server.isAlive()) {
        figures.died += 1;
        faults.push(`${line}: the server died. ${server.said().slice(-300)}`);
        tell(faults.at(-1));
        server = await serve(database);
        continue;
      }
      const [turn, peak] = [await server.turn(), server.peak()];
      if (said.fault) faults.push(`${line}: ${said.fault}`);
      if (peak > MOST_MEMORY) faults.push(`${line}: it held ${peak} MB`);
      if (turn > LONGEST_TURN) faults.push(`${line}: a turn of ${Math.round(turn)} ms of CPU`);
      figures.worst.push({ line, turn: Math.round(turn), peak, others: waited.p99 });
      tell(`${line}, ${peak} MB, turn ${Math.round(turn)} ms, others ${waited.p99} ms`);
    }
  }
  const lost = lostEdits(database, acknowledged).length;
  if (lost > 0) faults.push(`${lost} edits are lost`);
  await server.stop();
  faults.push(...(await faultsOf(database)));
  if (faults.length === 0) rmSync(folder, { recursive: true });
  const worst = (by) =>
    [...figures.worst]
      .sort((a, b) => b[by] - a[by])
      .slice(0, 8)
      .map((one) => `${one[by]}: ${one.line}`);
  const most = { turn: worst('turn'), peak: worst('peak') };
  return {
    figures: {
      ...figures,
      alone: quantiles(alone.all),
      others: quantiles(waits),
      edits: acknowledged.length,
      lost,
      worst: most,
    },
    faults,
  };
}

/** A command with a file; what would take the place of a database gets one of its own. */
async function commanded(folder, database, door, name, content) {
  writeFileSync(join(folder, name), content);
  const own = mkdtempSync(join(folder, 'own-'));
  const args = [...COMMANDS[door](name), '--db', ['copy', 'dump'].includes(door) ? join(own, 'v.sqlite') : database];
  const { kill, done } = command(args, folder);
  const late = setTimeout(kill, PATIENCE);
  const { code, signal, stderr } = await done;
  clearTimeout(late);
  rmSync(join(folder, name));
  rmSync(own, { recursive: true });
  if (signal) return { status: 0, fault: `the command ended with ${signal}` };
  if (code !== 0 && (code === 1 || code === 4 || stderr.trim() === ''))
    return { status: 500, fault: `exit ${code}: ${stderr.slice(0, 300)}` };
  return { status: code === 0 ? 200 : 422 };
}

async function send(server, door, name, content) {
  if (door in OF_PROGRAMS) return sendAsProgram(server, door, name, content);
  const [path, field, fields] = DOORS[door] ?? TYPED[door];
  const typed = door in TYPED ? { [field]: Buffer.from(content).toString() } : {};
  const files =
    door in TYPED ? [] : [[field, door === 'pairs' && !name.endsWith('.zip') ? `x.en${extname(name)}` : name, content]];
  try {
    const { status, text } = await postFiles(
      server.url,
      path,
      files,
      { ...fields, ...typed },
      AbortSignal.timeout(PATIENCE),
    );
    if (status >= 500) return { status, fault: wordsOf(text) };
    if (status >= 400 && !/problem|Code: [a-z-]+ \(/u.test(text)) return { status, fault: 'refused without a word' };
    return { status };
  } catch (error) {
    // An upload that is too large is refused before all of it has come, and the connection may end with it.
    if (error.cause?.code === 'EPIPE' || error.cause?.code === 'ECONNRESET') return { status: 413 };
    return { status: 0, fault: `no answer: ${error.message}` };
  }
}

async function sendAsProgram(server, door, name, content) {
  const [path, bodyOf] = OF_PROGRAMS[door];
  const file = {
    name: name.replace(/\W+(?=\w*\.)/gu, '-'),
    content: Buffer.from(content).toString('base64'),
    encoding: 'base64',
  };
  try {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(file)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = await answer.json().catch(() => ({}));
    if (answer.status >= 500) return { status: answer.status, fault: JSON.stringify(said).slice(0, 300) };
    if (answer.status >= 400 && !(said.title && said.code))
      return { status: answer.status, fault: 'refused without a word' };
    return { status: answer.status };
  } catch (error) {
    if (error.cause?.code === 'EPIPE' || error.cause?.code === 'ECONNRESET') return { status: 413 };
    return { status: 0, fault: `no answer: ${error.message}` };
  }
}

/** Somebody who opens the library and edits a row, again and again. */
function bystander({ server, bitext, seed, acknowledged }) {
  const random = seeded(seed);
  const say = (edit) => acknowledged.push(edit);
  const times = [];
  let editor = null;
  const timed = async (work) => {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  };

  async function turn() {
    if (editor?.url !== server().url) {
      editor = { url: server().url, ...openEditor({ url: server().url, bitext, random, say }) };
      await editor.open();
    }
    await timed(() => getPage(server().url, '/'));
    await timed(() => editor.edit());
    await pause(30);
  }

  return {
    /** @returns how long others waited while something was done */
    async while(work) {
      times.length = 0;
      let isOver = false;
      const over = Promise.resolve(work).finally(() => {
        isOver = true;
      });
      while (!isOver) await turn().catch(() => pause(100));
      await over;
      return { all: [...times], ...quantiles(times) };
    },
  };
}

function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), most: at(1) };
}
