import { newId } from '@teei/runtime/id';
import { type ApiKeyViewer, anonymous, type MemberViewer, serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

const query = /* GraphQL */ `
  {
    viewer {
      kind role scopes
      member { id name email }
      company { id name }
      companies { role company { id name members { totalCount } } }
    }
  }
`;

let scene: ProfileScene;
let acme: string;
let borealis: string;
let kari: MemberViewer;
let kariInBorealis: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
  acme = await scene.platform.addCompany('Acme');
  borealis = await scene.platform.addCompany('Borealis');
  await scene.platform.addCompany('Cirrus');
  kari = await scene.addMember(acme, 'COMPANY_ADMIN', 'kari');
  kariInBorealis = await scene.addMember(borealis, 'ANALYST', 'kari');
  await scene.addMember(borealis, 'COMPANY_ADMIN');
});

afterAll(() => scene.close());

describe('viewer', () => {
  it('is the member, with all companies that they belong to', async () => {
    const { data, errors } = await scene.ask(kari, query);
    expect(errors).toBeUndefined();
    expect(data.viewer).toMatchObject({
      kind: 'MEMBER',
      role: 'COMPANY_ADMIN',
      scopes: [...kari.scopes].sort(),
      member: { id: kari.memberId, name: 'Name of kari', email: 'kari@example.org' },
      company: { id: acme, name: 'Acme' },
      companies: [
        { role: 'COMPANY_ADMIN', company: { id: acme, name: 'Acme', members: { totalCount: 1 } } },
        { role: 'ANALYST', company: { id: borealis, name: 'Borealis', members: null } },
      ],
    });
  });

  it('is an API key with its own company and no role', async () => {
    const key: ApiKeyViewer = {
      kind: 'apiKey',
      apiKeyId: newId(),
      companyId: acme,
      client: 'partner',
      scopes: new Set(['people:read', 'metrics:read']),
    };
    const { data } = await scene.ask(
      key,
      '{ viewer { kind role scopes member { id } companies { role company { id } } } }',
    );
    expect(data.viewer).toEqual({
      kind: 'API_KEY',
      role: null,
      scopes: ['metrics:read', 'people:read'],
      member: null,
      companies: [{ role: null, company: { id: acme } }],
    });
  });

  it('is nobody for a service, and refused to the anonymous', async () => {
    expect((await scene.ask(serviceViewer('programs', acme), '{ viewer { kind } }')).data).toEqual({ viewer: null });
    const { errors } = await scene.ask(anonymous, '{ viewer { kind } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

describe('a person in two companies', () => {
  it('sees in one nothing of the other', async () => {
    const { data } = await scene.ask(
      kari,
      '{ company { name members { nodes { id } } } members { totalCount nodes { id } } }',
    );
    const own = { nodes: [{ id: kari.memberId }] };
    expect(data).toEqual({ company: { name: 'Acme', members: own }, members: { totalCount: 1, ...own } });
  });

  it('finds in one no entity of the other, not even themselves or the company', async () => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Company { name } } }';
    const representations = [
      { __typename: 'Company', id: acme },
      { __typename: 'Company', id: borealis },
      { __typename: 'Member', id: kariInBorealis.memberId },
    ];
    const { data } = await scene.ask(kari, query, { representations });
    expect(data._entities).toEqual([{ __typename: 'Company', name: 'Acme' }, null, null]);
  });
});
