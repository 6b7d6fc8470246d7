import { createHash } from 'node:crypto';

/**
 * Whether a canary scores this text: always the same answer for the same canary and text, whatever revision the text is in. Another
 * canary draws other texts, and a greater share keeps those that were drawn before.
 */
export function drawnForCanary(
  { version, share }: { readonly version: string; readonly share: number },
  textId: string,
): boolean {
  const hash = createHash('sha256').update(`${version}\n${textId}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < share;
}
