import type { PersonClue } from '../person-clue.ts';
import type { BadgeDocument } from './badge-document.ts';

/** What a badge says of who earned it, the surest first. */
export function subjectClues({ subject }: BadgeDocument): PersonClue[] {
  const clues: PersonClue[] = [];
  for (const { identityType, identityHash, hashed, salt } of subject.identifier ?? []) {
    const isAddress = identityType === 'emailAddress' || identityType === 'email';
    if (hashed && isAddress) clues.push(...hashedAddress(identityHash, salt ?? ''));
    else if (!hashed && isAddress) clues.push({ kind: 'EMAIL', value: stored(identityHash) });
    else if (!hashed) clues.push({ kind: 'IDENTITY', value: identityHash, systems: [] });
  }
  if (subject.email) clues.push({ kind: 'EMAIL', value: stored(subject.email) });
  if (subject.id?.startsWith('mailto:'))
    clues.push({ kind: 'EMAIL', value: stored(subject.id.slice('mailto:'.length)) });
  else if (subject.id) clues.push({ kind: 'IDENTITY', value: subject.id, systems: [] });
  return clues;
}

/** Open Badges 3.0, IdentityHash: `sha256$` and the hexadecimal digest of identity and salt. */
function hashedAddress(identityHash: string, salt: string): PersonClue[] {
  const [, digest] = /^sha256\$([0-9a-fA-F]{64})$/.exec(identityHash) ?? [];
  return digest ? [{ kind: 'EMAIL_SHA256', value: digest.toLowerCase(), salt }] : [];
}

function stored(address: string): string {
  return address.trim().toLowerCase();
}
