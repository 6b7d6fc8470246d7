import type { MailLanguage } from './mail-language.ts';

export interface Letter {
  readonly language: MailLanguage;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly link: { readonly label: string; readonly url: string };
  /** Small print below: how long it is good, and what if it was not asked for. */
  readonly notes: readonly string[];
}

/** One letter as text and as plain HTML that every mail program shows: no picture, no script, nothing from elsewhere. */
export function layOutLetter({ language, subject, paragraphs, link, notes }: Letter): { text: string; html: string } {
  const text = [...paragraphs, `${link.label}:\n${link.url}`, ...notes, '—\nTEEI'].join('\n\n');
  const body = [
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escaped(subject)}</h1>`,
    ...paragraphs.map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`),
    `<p style="margin:24px 0"><a href="${escaped(link.url)}" style="background:#1f4e5f;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escaped(link.label)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:13px;color:#555555;word-break:break-all">${escaped(link.url)}</p>`,
    ...notes.map((line) => `<p style="margin:0 0 8px;font-size:13px;color:#555555">${escaped(line)}</p>`),
    '<p style="margin:24px 0 0;font-size:13px;color:#555555">TEEI</p>',
  ].join('\n');
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f2;color:#1b1b1b;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #dddad3;border-radius:8px;padding:32px">
${body}
</div>
</body>
</html>
`;
  return { text: `${text}\n`, html };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
