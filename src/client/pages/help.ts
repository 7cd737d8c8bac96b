import { keysTable } from '../keys.ts';

document.querySelector('#keys-table')?.replaceChildren(keysTable());
