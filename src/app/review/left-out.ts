import type { Side } from '../../core/bitext/bitext.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { type App, headOf } from '../app.ts';
import { CHOSEN_BY_HAND } from '../import/article-intake.ts';
import { revisionOf, type UpdatedTexts, type UpdateTurn, updateTexts } from './update-texts.ts';

/** A line that stays with its article but out of the alignment. */
export interface LeftOutLine {
  /** Its number among the blocks of its side, from 0. */
  readonly block: number;
  readonly text: string;
  readonly reason: Message | null;
}

export type LeftOutLines = Readonly<Record<Side, readonly LeftOutLine[]>>;

/** The lines that were left out of both texts of a bitext, in their order. */
export async function leftOutLines(app: App, id: number): Promise<LeftOutLines> {
  const { sourceRevision, targetRevision } = await headOf(app, id);
  const linesOf = async (revision: number) => {
    const { text, blocks } = await revisionOf(app, revision);
    return blocks.flatMap(({ start, end, kind, reason }, block) =>
      kind === 'boilerplate' ? [{ block, text: text.slice(start, end), reason }] : [],
    );
  };
  return { source: await linesOf(sourceRevision), target: await linesOf(targetRevision) };
}

/**
 * Takes a line that was left out into the text, as a new row near its place: a new version
 * of the texts, into which reviewed rows are carried over.
 * @throws Problem `not-found` where no line of that number was left out
 */
export async function putBack(
  app: App,
  id: number,
  { side, block }: { readonly side: Side; readonly block: number },
  turn: UpdateTurn,
): Promise<UpdatedTexts> {
  const head = await headOf(app, id);
  const article = await revisionOf(app, side === 'source' ? head.sourceRevision : head.targetRevision);
  if (article.blocks[block]?.kind !== 'boilerplate') {
    throw new Problem(
      'not-found',
      'This line was not left out.',
      msg('The text has no such line with the number {line}.', { line: String(block + 1) }),
      'Reload the page and try again.',
    );
  }
  const blocks = article.blocks.map((one, k) =>
    k === block ? { ...one, kind: 'body' as const, reason: CHOSEN_BY_HAND } : one,
  );
  return updateTexts(app, id, { [side]: { ...article, blocks } }, turn);
}
