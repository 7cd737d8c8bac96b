import { randomUUID } from 'node:crypto';
import { asked, isClosed } from './requests.mjs';
import { rowsIn, swapped } from './rows.mjs';

const PIECE = 500;

/**
 * Somebody at a page of rows: reads them, is told of edits as they are made, and makes edits by what is seen.
 * @param say given each edit that was acknowledged, as { bitext, id }
 * @param cookie of somebody who is signed in; without one it is a browser where nobody signs in
 * @param mayConfirm whether they may confirm rows, and change confirmed ones
 */
export function openEditor({
  url,
  bitext,
  random,
  say = () => {},
  cookie = `visavis_author=${randomUUID()}`,
  mayConfirm = true,
}) {
  const headers = { accept: 'application/json', cookie, origin: url };
  const gone = new AbortController();
  const counts = { acknowledged: 0, conflicts: 0, noops: 0, notAllowed: 0, sentAgain: 0, refused: [] };
  const times = [];
  let [rows, seq, waiting] = [[], 0, []];

  async function reload() {
    const read = [];
    for (;;) {
      const { html, count } = await asked(async () => {
        const answer = await fetch(`${url}/bitexts/${bitext}/rows?at=${read.length}&count=${PIECE}`, { headers });
        if (!answer.ok) throw new Error(`Rows were answered with ${answer.status}.`);
        return answer.json();
      });
      read.push(...rowsIn(html));
      if (count < PIECE) return read;
    }
  }

  /** Reads the rows, and is told of edits from then on. */
  async function open() {
    const answer = await fetch(`${url}/bitexts/${bitext}/events`, {
      headers: { ...headers, accept: 'text/event-stream' },
      signal: gone.signal,
    });
    waiting = [];
    void follow(answer.body);
    rows = await reload();
    for (const change of waiting) take(change);
    waiting = null;
  }

  async function follow(body) {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const events = text.split('\n\n');
        text = events.pop();
        for (const event of events) {
          const data = /^data: (.*)$/mu.exec(event)?.[1];
          if (!data) continue;
          const { change } = JSON.parse(data);
          if (waiting) waiting.push(change);
          else take(change);
        }
      }
    } catch {
      // The server was killed, or the page was closed.
    }
  }

  function take(change) {
    seq = Math.max(seq, change.seq);
    rows = swapped(rows, change);
  }

  async function send(path, body) {
    const id = randomUUID();
    const begun = performance.now();
    const { ok, status, text } = await delivered(`${url}/bitexts/${bitext}/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, id }),
    });
    times.push(performance.now() - begun);
    if (ok) {
      counts.acknowledged += 1;
      say({ bitext, id });
      return JSON.parse(text);
    }
    if (status === 409) counts.conflicts += 1;
    else if (status === 400) counts.noops += 1;
    // Somebody else has confirmed the row meanwhile.
    else if (status === 403 && !mayConfirm) counts.notAllowed += 1;
    else counts.refused.push(`${status} ${text.slice(0, 300)}`);
    return null;
  }

  /** As the page does it: what a closed connection has kept from the server is sent again, under the same id. */
  async function delivered(address, letter) {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(address, letter);
        return { ok: answer.ok, status: answer.status, text: await answer.text() };
      } catch (error) {
        if (!isClosed(error) || tries === 2) throw error;
        counts.sentAgain += 1;
      }
    }
  }

  /** One edit by chance. */
  async function edit() {
    const at = random.below(rows.length);
    const row = rows[at];
    if (!row || (!mayConfirm && isConfirmed(row))) return;
    const chosen = random.next();
    if (chosen < 0.08) return void (await send('undo', {}));
    if (chosen < 0.11) return void (await send('redo', {}));
    const operation = operationOn(random, row, mayConfirm);
    const neighbours = rows.slice(Math.max(0, at - 1), at + 2);
    const seen = Object.fromEntries(neighbours.map(({ id, key }) => [id, key]));
    const answer = await send('edits', { ...operation, seen });
    // Who has no live events sees the own edits at least.
    if (answer && !waiting && gone.signal.aborted) take(answer);
  }

  return {
    open,
    edit,
    reload,
    counts,
    times,
    rows: () => rows,
    seq: () => seq,
    close: () => gone.abort(),
  };
}

function isConfirmed({ state }) {
  return state.split(' ').includes('confirmed');
}

/** What somebody might do with a row. */
function operationOn(random, { id, source, target }, mayConfirm) {
  const side = random.pick(['source', 'target']);
  const segments = { source, target }[side];
  const one = random.pick(segments);
  const kind = random.next();
  if (!one || kind < 0.3) {
    const status = random.pick([...(mayConfirm ? ['confirmed'] : []), 'proposed', 'flagged', 'excluded']);
    return { action: 'setStatus', beads: [id], status, note: `seen ${random.below(1e6)}` };
  }
  const segment = { side, segment: one.id };
  if (kind < 0.55) return { action: 'rewrite', ...segment, text: `${one.text.slice(0, 200)} ${random.below(1e6)}` };
  if (kind < 0.65) return { action: 'merge', bead: id };
  if (kind < 0.72) return { action: 'splitRow', bead: id, ...segment };
  if (kind < 0.78) return { action: 'swap', bead: id };
  if (kind < 0.85) return { action: 'splitSegment', ...segment, offset: 1 + random.below(one.text.length) };
  if (kind < 0.92) return { action: 'join', ...segment };
  if (kind < 0.96) return { action: 'detach', ...segment };
  return { action: 'move', ...segment, to: random.pick(['previous', 'next']) };
}
