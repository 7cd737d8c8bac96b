/** The rows of a page or an answer, each as far as a reader sees it. */
export function rowsIn(html) {
  return html
    .split(/(?=<li class="row )/u)
    .filter((row) => row.startsWith('<li class="row '))
    .map((row) => ({
      id: Number(first(row, /data-bead="(\d+)"/u)),
      key: first(row, /data-key="([^"]*)"/u),
      state: first(row, /<li class="row ([^"]*)"/u).trim(),
      source: segmentsIn(row, 'source'),
      target: segmentsIn(row, 'target'),
      note: first(row, /<p class="note-text">([^<]*)</u),
    }));
}

function segmentsIn(row, side) {
  const part = first(row, new RegExp(`<div class="side ${side}"([\\s\\S]*?)</div>`, 'u'));
  return [...part.matchAll(/<p class="segment [^>]*data-id="(\d+)">([\s\S]*?)<\/p>/gu)].map(([, id, text]) => ({
    id: Number(id),
    text: text.replace(/<[^>]*>/gu, ''),
  }));
}

function first(text, pattern) {
  return pattern.exec(text)?.[1] ?? '';
}

/** Rows with a change put in their place, as the page does it (client/review/row-swap.ts). */
export function swapped(rows, { removed, rows: fresh }) {
  const gone = new Set(removed);
  const at = rows.findIndex(({ id }) => gone.has(id));
  if (at < 0) return rows;
  const left = rows.filter(({ id }) => !gone.has(id));
  const before = rows.slice(0, at).filter(({ id }) => !gone.has(id)).length;
  left.splice(before, 0, ...fresh.flatMap(({ html }) => rowsIn(html)));
  return left;
}

/** Where two views of the same rows first differ, in words; null where they do not. */
export function differenceOf(one, other) {
  if (one.length !== other.length) return `${one.length} rows and ${other.length}`;
  const at = one.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(other[i]));
  return at < 0 ? null : `row ${at + 1}: ${JSON.stringify(one[at])} and ${JSON.stringify(other[at])}`;
}
