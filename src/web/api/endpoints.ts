import { articleEndpoints } from './articles.ts';
import { bitextEndpoints } from './bitexts.ts';
import type { Endpoint } from './endpoint.ts';
import { glossaryEndpoints } from './glossary.ts';
import { rowEndpoints } from './rows.ts';
import { workEndpoints } from './work.ts';

/** Every address of the API. One with a name in it stands behind those that it would hide. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...articleEndpoints,
  ...bitextEndpoints,
  ...rowEndpoints,
  ...workEndpoints,
  ...glossaryEndpoints,
];
