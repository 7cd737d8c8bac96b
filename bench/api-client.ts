import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENDPOINTS } from '#dist/web/api/endpoints.js';
import { fingerprintOf, openApi } from '#dist/web/api/openapi.js';

// Writes the types of the API's client, `src/remote/schema.ts`, from the API's document. openapi-typescript needs a TypeScript older than ours, so both are
// fetched by npx when somebody runs this: `npm run make:api-client`.

const TYPES = new URL('../../src/remote/schema.ts', import.meta.url);
const GENERATOR = ['openapi-typescript@7.13.0', 'typescript@5.9.3'];

const folder = mkdtempSync(join(tmpdir(), 'visavis-api-'));
try {
  const document = openApi(ENDPOINTS);
  const [from, to] = [join(folder, 'openapi.json'), join(folder, 'schema.ts')];
  writeFileSync(from, JSON.stringify(document));
  const packages = GENERATOR.flatMap((one) => ['--package', one]);
  // What has a default may be left out.
  const generate = ['openapi-typescript', from, '--output', to, '--default-non-nullable', 'false'];
  execFileSync('npx', ['--yes', ...packages, ...generate], { stdio: 'inherit' });
  const types = readFileSync(to, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\n/u, '');
  writeFileSync(
    TYPES,
    `// Made from the API's document by openapi-typescript: npm run make:api-client. Not to be changed by hand.\n// ${fingerprintOf(document)}\n${types}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
