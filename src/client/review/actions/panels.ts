import type { Group } from '../../../core/bitext/regroup.ts';
import type { RealignRange } from '../../../core/wire/edits.ts';
import type { RowExplanation } from '../../../core/wire/rows.ts';
import { ask } from '../../shared/ask.ts';
import { t } from '../../shared/language.ts';
import { announce, readOut } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import { closeMatches, showMatches } from '../memory-panel.ts';
import { showProposal } from '../proposal-panel.ts';
import { closeWhy, showWhy } from '../why-panel.ts';
import { atCursor, beadOf, followOf, type Parts } from './at-cursor.ts';

/** What is shown below a row, and what is taken from there. */
export function panelActions(parts: Parts) {
  const { list, bitext, cursor, selection, sync, cards } = parts;
  const { onRow, edit } = atCursor(parts);

  async function showCard({ row }: Cursor): Promise<void> {
    const card = await cards.next(row);
    if (card === null) announce(t('No glossary term in this row.'));
    else readOut(card);
  }

  async function realign(at: Cursor): Promise<void> {
    const rows = selection.rows();
    const [first, last] = [rows[0], rows.at(-1)];
    const range: RealignRange =
      first && last && first !== last ? { bead: beadOf(first), to: beadOf(last) } : { bead: beadOf(at.row) };
    announce(t('Aligning again…'));
    const proposal = await ask('GET /bitexts/:id/realign', { id: bitext }, range);
    if (!proposal) return;
    const taken = await showProposal(at.row, proposal);
    selection.clear();
    if (!taken) return cursor.place(at.segment);
    await sync.post('POST /bitexts/:id/realign', { ...range, key: proposal.key }, followOf(at));
  }

  async function explain(at: Cursor): Promise<void> {
    const shown = at.row.querySelector('.why') !== null;
    closeWhy();
    if (shown) return;
    const explanation = await why(at);
    if (!explanation) return;
    showWhy(at.row, explanation, () => void takeAlternative(at));
    const panel = at.row.querySelector('.why');
    // Below it there may be no room.
    panel?.scrollIntoView({ block: 'nearest' });
    readOut(panel?.textContent ?? '');
  }

  function why({ row }: Cursor): Promise<RowExplanation | null> {
    return ask('GET /bitexts/:id/rows/:bead/why', { id: bitext, bead: beadOf(row) });
  }

  /** Rows that come of it stay chosen: who has read the passage confirms all of it with one key. */
  async function takeAlternative(at: Cursor): Promise<void> {
    const explanation = await why(at);
    if (!explanation) return;
    const { alternative, beads } = explanation;
    if (!alternative) return announce(t('No alternative for this passage.'));
    const rows = beads.flatMap((bead) => document.getElementById(`b${bead}`) ?? []);
    const { groups } = alternative;
    if (!(await edit({ action: 'regroup', beads, groups }, at, rows)) || groups.length < 2) return;
    selection.choose(groups.flatMap((group) => rowOf(group) ?? []));
    announce(t('Alternative used. Enter confirms its {count} rows.', { count: groups.length }), 'undo');
  }

  function rowOf({ source, target }: Group): HTMLElement | null {
    const [side, id] = source[0] === undefined ? ['target', target[0]] : ['source', source[0]];
    return list.querySelector<HTMLElement>(`.row:has(.${side} > [data-id="${id}"])`);
  }

  async function lookUp({ row }: Cursor): Promise<void> {
    if (closeMatches(row)) return;
    const answer = await ask('GET /bitexts/:id/rows/:bead/memory', { id: bitext, bead: beadOf(row) });
    if (!answer) return;
    showMatches(row, answer);
    readOut(row.querySelector('.memory')?.textContent ?? '');
  }

  return {
    termCard: () => onRow((at) => void showCard(at)),
    realign: () => onRow((at) => void realign(at)),
    why: () => onRow((at) => void explain(at)),
    useAlternative: () => onRow((at) => void takeAlternative(at)),
    memory: () => onRow((at) => void lookUp(at)),
  };
}
