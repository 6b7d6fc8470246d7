import { freePort } from '@teei/stack/embedded-postgres';
import { SMTPServer } from 'smtp-server';
import { until } from './until.ts';

export interface ReceivedMail {
  readonly to: string;
  /** The whole message, decoded from quoted-printable. */
  readonly text: string;
  /** The token that the first link carries. */
  readonly token: string;
}

/** A real SMTP server in this process. */
export interface Mailbox {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Refuses every address that contains this text for good (550). */
  refuse(part: string): void;
  /** Answers "try again later" (451) so many times. */
  failNext(times: number): void;
  /** The newest mail to the address, once there are so many. */
  mailTo(address: string, count?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const refused: string[] = [];
  let failures = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      if (refused.some((part) => address.includes(part))) return done(answer(550, `no mailbox ${address}`));
      if (failures-- > 0) return done(answer(451, 'try again later'));
      done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const text = decoded(Buffer.concat(chunks));
        const to = envelope.rcptTo.map(({ address }) => address).join(' ');
        mails.push({ to, text, token: /\/[a-z-]+#([\w.-]{20,})/.exec(text)?.[1] ?? '' });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (part) => void refused.push(part),
    failNext: (times) => {
      failures = times;
    },
    mailTo: (address, count = 1) =>
      until(
        `mail ${count} to ${address}`,
        () => {
          const found = mails.filter(({ to }) => to === address);
          return found.length >= count && found.at(-1);
        },
        30,
      ),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function decoded(message: Buffer): string {
  const bytes = message
    .toString('latin1')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
