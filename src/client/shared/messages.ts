import { t } from './language.ts';

/** How long a message stays in sight, in ms; a problem, which is longer to read, stays longer. */
const IN_SIGHT = 10_000;
const PROBLEM_IN_SIGHT = 20_000;

/** After how long a change that is not answered yet is said to be worked on, in ms. */
const SLOW = 700;

let slow: ReturnType<typeof setTimeout> | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;

/**
 * Says what has happened, to everybody; after some seconds it is out of sight. What went wrong before is over then.
 * @param offer what can be done about it, where the page has a button for that
 */
export function announce(text: string, offer: 'undo' | 'redo' | 'all' | null = null): void {
  const place = document.querySelector<HTMLElement>('#announce');
  if (!place) return;
  place.textContent = text;
  const line = place.closest<HTMLElement>('.status-line');
  if (!line) return;
  line.classList.toggle('sr-only', text === '');
  for (const button of line.querySelectorAll<HTMLElement>('[data-offer]')) {
    button.hidden = button.dataset['offer'] !== offer;
  }
  clearTimeout(fading);
  fading = setTimeout(() => {
    if (!line.matches(':hover, :focus-within')) line.classList.add('sr-only');
  }, IN_SIGHT);
}

/** Reads out what everybody else sees already. */
export function readOut(text: string): void {
  announce(text);
  document.querySelector('.status-line')?.classList.add('sr-only');
}

/** Takes away what went wrong before, once something has been done. */
export function clearProblem(): void {
  document.querySelector('.toast.passing')?.remove();
}

/** Says how many changes the server has not answered yet, where something keeps it from doing so, and that it works where that takes long. */
export function showWaiting(count: number, hindrance: { readonly title: string } | null): void {
  document.body.classList.toggle('saving', count > 0);
  clearTimeout(slow);
  if (count > 0 && !hindrance) slow = setTimeout(() => announce(t('Working…')), SLOW);
  if (hindrance) sayHindrance(hindrance.title, count);
  else if (count === 0) document.querySelector('.toast.waiting')?.remove();
}

/** What keeps changes waiting is an alert once; how many wait is counted on in silence. */
function sayHindrance(title: string, count: number): void {
  const text = title
    ? t('{title} {count} changes wait here and will be sent again.', { title, count })
    : t('Server unreachable. {count} changes will be sent when it is back.', { count });
  const shown = document.querySelector('.toast.waiting');
  if (!shown) {
    showProblem(text, false);
    document.querySelector('.toast')?.classList.replace('passing', 'waiting');
  } else if (shown.firstChild && shown.firstChild.textContent !== `${text} `) {
    shown.setAttribute('aria-live', 'off');
    shown.firstChild.textContent = `${text} `;
  }
}

/**
 * Shows what went wrong until it is closed, something else is done, or some time has gone by; where rows have changed, with a
 * way to see them, for as long as it takes.
 */
export function showProblem(text: string, reload: boolean): void {
  document.querySelector('.toast')?.remove();
  const toast = document.createElement('div');
  toast.className = reload ? 'toast' : 'toast passing';
  toast.setAttribute('role', 'alert');
  toast.append(`${text} `);
  const button = document.createElement('button');
  button.textContent = t(reload ? 'Reload rows' : 'Close');
  const before = document.activeElement;
  button.addEventListener('click', () => {
    if (reload) return location.reload();
    toast.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  toast.append(button);
  const place = document.querySelector('.messages');
  if (place) place.prepend(toast);
  else document.body.append(toast);
  if (reload) return;
  const leave = () => {
    if (toast.matches(':hover, :focus-within, .waiting')) setTimeout(leave, PROBLEM_IN_SIGHT);
    else toast.remove();
  };
  setTimeout(leave, PROBLEM_IN_SIGHT);
}
