import { writeFileSync } from 'node:fs';
import { blindTermsReport } from './blind-terms.ts';
import { blindBoundaryReport } from './boundary-cases.ts';
import { candidatesReport } from './candidates.ts';
import { copiedPagesReport } from './copied-pages.ts';
import { experienceReport } from './experience.ts';
import { glossaryReport } from './glossary.ts';
import { growthReport } from './growth.ts';
import { memoryReport } from './memory.ts';
import { namesReport } from './names.ts';
import { pagesReport } from './pages.ts';
import { pairingReport } from './pairing/pairing-report.ts';
import { qualityReport } from './quality-report.ts';
import { reviewerReport } from './reviewer.ts';
import { rowChecksReport } from './row-checks.ts';
import { boundaryReport, cuttingReport, detectionReport } from './sentences.ts';
import { serverReport } from './server.ts';
import { termsReport } from './terms.ts';

// Prints the tables of quality, calibration, speed and growth, and keeps them in bench/results.md.
// `npm run bench -- quality`, `-- sentences`, `-- terms`, `-- checks`, `-- reviewer`, `-- pages`, `-- copied`, `-- pairing`, `-- experience`, `-- memory`, `-- server` or `-- growth` runs one part; `-- growth 100000` sets the largest text;
// `-- terms kept`, `-- copied kept`, `-- checks kept`, `-- pairing kept` and `-- sentences kept` count what is only ever counted, too.

const [part = 'all', largest = part === 'server' ? '200000' : '10000', only = ''] = process.argv.slice(2);
const kept = largest === 'kept';
const reports: string[] = [];
if (part === 'all' || part === 'quality') reports.push(await qualityReport());
if (part === 'all' || part === 'sentences')
  reports.push(boundaryReport(), await blindBoundaryReport(kept), await detectionReport(), cuttingReport());
if (part === 'all' || part === 'terms')
  reports.push(termsReport(), namesReport(), await candidatesReport(), await glossaryReport());
if (part === 'all' || part === 'terms') reports.push(await blindTermsReport(kept));
if (part === 'all' || part === 'checks') reports.push(rowChecksReport(kept));
if (part === 'all' || part === 'reviewer') reports.push(await reviewerReport());
if (part === 'all' || part === 'pages') reports.push(await pagesReport());
if (part === 'all' || part === 'experience') reports.push(experienceReport());
if (part === 'all' || part === 'copied') reports.push(await copiedPagesReport(kept));
if (part === 'all' || part === 'pairing') reports.push(await pairingReport(kept));
if (part === 'all' || part === 'memory') reports.push(await memoryReport());
if (part === 'all' || part === 'server')
  reports.push(await serverReport(part === 'all' ? 200_000 : Number(largest), only));
if (part === 'all' || part === 'growth') reports.push(await growthReport(Number(largest)));
const text = `# Measured\n\n${reports.join('\n')}`;
console.log(text);
if (part === 'all') writeFileSync(new URL('../../bench/results.md', import.meta.url), text);
