import { type MemberViewer, type Role, scopesOfRole } from '@teei/runtime/viewer';
import { describe, expect, it } from 'vitest';
import { addressIn, refuseInvitation, refuseResending, stateOf } from './invitation-rules.ts';

const now = new Date('2026-11-21T12:00:00Z');
const before = new Date('2026-11-21T11:00:00Z');
const later = new Date('2026-11-28T12:00:00Z');
const open = { askedAt: before, expiresAt: later, round: 1, acceptedAt: null, withdrawnAt: null };
const fine = { canMail: true, isMember: false, isInvited: false, mailsInLastHour: 0 };

function as(role: Role): MemberViewer {
  return { kind: 'member', userId: 'u', memberId: 'm', companyId: 'c', role, scopes: scopesOfRole[role] };
}

describe('the state of an invitation', () => {
  it.each([
    ['PENDING', open],
    ['EXPIRED', { ...open, expiresAt: now }],
    ['ACCEPTED', { ...open, acceptedAt: before, expiresAt: now }],
    ['WITHDRAWN', { ...open, withdrawnAt: before, expiresAt: now }],
  ])('is %s', (state, invitation) => expect(stateOf(invitation, now)).toBe(state));
});

describe('an address', () => {
  it('is kept trimmed and in lower case', () => expect(addressIn('  Ola@Acme.Example ')).toBe('ola@acme.example'));
  it.each([
    '',
    'ola',
    'ola@acme',
    '@acme.example',
    'a@b@acme.example',
    'a b@acme.example',
    'a@acme.example,b@acme.example',
    'Ola <ola@acme.example>',
    'a@acme.example\nBcc: b@acme.example',
    `${'a'.repeat(250)}@acme.example`,
  ])('is not "%s"', (text) => expect(addressIn(text)).toBeUndefined());
});

describe('inviting', () => {
  it('is open to an admin, up to their own rights', () => {
    expect(refuseInvitation(as('COMPANY_ADMIN'), 'COMPANY_ADMIN', fine)).toBeUndefined();
    expect(refuseInvitation(as('COMPANY_ADMIN'), 'PLATFORM_ADMIN', fine)?.code).toBe('ROLE_NOT_YOURS_TO_GIVE');
    expect(refuseInvitation(as('PLATFORM_ADMIN'), 'PLATFORM_ADMIN', fine)).toBeUndefined();
  });
  it.each([
    ['ALREADY_MEMBER', { isMember: true }],
    ['ALREADY_INVITED', { isInvited: true }],
    ['MAIL_NOT_SET_UP', { canMail: false }],
    ['TOO_MANY_INVITATIONS', { mailsInLastHour: 50 }],
  ])('is refused with %s', (code, situation) =>
    expect(refuseInvitation(as('COMPANY_ADMIN'), 'ANALYST', { ...fine, ...situation })?.code).toBe(code),
  );
});

describe('sending again', () => {
  const admin = as('COMPANY_ADMIN');
  const known = { ...open, role: 'ANALYST' as const };
  it('renews a pending or an expired invitation', () => {
    expect(refuseResending(admin, known, fine, now)).toBeUndefined();
    expect(refuseResending(admin, { ...known, expiresAt: before }, fine, now)).toBeUndefined();
  });
  it.each([
    ['INVITATION_CLOSED', { acceptedAt: before }],
    ['INVITATION_CLOSED', { withdrawnAt: before }],
    ['INVITATION_SENT_LATELY', { askedAt: now }],
    ['INVITATION_SENT_LATELY', { round: 10 }],
    ['ROLE_NOT_YOURS_TO_GIVE', { role: 'PLATFORM_ADMIN' as const }],
  ])('is refused with %s', (code, change) =>
    expect(refuseResending(admin, { ...known, ...change }, fine, now)?.code).toBe(code),
  );
});
