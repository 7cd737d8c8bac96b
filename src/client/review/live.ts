import type { LiveChange } from '../../core/wire/edits.ts';

/**
 * Tells of edits as they are made, while the page is seen: a browser keeps few
 * connections open, and many pages may be.
 * @param onEdit given each edit's id and what it changed
 * @param onMissed called where edits may have been missed
 */
export function followEdits(bitext: string, onEdit: (event: LiveChange) => void, onMissed: () => void): void {
  let source: EventSource | null = null;
  let broken = false;
  const follow = () => {
    source = new EventSource(`/bitexts/${bitext}/events`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      onEdit(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      broken = true;
    });
    // What others did meanwhile is not sent again.
    source.addEventListener('open', () => {
      if (broken) onMissed();
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
