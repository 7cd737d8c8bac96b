import { vi } from 'vitest';

const { fetch } = globalThis;

/** Addresses without a host are of this server from here on, as in a page that it has sent. */
export function pageAt(url: string): void {
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => fetch(new URL(address, url), init));
}
