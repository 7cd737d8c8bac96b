import { t } from './language.ts';
import { showProblem } from './messages.ts';

/** Shows what goes wrong in a page where nothing else does: an error that nobody has caught, a promise that nobody has. */
export function watchFaults(): void {
  addEventListener('error', ({ error }) => show(error));
  addEventListener('unhandledrejection', ({ reason }) => show(reason));
}

function show(fault: unknown): void {
  // What extensions of the browser throw comes without its error.
  if (!(fault instanceof Error)) return;
  const text = t('Unexpected error in this page. Reload it and try again. ({reason})', { reason: fault.message });
  showProblem(text, false);
}
