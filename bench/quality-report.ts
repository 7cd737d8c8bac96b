import { evaluate } from '#dist/core/align/evaluate.js';
import { calibrationError, judgements, type Trial, trials } from './quality.ts';

/** Quality and calibration on all gold at hand, as Markdown. */
export async function qualityReport(): Promise<string> {
  const all = await trials();
  const groups = [...new Set(all.map((trial) => trial.group))];
  const rows = groups.map((group) => {
    const members = all.filter((trial) => trial.group === group);
    const { strict, lax } = evaluate(members);
    const accepted = acceptedAt(members, 0.99);
    return `| ${group} | ${members.length} | ${[strict.precision, strict.recall, strict.f1, lax.f1].map(digits).join(' | ')} | ${digits(calibrationError(members))} | ${Math.round(accepted * 100)} % |`;
  });
  const news = all.filter((trial) => /segmented/.test(trial.group));
  return `## Quality

| set | texts | P strict | R strict | F1 strict | F1 lax | calibration error | accepted unseen at 99 % |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

"Without lexicon" leaves the seed lexicon out, as for a language that has none.

## Each news pair, segmented

| pair | F1 strict |
|---|---|
${news.map((trial) => `| ${trial.name} (${trial.group.split(' ')[0]}) | ${digits(evaluate([trial]).strict.f1)} |`).join('\n')}

## Reliability, news pairs and text-berg-dev

| said | beads | right |
|---|---|---|
${reliability(all.filter((trial) => /segmented|^text-berg-dev$/.test(trial.group)))}
`;
}

/** What share of beads can be accepted unseen, the surest first, with at least this precision among them. */
function acceptedAt(group: readonly Trial[], precision: number): number {
  const beads = judgements(group).sort((a, b) => b.confidence - a.confidence);
  let [right, best] = [0, 0];
  beads.forEach((bead, k) => {
    if (bead.right) right += 1;
    if (right / (k + 1) >= precision) best = k + 1;
  });
  return best / beads.length;
}

function reliability(group: readonly Trial[]): string {
  const beads = judgements(group);
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = beads.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const right = inside.filter((bead) => bead.right).length;
    return `| ${bin * 10}–${bin * 10 + 10} % | ${inside.length} | ${inside.length ? digits(right / inside.length) : ''} |`;
  }).join('\n');
}

function digits(value: number): string {
  return value.toFixed(3);
}
