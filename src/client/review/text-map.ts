import type { BitextMap } from '../../core/wire/rows.ts';
import { t } from '../shared/language.ts';
import { fetchAnswer } from '../shared/request.ts';

/** States by the colour they are drawn in; where rows share a line of the map, the first of them is shown. */
const COLOURS: readonly (readonly [string, string])[] = [
  ['f', '--flag'],
  ['d', '--doubt'],
  ['p', '--line'],
  ['c', '--confirmed'],
  ['x', '--quiet'],
];

/** How long after an edit the marks of a long text are asked for anew, in ms: all of it is checked for them. */
const MARKS_DELAY_MS = 60_000;

/** How long after an edit the map is asked for anew, in ms. */
const REFRESH_DELAY_MS = 600;

/**
 * A map beside the scroll bar: doubt, flags, findings, comments and progress
 * over the whole text, and which part of it is seen. A click goes there.
 */
export function openMap(bitext: string, goTo: (bead: string) => void, list: HTMLElement) {
  const canvas = document.querySelector<HTMLCanvasElement>('.map');
  const pen = canvas?.getContext('2d');
  let map: BitextMap | null = null;
  /** The rows with findings of a long text, as they were when they were last asked for. */
  let marked: ReadonlySet<number> | null = null;
  let timer = 0;
  let marksTimer = 0;

  async function load(): Promise<void> {
    const answer = await fetchAnswer('GET /bitexts/:id/map', { id: bitext });
    if (!answer || !canvas) return;
    map = answer;
    canvas.hidden = map.beads.length < 10;
    const count = (letter: string) => [...(map?.states ?? '')].filter((state) => state === letter).length;
    canvas.setAttribute(
      'aria-label',
      t('Map of the text: {rows} rows, {confirmed} confirmed, {doubtful} doubtful, {flagged} flagged', {
        rows: map.beads.length,
        confirmed: count('c'),
        doubtful: count('d'),
        flagged: count('f'),
      }),
    );
    draw();
    if (map.findings === null && !marked) await loadMarks();
  }

  async function loadMarks(): Promise<void> {
    marked ??= new Set();
    const answer = await fetchAnswer('GET /bitexts/:id/map/marks', { id: bitext });
    if (answer) marked = new Set(answer.beads);
    draw();
  }

  /** Places of rows with findings. */
  function found({ findings, beads }: BitextMap): readonly number[] {
    return findings ?? beads.flatMap((bead, place) => (marked?.has(bead) ? [place] : []));
  }

  function draw(): void {
    if (!map || !canvas || !pen || canvas.hidden) return;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const scale = devicePixelRatio;
    canvas.width = width * scale;
    canvas.height = height * scale;
    pen.scale(scale, scale);
    const colourOf = (name: string) => {
      // A canvas knows no custom properties; an element's own colour comes resolved.
      canvas.style.color = `var(${name})`;
      return getComputedStyle(canvas).color;
    };
    const palette = COLOURS.map(([letter, name]) => [letter, colourOf(name)] as const);
    const rows = map.states.length;
    const lines = Math.min(rows, Math.floor(height / 2));
    const tall = height / lines;
    for (let line = 0; line < lines; line++) {
      const part = map.states.slice(Math.floor((line * rows) / lines), Math.floor(((line + 1) * rows) / lines));
      pen.fillStyle = palette.find(([letter]) => part.includes(letter))?.[1] ?? '';
      pen.fillRect(0, line * tall, width - 4, Math.max(1, tall - (tall > 3 ? 1 : 0)));
    }
    for (const [places, colour] of [
      [found(map), '--term'],
      [map.comments, '--accent'],
    ] as const) {
      pen.fillStyle = colourOf(colour);
      for (const place of places) pen.fillRect(width - 3, (place / rows) * height, 3, Math.max(2, height / rows));
    }
    const seen = seenRows();
    if (!seen) return;
    pen.strokeStyle = colourOf('--ink');
    pen.lineWidth = 1.5;
    const top = ((seen.from - 1) / rows) * height;
    pen.strokeRect(0.75, top + 0.75, width - 1.5, Math.max(6, ((seen.to - seen.from + 1) / rows) * height) - 1.5);
  }

  /** Numbers of the first and last row in the window. */
  function seenRows(): { from: number; to: number } | null {
    const x = list.getBoundingClientRect().left + 40;
    const numberAt = (y: number) =>
      Number(document.elementFromPoint(x, y)?.closest('.row')?.querySelector('.n')?.textContent ?? 0);
    const head = document.querySelector('.review-head')?.getBoundingClientRect().bottom ?? 0;
    let from = 0;
    for (let y = Math.max(head, 0) + 4; y < innerHeight && !from; y += 24) from = numberAt(y);
    let to = 0;
    for (let y = innerHeight - 60; y > 0 && !to; y -= 24) to = numberAt(y);
    return from && to >= from ? { from, to } : null;
  }

  let drawing = false;
  const drawSoon = () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      draw();
    });
  };
  addEventListener('scroll', drawSoon, { passive: true });
  addEventListener('resize', drawSoon);
  canvas?.addEventListener('click', (event) => {
    if (!map) return;
    const place = Math.floor((event.offsetY / canvas.clientHeight) * map.beads.length);
    const bead = map.beads[Math.min(place, map.beads.length - 1)];
    if (bead !== undefined) goTo(String(bead));
  });
  // The rows first: the map can wait until the page is at rest.
  setTimeout(() => void load(), 50);
  return {
    /** Asks for the map anew, once edits have come to rest. */
    refresh(): void {
      clearTimeout(timer);
      timer = window.setTimeout(() => void load(), REFRESH_DELAY_MS);
      clearTimeout(marksTimer);
      if (marked) marksTimer = window.setTimeout(() => void loadMarks(), MARKS_DELAY_MS);
    },
  };
}
