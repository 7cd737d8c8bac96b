/**
 * Says above the rows which headline or subheading the rows in sight stand under, and, once the page's title is out of sight, of
 * which text they are.
 */
export function showPlaceInText(list: HTMLElement): void {
  const section = document.querySelector<HTMLElement>('#section');
  const title = document.querySelector<HTMLElement>('#context-title');
  const heading = document.querySelector('.review-title h1');
  const head = document.querySelector('.review-head');
  if (!section || !title || !heading || !head) return;

  new IntersectionObserver((seen) => {
    title.hidden = seen.some(({ isIntersecting }) => isIntersecting);
  }).observe(heading);

  let waiting = false;
  const showSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show(section, sectionAt(list, head.getBoundingClientRect().bottom), title.textContent ?? '');
    });
  };
  addEventListener('scroll', showSoon, { passive: true });
  new MutationObserver(showSoon).observe(list, { childList: true });
  showSoon();
}

/** The last heading at or above a height of the window; null where none is known. */
function sectionAt(list: HTMLElement, top: number): HTMLElement | null {
  const headings = list.querySelectorAll<HTMLElement>('.source > .heading, .source > .headline');
  let last: HTMLElement | null = null;
  for (const heading of headings) {
    // Of the row: what a row holds is laid out only where it is seen.
    if ((heading.closest('.row')?.getBoundingClientRect().top ?? 0) > top + 8) break;
    last = heading;
  }
  return last;
}

/** @param title of the text, which is not said twice */
function show(place: HTMLElement, heading: HTMLElement | null, title: string): void {
  const side = heading?.parentElement;
  const words = heading?.textContent ?? '';
  const text = words === title ? '' : words;
  if (place.textContent === text) return;
  place.textContent = text;
  place.lang = side?.lang ?? '';
  place.dir = side?.dir ?? 'auto';
}
