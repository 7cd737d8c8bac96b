/** What a form would send, without its files, by the names of its fields; of several of one name the last. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null = null): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') fields[name] = value;
  return fields;
}
