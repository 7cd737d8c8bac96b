import type { CompanyNow, LiveChange, LiveComment } from '../../core/wire/edits.ts';

/** What is heard of a bitext that is no edit: who else has it open, and rows of which something was said. */
export type News = CompanyNow | LiveComment;

interface Heard {
  /** Each edit's id and what it changed. */
  onEdit(event: LiveChange): void;
  onNews(news: News): void;
  /** Edits may have been missed. */
  onMissed(): void;
}

/**
 * Tells of edits as they are made, and of other people, while the page is seen: a browser keeps few
 * connections open, and many pages may be.
 * @param page this page's own name
 */
export function followEdits(bitext: string, page: string, { onEdit, onNews, onMissed }: Heard): void {
  let source: EventSource | null = null;
  let broken = false;
  const follow = () => {
    source = new EventSource(`/bitexts/${bitext}/events?page=${page}`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const heard: LiveChange | News = JSON.parse(event.data);
      if ('change' in heard) onEdit(heard);
      else onNews(heard);
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
