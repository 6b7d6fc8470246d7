import type { Database } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import { type Logger, plainError } from '@teei/runtime/log';
import { createLoop } from '@teei/runtime/loop';
import type { MailLanguage } from '@teei/runtime/mail-language';
import { type Mailer, MailNotSent } from '@teei/runtime/mailer';
import type { Sealer, SecretPlace } from '@teei/runtime/sealed-secret';
import type { AccountAudit } from './account-audit.ts';
import { resetLetter } from './reset-letter.ts';

/** Mails with which somebody chooses a new password. They wait in a table, so that none is lost with a process. */
export interface ResetMails {
  /** Resolves once the mail cannot be lost. More than a few an hour for one person are not sent, and nobody is told. */
  ask(mail: { readonly userId: string; readonly token: string; readonly language: MailLanguage }): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

interface ResetMailHost {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly sealer: Sealer;
  readonly baseUrl: string;
  readonly audit: AccountAudit;
  readonly log: Logger;
}

export function createResetMails(host: ResetMailHost): ResetMails {
  const { database, sealer, audit } = host;
  const loop = createLoop('reset mails', () => sendNext(host), host.log);
  return {
    ask: async ({ userId, token, language }) => {
      const id = newId();
      const { rowCount } = await database.pool.query({
        name: 'reset-mail-ask',
        text: askText,
        values: [id, userId, sealer.seal(token, placeOf(id)), language, mostAnHour],
      });
      if (!rowCount) return;
      loop.wake();
      await audit.note(userId, 'password.resetAsked');
    },
    start: loop.start,
    stop: loop.stop,
  };
}

const mostAnHour = 5;
/** As long as the link in it is good. */
const longestMinutes = 60;

const askText = `INSERT INTO identity.reset_mail (id, user_id, sealed_token, language)
  SELECT $1, $2, $3, $4 WHERE (
    SELECT count(*) FROM identity.reset_mail WHERE user_id = $2 AND asked_at > now() - interval '1 hour') < $5`;

/** Whoever takes a mail has a minute for it, longer than any server is waited for; then somebody else tries. */
const takeText = `UPDATE identity.reset_mail m SET attempts = attempts + 1, due_at = now() + interval '1 minute'
  FROM identity."user" u
  WHERE u.id = m.user_id AND m.id = (
    SELECT id FROM identity.reset_mail WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING m.id, m.sealed_token, m.language, m.attempts, m.asked_at, u.email`;

const sentText = `UPDATE identity.reset_mail SET sent_at = now(), due_at = NULL, sealed_token = NULL WHERE id = $1`;
const givenUpText = `UPDATE identity.reset_mail SET failure = $2, due_at = NULL, sealed_token = NULL WHERE id = $1`;
const laterText = `UPDATE identity.reset_mail SET failure = $2, due_at = now() + make_interval(secs => $3) WHERE id = $1`;

interface TakenMail {
  readonly id: string;
  readonly sealed_token: string;
  readonly language: MailLanguage;
  readonly attempts: number;
  readonly asked_at: Date;
  readonly email: string;
}

/** Resolves to whether there may be more. A mail that cannot be sent stays as a dead letter with its reason for a week. */
async function sendNext({ database, mailer, sealer, baseUrl, log }: ResetMailHost): Promise<boolean> {
  const { rows } = await database.pool.query<TakenMail>({ name: 'reset-mail-take', text: takeText });
  const mail = rows[0];
  if (!mail) return false;
  try {
    const token = sealer.open(mail.sealed_token, placeOf(mail.id));
    const letter = resetLetter(mail.language, `${baseUrl}/password/new#${token}`);
    await mailer.send({ id: mail.id, to: mail.email, ...letter });
  } catch (error) {
    const reason = error instanceof MailNotSent ? error.message : 'the mail could not be made';
    const tooLate = Date.now() - mail.asked_at.getTime() > (longestMinutes - 5) * 60_000;
    if (tooLate || !(error instanceof MailNotSent) || error.final) {
      log.error(
        { error: plainError(error), reason, mailId: mail.id },
        'the mail for a new password became a dead letter',
      );
      await database.pool.query(givenUpText, [mail.id, reason]);
    } else await database.pool.query(laterText, [mail.id, reason, Math.min(2 ** mail.attempts, 300)]);
    return true;
  }
  await database.pool.query(sentText, [mail.id]);
  return true;
}

/** A user belongs to no one company. */
function placeOf(id: string): SecretPlace {
  return { companyId: '', table: 'identity.reset_mail', id };
}
