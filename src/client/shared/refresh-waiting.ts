import { fetchPage } from './request.ts';

/** How often entries that wait are looked at, in ms. */
const EVERY_MS = 1500;

/** Shows anew the entries of the page whose alignment is not done yet, until each is. */
export function refreshWaiting(): void {
  if (!document.querySelector('[data-waits]')) return;
  setTimeout(async () => {
    const fresh = document.hidden ? null : await fetchPage(location.href, new AbortController().signal);
    if (fresh?.ok) for (const entry of document.querySelectorAll<HTMLElement>('[data-waits]')) renew(entry, fresh.page);
    refreshWaiting();
  }, EVERY_MS);
}

/** Puts what an entry is now in its place; what in it had the focus has it again. */
function renew(entry: HTMLElement, page: Document): void {
  const now = page.getElementById(entry.id);
  if (!now || now.dataset['waits'] !== undefined) return;
  const focused = entry.contains(document.activeElement) ? document.activeElement : null;
  entry.replaceWith(now);
  const same = (one: Element) => one.id === focused?.id && one.getAttribute('href') === focused.getAttribute('href');
  if (focused) [...now.querySelectorAll<HTMLElement>('a, button')].find(same)?.focus();
}
