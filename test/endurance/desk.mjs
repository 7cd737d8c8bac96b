import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDesk, signIn } from './desk-data.mjs';
import { openEditor } from './editor.mjs';
import { serve } from './program.mjs';
import { seeded } from './random.mjs';
import { getPage, pause, wordsOf } from './requests.mjs';
import { differenceOf } from './rows.mjs';
import { faultsOf, lostEdits, rewound, rowsOf, stateOf } from './state.mjs';
import { tmx } from './texts.mjs';

/** Articles of the desk, and rows of each. */
const [BITEXTS, ROWS] = [12, 150];
/** Who edits, by roles, and who reads: fifty in all. */
const EDITORS = [
  { count: 12, roles: ['translator'] },
  { count: 6, roles: ['reviser'] },
  { count: 2, roles: ['reviser', 'terminologist'] },
];
const READERS = [
  { count: 1, roles: ['administrator'] },
  { count: 22, roles: ['reader'] },
  { count: 4, roles: ['terminologist'] },
  { count: 3, roles: ['translator'] },
];
/** How long somebody looks before the next edit or page, on the average, in ms. */
const [EDIT_PAUSE, READ_PAUSE] = [2000, 4000];
/** How long somebody stays with one article, on the average, in ms. */
const STAY = 60_000;
/** What 99 of 100 edits may take, in ms. */
const BAR = 300;

/**
 * Fifty people with accounts at work: twenty edit, half of them at any time in one and the same article, and go on to another every
 * minute; thirty read pages, search and look at their work. At the end every acknowledged edit has to be there.
 * @param profile a folder for a CPU profile of the server; '' for none
 * @returns figures, and faults in words
 */
export async function desk({ minutes, seed, tell, profile = '' }) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-desk-'));
  const database = join(folder, 'v.sqlite');
  const [readers, editors] = [peopleOf(READERS, 'reader'), peopleOf(EDITORS, 'editor')];
  const texts = Array.from({ length: BITEXTS }, () => tmx(ROWS));
  const bitexts = await makeDesk(database, texts, [...readers, ...editors]);
  const seeds = await Promise.all(bitexts.map((id) => stateOf(database, id)));
  const server = await serve(database, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []);
  for (const person of [...readers, ...editors]) person.cookie = await signIn(server.url, person.email);
  tell(`${readers.length + editors.length} people are signed in`);

  const end = performance.now() + minutes * 60_000;
  const time = { begun: performance.now(), cpu: server.cpu() };
  const isOver = () => performance.now() > end;
  const [acknowledged, faults, pages, stays] = [[], [], [], []];
  const common = { server, bitexts, isOver, faults, pages };
  const works = [
    ...editors.map((person, i) => edits({ ...common, person, acknowledged, stays, random: seeded(seed + i) })),
    ...readers.map((person, i) => reads({ ...common, person, random: seeded(seed + 100 + i) })),
  ];
  const watch = setInterval(() => tell(`${acknowledged.length} edits, ${pages.length} pages`), 60_000);
  await Promise.all(works);
  clearInterval(watch);
  const seconds = (performance.now() - time.begun) / 1000;
  const cpu = server.cpu() - time.cpu;

  faults.push(...(await sameSeen(stays.filter(({ isLast }) => isLast).map(({ editor }) => editor))));
  const counted = stays.map(({ editor: { counts } }) => counts);
  faults.push(...counted.flatMap(({ refused }) => refused.map((one) => `an edit was refused: ${one}`)));
  for (const { editor } of stays) editor.close();
  const peak = server.peak();
  await server.stop();
  const said = server.said().replace('People sign in with their accounts.', '').trim();
  if (said) faults.push(`the server said: ${said.slice(0, 500)}`);
  faults.push(...(await faultsOf(database, { whole: true })));
  const lost = lostEdits(database, acknowledged).length;
  if (lost > 0) faults.push(`${lost} edits are lost`);
  for (const [i, id] of bitexts.entries())
    if ((await rewound(database, id)) !== seeds[i])
      faults.push(`the edits of bitext ${id} do not lead back to its beginning`);
  const unnamed = rowsOf(database, 'SELECT count(*) AS n FROM edit WHERE author NOT IN (SELECT id FROM account)')[0].n;
  if (unnamed > 0) faults.push(`${unnamed} edits are nobody's`);
  const times = stays.flatMap(({ editor }) => editor.times);
  if (shareOf(times, 0.99) >= BAR)
    faults.push(`99 of 100 edits took ${shareOf(times, 0.99)} ms, which are to be < ${BAR}`);
  if (faults.length === 0) rmSync(folder, { recursive: true });
  else tell(`The database is kept in ${folder}`);
  const sum = (name) => counted.reduce((all, counts) => all + counts[name], 0);
  const figures = {
    minutes,
    people: { editors: editors.length, readers: readers.length },
    edits: {
      acknowledged: acknowledged.length,
      ...{
        conflicts: sum('conflicts'),
        notAllowed: sum('notAllowed'),
        noops: sum('noops'),
        sentAgain: sum('sentAgain'),
      },
      lost,
      ms: waitsOf(times),
    },
    pages: { count: pages.length, ms: waitsOf(pages.map(({ ms }) => ms)), slowest: slowestOf(pages) },
    server: { cores: Math.round((100 * cpu) / seconds) / 100, peak },
  };
  return { figures, faults };
}

