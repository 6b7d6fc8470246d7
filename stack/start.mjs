// `npm start`: makes the clone ready, then runs the whole platform in one process, or with `distributed` in eight.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

process.stdout.write('\n  TEEI CSR Platform\n\n');
await prepare({ web: true });

const isDistributed = process.argv[2] === 'distributed';
const program = join(root, 'stack/dist', isDistributed ? 'distributed.mjs' : 'main.mjs');
const args = [
  '--enable-source-maps',
  '--max-semi-space-size=32',
  program,
  ...process.argv.slice(isDistributed ? 3 : 2),
];
const platform = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
// A terminal sends Ctrl-C to both, others a signal to this process alone. It is handed on as a word: a second signal would end the platform at once.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => platform.connected && platform.send('stop'));
platform.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
