import { dashboard } from './dashboard.ts';
import { importFile } from './import.ts';
import { live } from './live.ts';
import { type Report, report } from './report.ts';

/** `npm run bench -- NAME [--json]`: each prints ours, the peer or limit measured in the same run, and the ratio. */
const benches: Record<string, (report: Report) => Promise<void>> = { dashboard, import: importFile, live };

const args = process.argv.slice(2);
const name = args.find((arg) => !arg.startsWith('--'));
const bench = benches[name ?? ''];
if (!bench) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
  process.exit(1);
}
await bench(report(args.includes('--json')));
process.exit(0);
