import { parseHTML } from 'linkedom';
import { expect, it, vi } from 'vitest';

it('an error that nobody catches is shown', async () => {
  const { document } = parseHTML('<!doctype html><html lang="en"><body></body></html>') as unknown as {
    document: Document;
  };
  const page = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const { watchFaults } = await import('../../src/client/shared/faults.ts');
  watchFaults();
  const shown = () => document.querySelector('.toast')?.textContent ?? '';
  page.dispatchEvent(Object.assign(new Event('error'), { error: null }));
  expect(shown()).toBe('');
  page.dispatchEvent(Object.assign(new Event('error'), { error: new Error('no row') }));
  expect(shown()).toContain('Unexpected error in this page. Reload it and try again. (no row)');
  page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('no answer') }));
  expect(shown()).toContain('(no answer)');
});
