import { newId } from '@teei/runtime/id';
import type { MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

const change = /* GraphQL */ `
  mutation ($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) { __typename ... on Refused { code } ... on MemberRoleChanged { member { id role } } }
  }
`;
const remove = /* GraphQL */ `
  mutation ($input: RemoveMemberInput!) {
    removeMember(input: $input) { __typename ... on Refused { code } ... on MemberRemoved { memberId } }
  }
`;

let scene: ProfileScene;
let companyId: string;
let admin: MemberViewer;
let user: MemberViewer;
let platformAdmin: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
});

beforeEach(async () => {
  companyId = await scene.platform.addCompany('Acme');
  admin = await scene.addMember(companyId, 'COMPANY_ADMIN');
  user = await scene.addMember(companyId, 'COMPANY_USER');
  platformAdmin = await scene.addMember(companyId, 'PLATFORM_ADMIN');
});

afterAll(() => scene.close());

async function changeRole(viewer: MemberViewer, memberId: string, role: string) {
  const { data, errors } = await scene.ask(viewer, change, { input: { memberId, role } });
  expect(errors).toBeUndefined();
  return data.changeMemberRole;
}

async function removeMember(viewer: MemberViewer, memberId: string) {
  const { data, errors } = await scene.ask(viewer, remove, { input: { memberId } });
  expect(errors).toBeUndefined();
  return data.removeMember;
}

async function roleOf({ memberId }: MemberViewer): Promise<string | undefined> {
  return (await scene.platform.sql.query('SELECT role FROM profile.member WHERE id = $1', [memberId])).rows[0]?.role;
}

describe('changeMemberRole', () => {
  it('gives a role, and tells the router and the audit log', async () => {
    const changed = { __typename: 'MemberRoleChanged', member: { id: user.memberId, role: 'ANALYST' } };
    expect(await changeRole(admin, user.memberId, 'ANALYST')).toEqual(changed);
    expect(await roleOf(user)).toBe('ANALYST');
    const { memberId, userId } = user;
    expect(await scene.events(companyId)).toMatchObject([
      { type: 'profile.member.changed', subject: memberId, data: { memberId, userId, role: 'ANALYST' } },
      {
        type: 'audit.recorded',
        data: {
          action: 'member.roleChanged',
          actor: `member:${admin.memberId}`,
          target: memberId,
          detail: { from: 'COMPANY_USER', to: 'ANALYST' },
        },
      },
    ]);
  });

  it('tells nobody of a role that the member has already', async () => {
    expect(await changeRole(admin, user.memberId, 'COMPANY_USER')).toMatchObject({ __typename: 'MemberRoleChanged' });
    expect(await scene.events(companyId)).toEqual([]);
  });

  it("changes nobody's own role", async () => {
    await scene.addMember(companyId, 'COMPANY_ADMIN');
    expect(await changeRole(admin, admin.memberId, 'ANALYST')).toMatchObject({ code: 'MEMBER_IS_YOURSELF' });
  });

  it('keeps the last admin', async () => {
    expect(await changeRole(platformAdmin, admin.memberId, 'ANALYST')).toMatchObject({ code: 'LAST_COMPANY_ADMIN' });
    const second = await scene.addMember(companyId, 'COMPANY_ADMIN');
    expect(await changeRole(platformAdmin, second.memberId, 'ANALYST')).toMatchObject({
      __typename: 'MemberRoleChanged',
    });
    expect(await roleOf(admin)).toBe('COMPANY_ADMIN');
  });

  it('counts the admins of this company alone', async () => {
    await scene.addMember(await scene.platform.addCompany('Borealis'), 'COMPANY_ADMIN', platformAdmin.userId);
    expect(await changeRole(platformAdmin, admin.memberId, 'ANALYST')).toMatchObject({ code: 'LAST_COMPANY_ADMIN' });
  });

  it('keeps one of two admins who demote each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const company = await scene.platform.addCompany(`Round ${round}`);
      const one = await scene.addMember(company, 'COMPANY_ADMIN');
      const other = await scene.addMember(company, 'COMPANY_ADMIN');
      await Promise.all([changeRole(one, other.memberId, 'ANALYST'), changeRole(other, one.memberId, 'ANALYST')]);
      expect([await roleOf(one), await roleOf(other)].sort()).toEqual(['ANALYST', 'COMPANY_ADMIN']);
    }
  });

  it('leaves platform admins to platform admins', async () => {
    expect(await changeRole(admin, user.memberId, 'PLATFORM_ADMIN')).toMatchObject({ code: 'ROLE_NOT_YOURS_TO_GIVE' });
    expect(await changeRole(admin, platformAdmin.memberId, 'ANALYST')).toMatchObject({
      code: 'MEMBER_IS_PLATFORM_ADMIN',
    });
    expect(await changeRole(platformAdmin, user.memberId, 'PLATFORM_ADMIN')).toMatchObject({
      __typename: 'MemberRoleChanged',
    });
  });

  it('is closed to those who may not write members', async () => {
    const { data, errors } = await scene.ask(user, change, { input: { memberId: admin.memberId, role: 'ANALYST' } });
    expect(data).toEqual({ changeMemberRole: null });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

describe('removeMember', () => {
  it('removes a member, and tells the router and the audit log', async () => {
    const { memberId, userId } = user;
    expect(await removeMember(admin, memberId)).toEqual({ __typename: 'MemberRemoved', memberId });
    expect(await roleOf(user)).toBeUndefined();
    expect(await scene.events(companyId)).toMatchObject([
      { type: 'profile.member.removed', subject: memberId, data: { memberId, userId } },
      {
        type: 'audit.recorded',
        data: { action: 'member.removed', target: memberId, detail: { role: 'COMPANY_USER' } },
      },
    ]);
  });

  it('keeps oneself, the last admin and platform admins', async () => {
    expect(await removeMember(admin, admin.memberId)).toMatchObject({ code: 'MEMBER_IS_YOURSELF' });
    expect(await removeMember(platformAdmin, admin.memberId)).toMatchObject({ code: 'LAST_COMPANY_ADMIN' });
    expect(await removeMember(admin, platformAdmin.memberId)).toMatchObject({ code: 'MEMBER_IS_PLATFORM_ADMIN' });
    expect(await scene.events(companyId)).toEqual([]);
  });
});

describe("another company's member", () => {
  it('is answered like an unknown one, also when it is the viewer in their other company', async () => {
    const borealis = await scene.platform.addCompany('Borealis');
    const foreign = await scene.addMember(borealis, 'ANALYST');
    const ownElsewhere = await scene.addMember(borealis, 'ANALYST', admin.userId);
    for (const id of [foreign.memberId, ownElsewhere.memberId, newId(), 'no id at all']) {
      expect(await changeRole(admin, id, 'REVIEWER')).toEqual({ __typename: 'Refused', code: 'MEMBER_NOT_FOUND' });
      expect(await removeMember(admin, id)).toEqual({ __typename: 'Refused', code: 'MEMBER_NOT_FOUND' });
    }
    expect([await roleOf(foreign), await roleOf(ownElsewhere)]).toEqual(['ANALYST', 'ANALYST']);
  });
});
