import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Mail {
  /** Names the mail to the server, so that one that is sent twice is told to be the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends one mail, or throws `MailNotSent`. Call it in a job, never in a transaction that somebody waits for. */
export interface Mailer {
  readonly kind: 'smtp' | 'folder' | 'none';
  /** Where the mails go, for whoever starts the platform; without the server's password. */
  readonly place: string;
  send(mail: Mail): Promise<void>;
  close(): void;
}

export type MailProblem = 'MAILBOX_REFUSED' | 'SERVER_UNREACHABLE' | 'NOT_SET_UP';

/** Says why by code alone: what a server answers often repeats the address. */
export class MailNotSent extends Error {
  readonly problem: MailProblem;
  /** Trying again is of no use. */
  readonly final: boolean;

  constructor(problem: MailProblem, detail: string) {
    super(`the mail was not sent: ${problem} (${detail})`);
    this.name = 'MailNotSent';
    this.problem = problem;
    this.final = problem !== 'SERVER_UNREACHABLE';
  }
}

/** Hands mails to a server: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
export function smtpMailer(url: string, from: string): Mailer {
  const { host } = new URL(url);
  const opening = openTransport(url);
  // Whoever sends first hears of it; nobody may be listening before.
  opening.catch(() => undefined);
  return {
    kind: 'smtp',
    place: host,
    send: async ({ id, to, subject, text, html }) => {
      const transport = await opening;
      try {
        // The address is a structure, not a header's text: nothing in it can become a second recipient.
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw asNotSent(error);
      }
    },
    close: () => void opening.then((transport) => transport.close()).catch(() => undefined),
  };
}

/** Writes mails into a folder, for development and the demo. */
export function folderMailer(folder: string): Mailer {
  return {
    kind: 'folder',
    place: folder,
    send: async ({ id, to, subject, text, html }) => {
      await mkdir(folder, { recursive: true });
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${id}`;
      await writeFile(join(folder, `${name}.html`), html);
      // Under its name only when it is whole: whoever looks for new mails looks for these.
      const file = join(folder, `${name}.txt`);
      await writeFile(`${file}.part`, `To: ${to}\nSubject: ${subject}\n\n${text}`);
      await rename(`${file}.part`, file);
    },
    close: () => undefined,
  };
}

/** Refuses: production without a mail server. */
export function noMailer(): Mailer {
  return {
    kind: 'none',
    place: 'nowhere: SMTP_URL and MAIL_FROM are not set',
    send: async () => {
      throw new MailNotSent('NOT_SET_UP', 'SMTP_URL');
    },
    close: () => undefined,
  };
}

/** The library is loaded where mails go out, and nowhere else. */
async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Mails are made of text that was given: none of it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function asNotSent(error: unknown): MailNotSent {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const refusal = typeof responseCode === 'number' ? responseCode : 0;
  // RFC 5321, 4.2.1: 5yz is for good. A refused sign-in (535) is mended by whoever runs the platform, so it is tried again.
  const isForGood = refusal >= 500 && code !== 'EAUTH';
  return new MailNotSent(isForGood ? 'MAILBOX_REFUSED' : 'SERVER_UNREACHABLE', String(refusal || code || 'UNKNOWN'));
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}
