import { LINE_STATES, type PageModel, type PageModels } from '../core/text/page/page-model.ts';
import { type Check, hasShape, list, record, shape } from './shape.ts';

const weight: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'is not a number');
const weights = list(weight, LINE_STATES.length, LINE_STATES.length);
const model = {
  start: weights,
  transitions: list(weights, LINE_STATES.length, LINE_STATES.length),
  features: record(weights),
  scale: weight,
};

/** The file that `npm run train:pages` writes. */
export const pageModelFile = hasShape<PageModels>({
  single: shape<PageModel & { readonly scale: number }>(model),
  paired: shape<PageModel & { readonly scale: number }>(model),
});
