import type { App } from '../app/app.ts';
import { openApp } from '../app/open-app.ts';

/** Opens a database for a command and lets go of it whatever happens. */
export async function withApp(database: string, work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp({ database });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}
