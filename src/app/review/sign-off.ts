import type { Bead, Bitext } from '../../core/bitext/bitext.ts';
import { rewordedBeads } from '../../core/bitext/reworded.ts';
import { Problem } from '../../core/problem.ts';
import { findAccount } from '../../store/accounts/accounts.ts';
import type { Db } from '../../store/open-store.ts';
import { deskSettings } from '../../store/workflow/desk-settings.ts';
import { wordedBy } from '../../store/workflow/workflow.ts';
import { mayAuthor } from '../accounts/authority.ts';

/**
 * What a reviser has confirmed is changed by revisers alone, and nobody else confirms; every edit passes here, undo, realignment
 * and replacement too. What is only assumed to be confirmed nobody has signed for. On a desk of four eyes nobody confirms words
 * that they have changed last.
 * @throws Problem `forbidden`
 */
export async function requireSignOff(
  tx: Db,
  id: number,
  author: string,
  { before, after }: { readonly before: Bitext; readonly after: Bitext },
): Promise<void> {
  if (await mayAuthor(tx, author, 'confirm')) return requireOthersWords(tx, id, author, { before, after });
  const [was, is] = [signedBeads(before), signedBeads(after)];
  const isTouched = [...was].some(([id, bead]) => JSON.stringify(is.get(id)) !== JSON.stringify(bead));
  const isAdded = [...is.keys()].some((id) => !was.has(id));
  if (!isTouched && !isAdded && signedTexts(before, was) === signedTexts(after, was)) return;
  throw new Problem(
    'forbidden',
    isTouched || !isAdded ? 'A row is confirmed, and only revisers change it.' : 'Only revisers confirm rows.',
    '',
    isTouched || !isAdded
      ? 'Write a comment on the row, or ask a reviser to reopen it.'
      : 'Leave the row as it is, or flag it: a reviser will look at it.',
  );
}

async function requireOthersWords(
  tx: Db,
  id: number,
  author: string,
  { before, after }: { readonly before: Bitext; readonly after: Bitext },
): Promise<void> {
  if (!(await deskSettings(tx)).fourEyes || !(await findAccount(tx, author))) return;
  const [was, is] = [signedBeads(before), signedBeads(after)];
  const reworded = new Set(rewordedBeads(before, after));
  const fresh = [...is.keys()].filter((bead) => !was.has(bead) || reworded.has(bead));
  if (fresh.length === 0) return;
  const own = await wordedBy(tx, id, fresh, author);
  if (own.size === 0 && !fresh.some((bead) => reworded.has(bead))) return;
  throw new Problem(
    'forbidden',
    'You have changed the words of a row last.',
    'On this desk somebody else confirms them.',
    'Leave the row to another reviser.',
  );
}

function signedBeads({ beads }: Bitext): Map<number, Bead> {
  return new Map(
    beads.filter(({ status, assumed }) => status === 'confirmed' && !assumed).map((bead) => [bead.id, bead]),
  );
}

/** The words of these beads, in order. */
function signedTexts(bitext: Bitext, beads: ReadonlyMap<number, Bead>): string {
  const wanted = {
    source: new Set([...beads.values()].flatMap(({ source }) => source)),
    target: new Set([...beads.values()].flatMap(({ target }) => target)),
  };
  const texts = (['source', 'target'] as const).flatMap((side) =>
    bitext[side].filter(({ id }) => wanted[side].has(id)).map(({ id, text }) => [side, id, text]),
  );
  return JSON.stringify(texts);
}
