import { t } from './language.ts';

/** Says that a form is being worked on, and lets the user stop it: the server gives up with the page. */
export function showBusy(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    const waits = document.createElement('span');
    waits.className = 'waits';
    waits.setAttribute('role', 'status');
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', t('Being worked on'));
    const stop = document.createElement('button');
    stop.type = 'button';
    stop.textContent = t('Cancel');
    stop.addEventListener('click', () => {
      window.stop();
      waits.remove();
      if (!button) return;
      button.hidden = false;
      button.focus();
    });
    waits.append(bar, t('Working…'), stop);
    button?.after(waits);
    if (button) button.hidden = true;
    // What had the focus is gone.
    stop.focus();
  });
  // The browser may keep the page for its back button.
  addEventListener('pageshow', () => form.querySelector('.waits')?.remove());
}
