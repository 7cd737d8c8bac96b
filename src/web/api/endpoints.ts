import { articleRevisionEndpoints } from './article-revisions.ts';
import { articleEndpoints } from './articles.ts';
import { bitextDetailEndpoints } from './bitext-details.ts';
import { bitextEndpoints } from './bitexts.ts';
import { candidateEndpoints } from './candidates.ts';
import { checkEndpoints } from './checks.ts';
import { commentEndpoints } from './comments.ts';
import type { Endpoint } from './endpoint.ts';
import { glossariesEndpoints } from './glossaries.ts';
import { glossaryEndpoints } from './glossary.ts';
import { memoryEndpoints } from './memories.ts';
import { reviewEndpoints } from './review.ts';
import { rowEndpoints } from './rows.ts';
import { searchEndpoints } from './search.ts';
import { trashEndpoints } from './trash.ts';
import { webhookEndpoints } from './webhooks.ts';
import { workEndpoints } from './work.ts';
import { workflowEndpoints } from './workflow.ts';

/** Every address of the API. One with a name in it stands behind those that it would hide. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...articleEndpoints,
  ...articleRevisionEndpoints,
  ...memoryEndpoints,
  ...bitextEndpoints,
  ...bitextDetailEndpoints,
  ...rowEndpoints,
  ...reviewEndpoints,
  ...commentEndpoints,
  ...workEndpoints,
  ...checkEndpoints,
  ...workflowEndpoints,
  ...glossaryEndpoints,
  ...glossariesEndpoints,
  ...candidateEndpoints,
  ...searchEndpoints,
  ...trashEndpoints,
  ...webhookEndpoints,
];
