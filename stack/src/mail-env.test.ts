import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailNotSent } from '@teei/runtime/mailer';
import { afterEach, expect, it, vi } from 'vitest';
import { stackEnv } from './env.ts';
import { mailerFrom } from './mail-env.ts';
import { StartFailure } from './start-failure.ts';

afterEach(() => vi.unstubAllEnvs());

const mail = { id: 'm1', to: 'ola@acme.example', subject: 'Hello', text: 'text', html: '<p>text</p>' };

it('writes mails into files where no server is named', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'teei-mails-'));
  const mailer = mailerFrom({}, { dataFolder, production: false });
  await mailer.send(mail);
  const names = (await readdir(mailer.place)).sort();
  expect(names).toEqual([expect.stringMatching(/-m1\.html$/), expect.stringMatching(/-m1\.txt$/)]);
  expect(await readFile(join(mailer.place, names[1] ?? ''), 'utf8')).toBe(
    'To: ola@acme.example\nSubject: Hello\n\ntext',
  );
  await rm(dataFolder, { recursive: true });
});

it('sends none in production without a server, and says what is missing', async () => {
  const mailer = mailerFrom({}, { dataFolder: '/nowhere', production: true });
  expect(mailer).toMatchObject({ kind: 'none', place: expect.stringContaining('SMTP_URL') });
  await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailNotSent);
});

it('names a server without its password, and wants to know who mails are from', () => {
  const SMTP_URL = 'smtp://user:pass-word@mail.example:587';
  const settings = { dataFolder: '/nowhere', production: true };
  expect(mailerFrom({ SMTP_URL, MAIL_FROM: 'a@b.example' }, settings).place).toBe('mail.example:587');
  expect(() => mailerFrom({ SMTP_URL }, settings)).toThrow(StartFailure);
});

it.each([
  ['SMTP_URL', 'mail.example'],
  ['SMTP_URL', 'http://mail.example'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\nBcc: c@d.example'],
])('refuses %s="%s" by name', (name, value) => {
  vi.stubEnv('BASE_URL', undefined);
  vi.stubEnv(name, value);
  try {
    stackEnv();
    expect.unreachable();
  } catch (error) {
    expect((error as StartFailure).remedy).toContain(name);
  }
});
