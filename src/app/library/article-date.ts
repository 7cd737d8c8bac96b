import { isDate } from '../../core/glossary/holders.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { dayOf, setDay } from '../../store/articles.ts';
import { type App, headOf } from '../app.ts';

/** The day of a bitext's article, by which posts are checked and uses are counted; empty where it is not known. */
export function dateOfBitext({ store }: Pick<App, 'store'>, id: number): Promise<string> {
  return dayOf(store.db, id);
}

/**
 * Sets the day of a bitext's source article; an empty one takes it away.
 * @param day ISO 8601, such as 2024-01-16
 * @throws Problem `not-found`; `bad-input` where it is no day
 */
export async function setDateOfBitext(app: App, id: number, day: string): Promise<void> {
  await headOf(app, id);
  if (day !== '' && (day.length !== 10 || !isDate(day))) {
    throw new Problem('bad-input', msg('“{day}” is not a day.', { day }), '', 'Write it as 2024-01-16.');
  }
  await app.store.transaction((tx) => setDay(tx, id, day));
}
