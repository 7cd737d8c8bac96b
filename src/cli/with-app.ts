import type { App } from '../app/app.ts';
import { type AppOptions, openApp } from '../app/open-app.ts';

/** Opens a database for a command and lets go of it whatever happens. */
export async function withApp(
  database: string,
  work: (app: App) => Promise<void>,
  options: Pick<AppOptions, 'fetching'> = {},
): Promise<void> {
  const app = await openApp({ database, ...options });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}
