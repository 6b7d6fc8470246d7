import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type RestartPolicy, Restarts, restartPolicy } from './restarts.ts';
import { StartFailure } from './start-failure.ts';

export interface ServiceOptions {
  readonly name: string;
  /** What node is called with. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers with 2xx while the service works. */
  readonly health: string;
  readonly restarts?: RestartPolicy;
  /** Told when the service ends by itself, is there again, or is given up. */
  readonly tell: (line: string) => void;
  /** It ended too often and is not started again. */
  readonly onGivenUp?: () => void;
}

/**
 * One service of the distributed platform, in a process of its own. One that ends although nobody stopped it is started
 * again, each time after a longer pause, and given up when it does not last.
 */
export class Service {
  readonly name: string;
  readonly #options: ServiceOptions;
  readonly #restarts: Restarts;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #wasReady = false;

  constructor(options: ServiceOptions) {
    this.name = options.name;
    this.#options = options;
    this.#restarts = new Restarts(options.restarts ?? restartPolicy);
  }

  /** Resolves once it is healthy. Throws `StartFailure`: what fails at its first start would fail at the next. */
  async start(): Promise<void> {
    await this.#untilHealthy(this.#launch());
    this.#wasReady = true;
  }

  stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    return new Promise((resolve) => {
      if (!child || hasEnded(child)) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  }

  /**
   * In a process group of its own, so that Ctrl-C reaches only this process, which stops the others in order. The channel
   * between the two tells a service when this process is gone without having stopped it.
   */
  #launch(): ChildProcess {
    const { args, env } = this.#options;
    const launched = Date.now();
    const child = spawn(process.execPath, args, {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('exit', (code, signal) => {
      if (this.#wasReady && !this.#stopping) this.#startAgain(code ?? signal, Date.now() - launched);
    });
    this.#child = child;
    return child;
  }

  #startAgain(how: number | string | null, ranFor: number): void {
    const { tell, onGivenUp } = this.#options;
    const delay = this.#restarts.delayAfter(ranFor);
    if (delay === undefined) {
      tell(`✗ ${this.name} ended (${how}) too often and is given up; the lines above say why`);
      onGivenUp?.();
      return;
    }
    tell(
      `! ${this.name} ended (${how}); it is started again in ${delay / 1000} s, and what needs it is refused meanwhile`,
    );
    this.#timer = setTimeout(() => {
      const child = this.#launch();
      this.#untilHealthy(child).then(
        () => tell(`· ${this.name} is there again`),
        // It ended once more, which is told where that is noticed; one that hangs is made to.
        () => child.kill('SIGKILL'),
      );
    }, delay);
  }

  async #untilHealthy(child: ChildProcess): Promise<void> {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
      if (hasEnded(child)) throw new StartFailure(`${this.name} did not start.`, 'The lines above say why.');
      const healthy = await fetch(this.#options.health).then(
        (response) => response.ok,
        () => false,
      );
      if (healthy) return;
    }
    throw new StartFailure(`${this.name} did not answer within two minutes.`, 'See the lines above, or try again.');
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
