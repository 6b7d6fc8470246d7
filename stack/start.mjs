// `npm start`: makes the clone ready, then runs the whole platform in one process.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

process.stdout.write('\n  TEEI CSR Platform\n\n');
await prepare({ web: true });

const args = ['--import', 'tsx', '--max-semi-space-size=32', join(root, 'stack/src/main.ts'), ...process.argv.slice(2)];
const platform = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
// The terminal sends Ctrl-C to both; a signal from elsewhere is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => platform.kill('SIGTERM'));
platform.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
