import { ask } from '../../shared/ask.ts';
import { t } from '../../shared/language.ts';
import { announce } from '../../shared/messages.ts';
import type { Cursor } from '../cursor.ts';
import { closeMatches, type Found, showMatches } from '../memory-panel.ts';
import { type RealignProposal, showProposal } from '../proposal-panel.ts';
import { closeWhy, type Explanation, showWhy } from '../why-panel.ts';
import { atCursor, beadOf, type Parts, seenIn, segmentOf } from './at-cursor.ts';

/** What is shown below a row, and what is taken from there. */
export function panelActions(parts: Parts) {
  const { address, cursor, selection, sync, cards } = parts;
  const { onRow } = atCursor(parts);

  async function showCard({ row }: Cursor): Promise<void> {
    announce((await cards.next(row)) ?? t('No term of the glossary stands in this row.'));
  }

  async function realign(at: Cursor): Promise<void> {
    const rows = selection.rows();
    const range = rows.length > 1 ? { bead: beadOf(rows[0]!), to: beadOf(rows.at(-1)!) } : { bead: beadOf(at.row) };
    announce(t('Aligning again…'));
    const query = new URLSearchParams(range as Record<string, string>);
    const proposal = await ask<RealignProposal>(`${address}/realign?${query}`);
    if (!proposal) return;
    const taken = await showProposal(at.row, proposal);
    selection.clear();
    if (!taken) return cursor.place(at.segment);
    await sync.post('realign', { ...range, key: proposal.key }, segmentOf(at));
  }

  async function explain(at: Cursor): Promise<void> {
    const shown = at.row.querySelector('.why') !== null;
    closeWhy();
    if (shown) return;
    const explanation = await why(at);
    if (!explanation) return;
    showWhy(at.row, explanation, () => void takeAlternative(at));
    announce(at.row.querySelector('.why')?.textContent ?? '');
  }

  function why({ row }: Cursor): Promise<Explanation | null> {
    return ask<Explanation>(`${address}/rows/${beadOf(row)}/why`);
  }

  async function takeAlternative(at: Cursor): Promise<void> {
    const explanation = await why(at);
    if (!explanation) return;
    const { alternative, beads } = explanation;
    if (!alternative) return announce(t('There is no other way to read this passage.'));
    const rows = beads.flatMap((bead) => document.getElementById(`b${bead}`) ?? []);
    const body = { action: 'regroup', bead: beads, groups: alternative.groups };
    await sync.post('edits', { ...body, seen: seenIn(rows) }, segmentOf(at));
  }

  async function lookUp({ row }: Cursor): Promise<void> {
    if (closeMatches(row)) return;
    const answer = await ask<Found>(`${address}/rows/${beadOf(row)}/memory`);
    if (!answer) return;
    showMatches(row, answer);
    announce(row.querySelector('.memory')?.textContent ?? '');
  }

  return {
    termCard: () => onRow((at) => void showCard(at)),
    realign: () => onRow((at) => void realign(at)),
    why: () => onRow((at) => void explain(at)),
    useAlternative: () => onRow((at) => void takeAlternative(at)),
    memory: () => onRow((at) => void lookUp(at)),
  };
}
