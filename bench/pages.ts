import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { App } from '#dist/app/app.js';
import { importMemory } from '#dist/app/import/import-memory.js';
import { openApp } from '#dist/app/open-app.js';
import { editBitext } from '#dist/app/review/edit-bitext.js';
import { undoEdit } from '#dist/app/review/undo-edit.js';
import { listen } from '#dist/web/listen.js';
import { madeTexts } from './made-texts.ts';

const SIZES = [50, 5000, 20_000] as const;
const EDITS = 200;
const KEYS = 40;

/**
 * The review page in Chromium over bitexts of several lengths: what the server
 * and the screen take for an edit, and how a long text opens and scrolls.
 */
export async function pagesReport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
  const app = await openApp({ database: join(folder, 'bench.sqlite') });
  const { url, stop } = await listen(app, { port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const lines: string[] = [];
  try {
    for (const size of SIZES) {
      const id = await stored(app, folder, size);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const address = `${url}bitexts/${id}`;
      const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
      const server = await editTimes(app, id);
      const first = await firstRow(page, address);
      const longest = await scrollThrough(page);
      await page.goto(address);
      await page.waitForSelector('.row.current');
      const keys = await keyTimes(page);
      const cells = [
        size,
        `${Math.round(bytes / 1024)} KB`,
        ms(first),
        ms(longest),
        ms(at(server, 0.5)),
        ms(at(server, 0.99)),
        ms(at(keys, 0.5)),
        ms(at(keys, 0.95)),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
      await page.close();
    }
  } finally {
    await browser.close();
    await stop();
    rmSync(folder, { recursive: true });
  }
  return `## The review page

Chromium and the server on the same machine. An edit is a merge, and its undo. "Longest task" is that of the page while
it is scrolled from end to end, by the browser's own count (tasks under 50 ms are not counted).

| rows | page as sent | first row | longest task | edit on the server, median | 99th percentile | key to changed row, median | 95th percentile |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

/** Stores made texts as a memory with proposed rows. */
async function stored(app: App, folder: string, size: number): Promise<number> {
  const { source, target } = madeTexts(size, { gaps: 0 });
  const units = source.slice(0, size).map((text, i) => {
    const variants = `<tuv xml:lang="en"><seg>${text}</seg></tuv><tuv xml:lang="fr"><seg>${target[i] ?? text}</seg></tuv>`;
    return `<tu><prop type="x-status">proposed</prop><prop type="x-confidence">${i % 9 === 0 ? 0.6 : 0.97}</prop>${variants}</tu>`;
  });
  const file = join(folder, `${size}.tmx`);
  const xml = `<tmx version="1.4"><header srclang="en"/><body>${units.join('\n')}</body></tmx>`;
  writeFileSync(file, xml);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(xml);
  }
  return (await importMemory(app, { name: file, pieces: pieces() })).id;
}

async function editTimes(app: App, id: number): Promise<number[]> {
  const beads = await app.store.db.selectFrom('bead').select('id').where('bitext_id', '=', id).execute();
  const times: number[] = [];
  for (let k = 0; k < EDITS; k++) {
    const bead = beads[(k * 7919) % (beads.length - 1)]!.id;
    const request = () => ({ clientId: randomUUID(), author: 'bench' });
    for (const work of [
      () => editBitext(app, id, { ...request(), operation: { action: 'merge', bead } }),
      () => undoEdit(app, id, request()),
    ]) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
  }
  return times;
}

async function firstRow(page: Page, address: string): Promise<number> {
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('.row.current');
  return performance.now() - start;
}

async function scrollThrough(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    }).observe({ type: 'longtask' });
    for (let step = 0; step <= 60; step++) {
      scrollTo(0, (document.documentElement.scrollHeight * step) / 60);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return longest;
  });
}

/** From a key to the row on screen, by the page's own clock. */
async function keyTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let k = 0; k < KEYS; k++) {
    const time = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener(
            'keydown',
            () => {
              const start = performance.now();
              new MutationObserver((_changes, observer) => {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
              }).observe(document.querySelector('.rows')!, { childList: true });
            },
            { capture: true, once: true },
          );
        }),
    );
    await page.waitForTimeout(30);
    await page.keyboard.press(k % 2 === 0 ? 'm' : 'Control+z');
    times.push(await time);
    await page.waitForTimeout(50);
  }
  return times;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function ms(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}
