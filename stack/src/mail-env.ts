import { join } from 'node:path';
import { folderMailer, type Mailer, noMailer, smtpMailer } from '@teei/runtime/mailer';
import { z } from 'zod';
import { StartFailure } from './start-failure.ts';

/** A compose file hands down what is not set as an empty text. */
const emptyAsUnset = (value: unknown): unknown => (value === '' ? undefined : value);

export const mailEnv = {
  SMTP_URL: z.preprocess(
    emptyAsUnset,
    z
      .url({ protocol: /^smtps?$/, error: 'must be a URL such as smtp://user:password@mail.example.com:587' })
      .optional(),
  ),
  MAIL_FROM: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .regex(/^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, 'must be like "TEEI <no-reply@example.com>"')
      .optional(),
  ),
};

interface MailSettings {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
}

/** A mail server where one is named; else a folder, and in production nothing: there a mail in a file would be a lost one. */
export function mailerFrom(
  { SMTP_URL, MAIL_FROM }: MailSettings,
  { dataFolder, production }: { readonly dataFolder: string; readonly production: boolean },
): Mailer {
  if (SMTP_URL === undefined) return production ? noMailer() : folderMailer(join(dataFolder, 'mails'));
  if (MAIL_FROM === undefined) {
    throw new StartFailure(
      'SMTP_URL is set, but not who the mails are from.',
      'Set MAIL_FROM, such as "TEEI <no-reply@example.com>".',
    );
  }
  return smtpMailer(SMTP_URL, MAIL_FROM);
}
