import { openPairForm } from '../shared/pair-form.ts';

// A form that takes two texts, or one.
for (const form of document.querySelectorAll<HTMLFormElement>('.pair-form')) openPairForm(form);
