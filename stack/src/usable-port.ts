import { createServer } from 'node:net';
import { StartFailure } from './start-failure.ts';

/** The port, or a free one for 0. Found out before anything is started, so that a taken port costs no work. Throws `StartFailure`. */
export function usablePort(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
      reject(
        new StartFailure(
          `Port ${port} ${reason}.`,
          `Stop what listens there, or choose another: npm start -- --port ${port + 1}`,
        ),
      );
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : port));
    });
  });
}