function peopleOf(groups, word) {
  return groups
    .flatMap(({ count, roles }) => Array.from({ length: count }, () => roles))
    .map((roles, i) => ({ name: `${word} ${i}`, email: `${word}${i}@desk.example`, roles }));
}

/** Somebody who edits one article after another. */
async function edits({ server, bitexts, person, random, isOver, acknowledged, stays, faults, pages }) {
  const { cookie, roles } = person;
  while (!isOver()) {
    // Half of them are at the same article.
    const bitext = random.next() < 0.5 ? bitexts[0] : random.pick(bitexts);
    const mayConfirm = roles.includes('reviser');
    const say = (edit) => acknowledged.push(edit);
    const editor = openEditor({ url: server.url, bitext, random, say, cookie, mayConfirm });
    const stay = { editor, isLast: false };
    stays.push(stay);
    await open({ server, cookie, faults, pages }, `/bitexts/${bitext}`);
    await editor.open();
    const until = performance.now() + STAY * (0.5 + random.next());
    while (!isOver() && performance.now() < until) {
      await pause(random.next() * 2 * EDIT_PAUSE);
      await editor.edit();
    }
    stay.isLast = isOver();
    if (!stay.isLast) editor.close();
  }
}

/** Somebody who reads, searches, and looks at their work. */
async function reads({ server, bitexts, person: { cookie }, random, isOver, faults, pages }) {
  while (!isOver()) {
    await pause(random.next() * 2 * READ_PAUSE);
    const id = random.pick(bitexts);
    const path = random.pick([
      '/',
      '/articles',
      '/work',
      '/glossary',
      '/account',
      `/?q=district+${random.below(ROWS)}`,
      `/search?q=${random.pick(['harbour', 'mayor', 'opened again', 'station'])}`,
      `/bitexts/${id}`,
      `/bitexts/${id}`,
      `/bitexts/${id}/read`,
      `/bitexts/${id}/history`,
      `/bitexts/${id}?find=district+${random.below(ROWS)}`,
      `/bitexts/${id}?show=confirmed`,
      `/bitexts/${id}/rows?at=${random.below(ROWS)}&count=50`,
    ]);
    await open({ server, cookie, faults, pages }, path);
  }
}

async function open({ server, cookie, faults, pages }, path) {
  const begun = performance.now();
  const { status, text } = await getPage(server.url, path, { accept: 'text/html, application/json', cookie });
  pages.push({ path, ms: performance.now() - begun });
  if (status !== 200) faults.push(`${path}: ${status} ${wordsOf(text)}`);
}

/** When all is quiet, what each was told of leads to the rows that are there. */
async function sameSeen(editors) {
  const sequence = () => editors.map((editor) => editor.seq()).join();
  for (let tries = 0, before = ''; tries < 100 && before !== sequence(); tries++) {
    before = sequence();
    await pause(1000);
  }
  const faults = [];
  for (const editor of editors) {
    const difference = differenceOf(editor.rows(), await editor.reload());
    if (difference) faults.push(`somebody sees other rows than are there: ${difference}`);
  }
  return faults;
}

function waitsOf(times) {
  return { p50: shareOf(times, 0.5), p99: shareOf(times, 0.99), most: shareOf(times, 1) };
}

/** The pages that took longest, each once, with how long it took in ms. */
function slowestOf(pages) {
  const most = new Map();
  for (const { path, ms } of pages) most.set(kindOf(path), Math.max(Math.round(ms), most.get(kindOf(path)) ?? 0));
  return Object.fromEntries([...most].sort((a, b) => b[1] - a[1]).slice(0, 5));
}

const kindOf = (path) => path.replaceAll(/\d+/gu, 'N').replace(/(q=).*/u, '$1…');

function shareOf(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
}
