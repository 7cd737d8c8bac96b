import { t } from './language.ts';

/** Tells a screen reader, and nobody else. */
export function announce(text: string): void {
  const place = document.querySelector('#announce');
  if (place) place.textContent = text;
}

/** Says how many changes the server has not answered yet, where something keeps it from doing so. */
export function showWaiting(count: number, hindrance: { readonly title: string } | null): void {
  document.body.classList.toggle('saving', count > 0);
  if (hindrance) {
    const { title } = hindrance;
    showProblem(
      title
        ? t('{title} {count} changes wait here and will be sent again.', { title, count })
        : t('The server does not answer. {count} changes wait here and will be sent when it is back.', { count }),
      false,
    );
    document.querySelector('.toast')?.classList.add('waiting');
  } else if (count === 0) document.querySelector('.toast.waiting')?.remove();
}

/** Shows what went wrong until it is closed; where rows have changed, with a way to see them. */
export function showProblem(text: string, reload: boolean): void {
  document.querySelector('.toast')?.remove();
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.setAttribute('role', 'alert');
  toast.append(`${text} `);
  const button = document.createElement('button');
  button.textContent = t(reload ? 'Show the current rows' : 'Close');
  button.addEventListener('click', () => (reload ? location.reload() : toast.remove()));
  toast.append(button);
  document.body.append(toast);
}
