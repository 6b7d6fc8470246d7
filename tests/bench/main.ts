import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dashboard } from './dashboard.ts';
import { importFile } from './import.ts';
import { journey } from './journey.ts';
import { live } from './live.ts';
import { metrics } from './metrics.ts';
import { q2q } from './q2q.ts';
import { type Report, report } from './report.ts';
import { webhooks } from './webhooks.ts';

/** `npm run bench -- NAME [--json]`: each prints ours, the peer or limit measured in the same run, and the ratio. */
const benches: Record<string, (report: Report) => Promise<void>> = {
  router: routerBench,
  dashboard,
  import: importFile,
  live,
  journey,
  webhooks,
  metrics,
  q2q,
};

const args = process.argv.slice(2);
const name = args.find((arg) => !arg.startsWith('--'));
const bench = benches[name ?? ''];
if (!bench) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
  process.exit(1);
}
const json = args.includes('--json');
await bench(report(json));
process.exit(0);

/** The router's own bench measures processes it starts itself; it lives beside the router. */
function routerBench(): Promise<void> {
  const file = join(import.meta.dirname, '../../router/bench/router.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...(json ? ['--json'] : [])], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the router bench ended with ${code}`))));
  });
}
