import { watchFaults } from '../shared/faults.ts';
import { refreshWaiting } from '../shared/refresh-waiting.ts';

watchFaults();

refreshWaiting();
