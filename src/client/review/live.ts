import type { LiveChange } from '../../core/wire/edits.ts';

/**
 * Tells of edits as they are made, while the page is seen: a browser keeps few
 * connections open, and many pages may be.
 * @param told given each edit's id and what it changed
 * @param missed called where edits may have been made that were not told
 */
export function followEdits(bitext: string, told: (event: LiveChange) => void, missed: () => void): void {
  let source: EventSource | null = null;
  let broken = false;
  const follow = () => {
    source = new EventSource(`/bitexts/${bitext}/events`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      told(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      broken = true;
    });
    // What others did meanwhile is not told again.
    source.addEventListener('open', () => {
      if (broken) missed();
      broken = false;
    });
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    broken = true;
    if (!document.hidden) follow();
  });
  if (!document.hidden) follow();
}
