import type { Page } from 'playwright-core';

/** An element as a screen reader has it. */
interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  /** Of a heading. */
  readonly level: number;
}

const CONTROLS = new Set([
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'link',
  'listbox',
  'menuitem',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'tab',
  'textbox',
]);

/** Controls that have no name; a page with more or fewer first headings than one. (The order of headings is a rule of axe.) */
export async function faultsInTree(page: Page): Promise<string[]> {
  const tree = await accessibleTree(page);
  const nameless = tree
    .filter(({ role, name }) => CONTROLS.has(role) && !/[\p{L}\p{N}]/u.test(name))
    .map(({ role, name }) => `${role} “${name}” has no name`);
  const first = tree.filter(({ role, level }) => role === 'heading' && level === 1).length;
  return [...nameless, ...(first === 1 ? [] : [`${first} first headings`])];
}

/** What a screen reader reads out where it changes. */
interface LiveRegion {
  readonly role: string;
  readonly live: string;
  /** Whether it stands in another, which would read it out a second time. */
  readonly within: boolean;
}

/** The live regions of a page, by Chromium's own account. */
export async function liveRegions(page: Page): Promise<LiveRegion[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const liveOf = ({ properties }: (typeof nodes)[number]) =>
    properties?.find(({ name, value }) => name === 'live' && value.value !== 'off')?.value.value;
  const isWithin = ({ parentId = '' }: (typeof nodes)[number]): boolean => {
    const parent = byId.get(parentId);
    return parent !== undefined && (liveOf(parent) !== undefined || isWithin(parent));
  };
  return nodes.flatMap((node) => {
    const live = liveOf(node);
    return live === undefined ? [] : [{ role: String(node.role?.value), live: String(live), within: isWithin(node) }];
  });
}

/** What a screen reader is given of a page, in its order, by Chromium's own account. */
async function accessibleTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const found: AccessibleNode[] = [];
  const visit = (node: (typeof nodes)[number]): void => {
    const level = node.properties?.find((property) => property.name === 'level')?.value.value ?? 0;
    const text = (value: typeof node.role) => String(value?.value ?? '').trim();
    if (!node.ignored) found.push({ role: text(node.role), name: text(node.name), level: Number(level) });
    for (const id of node.childIds ?? []) visit(byId.get(id)!);
  };
  for (const node of nodes.filter(({ parentId }) => parentId === undefined)) visit(node);
  return found;
}
