import type { MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

/** What an administrator sets for the whole company. */
let scene: ProfileScene;
let companyId: string;
let admin: MemberViewer;
let reader: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
  companyId = await scene.platform.addCompany('Acme');
  admin = await scene.addMember(companyId, 'COMPANY_ADMIN');
  reader = await scene.addMember(companyId, 'COMPANY_USER');
}, 60_000);

afterAll(() => scene.close());

const ask = async (viewer: MemberViewer, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await scene.ask(viewer, query, variables);
  expect(errors).toBeUndefined();
  return data;
};

const codeFor = async (viewer: MemberViewer, query: string, variables: Record<string, unknown> = {}) =>
  (await scene.ask(viewer, query, variables)).errors?.[0]?.extensions?.code;

const audited = async () =>
  (await scene.events(companyId)).filter(({ type }) => type === 'audit.recorded').map(({ data }) => data.action);

describe('a feature', () => {
  const all = '{ companyFeatures { feature percentage membersOn members changedBy { id } } }';
  const set = `mutation ($input: SetCompanyFeatureInput!) { setCompanyFeature(input: $input) {
    __typename ... on Refused { code } ... on CompanyFeatureSet { feature { percentage membersOn } } } }`;
  const input = (percentage: number) => ({ input: { feature: 'OWN_OPERATIONS', percentage } });
  const own = async (viewer: MemberViewer) => (await ask(viewer, '{ viewer { features } }')).viewer.features;

  it('is on for everybody until an administrator says otherwise, in their company alone', async () => {
    expect(await own(reader)).toEqual(['BOARDROOM', 'OWN_OPERATIONS']);
    expect(await codeFor(reader, set, input(0))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect((await ask(admin, set, input(0))).setCompanyFeature.feature).toEqual({ percentage: 0, membersOn: 0 });
    expect(await own(reader)).toEqual(['BOARDROOM']);
    expect((await ask(admin, all)).companyFeatures).toEqual([
      { feature: 'BOARDROOM', percentage: 100, membersOn: 2, members: 2, changedBy: null },
      { feature: 'OWN_OPERATIONS', percentage: 0, membersOn: 0, members: 2, changedBy: { id: admin.memberId } },
    ]);
    const elsewhere = await scene.addMember(await scene.platform.addCompany('Initech'), 'COMPANY_USER');
    expect(await own(elsewhere)).toContain('OWN_OPERATIONS');
    expect(await audited()).toContain('companyFeature.set');
  });

  it('is for 0 to 100 percent', async () => {
    for (const percentage of [-1, 101])
      expect((await ask(admin, set, input(percentage))).setCompanyFeature.code).toBe('FEATURE_PERCENTAGE_INVALID');
  });
});

describe('the theme', () => {
  const theme = '{ company { theme { primary font logo revision tokens { name light dark } changedBy { id } } } }';
  const save = `mutation ($input: SaveCompanyThemeInput!) { saveCompanyTheme(input: $input) {
    __typename ... on Refused { code } ... on CompanyThemeSaved { company { theme { revision primary } } }
    ... on ThemeContrastTooLow { contrasts { use look ratio required } proposal { primary secondary } } } }`;
  const input = { primary: '#1F6439', secondary: '#8a6d1b', preset: 'FOREST', font: 'MANROPE', revision: 0 };
  const saving = async (change: object) =>
    (await ask(admin, save, { input: { ...input, ...change } })).saveCompanyTheme;

  it('is saved by an administrator, read by members of the company alone, and audited', async () => {
    expect(await ask(admin, theme)).toEqual({ company: { theme: null } });
    expect(await codeFor(reader, save, { input })).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(await saving({})).toEqual({
      __typename: 'CompanyThemeSaved',
      company: { theme: { revision: 1, primary: '#1f6439' } },
    });
    expect((await ask(reader, '{ company { theme { primary font tokens { name } } } }')).company.theme).toMatchObject({
      primary: '#1f6439',
      font: 'MANROPE',
      tokens: expect.arrayContaining([{ name: 'accent-4' }]),
    });
    const elsewhere = await scene.addMember(await scene.platform.addCompany('Globex'), 'COMPANY_ADMIN');
    expect(await ask(elsewhere, theme)).toEqual({ company: { theme: null } });
    expect(await audited()).toContain('companyTheme.saved');
  });

  it('that cannot be read is not saved, and the one that is proposed instead is', async () => {
    const answer = await saving({ primary: '#ffd400', revision: 1 });
    expect(answer.__typename).toBe('ThemeContrastTooLow');
    const low = answer.contrasts.filter((one: { ratio: number; required: number }) => one.ratio < one.required);
    expect(low).toContainEqual(expect.objectContaining({ use: 'TEXT', look: 'LIGHT' }));
    expect((await ask(admin, theme)).company.theme.primary).toBe('#1f6439');
    expect(await saving({ ...answer.proposal, revision: 1 })).toMatchObject({ __typename: 'CompanyThemeSaved' });
  });

  it('is refused for what is no colour and no picture, and for a change of what is no more', async () => {
    expect(await saving({ primary: 'red', revision: 2 })).toMatchObject({ code: 'THEME_COLOUR_INVALID' });
    expect(await saving({ logo: 'data:image/svg+xml;base64,PHN2Zy8+', revision: 2 })).toMatchObject({
      code: 'THEME_LOGO_NOT_AN_IMAGE',
    });
    expect(await saving({ revision: 1 })).toMatchObject({ code: 'THEME_CHANGED' });
    expect(await saving({ revision: 0 })).toMatchObject({ code: 'THEME_CHANGED' });
  });

  it('goes, and is then begun anew', async () => {
    await ask(admin, 'mutation { removeCompanyTheme { __typename } }');
    expect(await ask(admin, theme)).toEqual({ company: { theme: null } });
    expect(await saving({ revision: 2 })).toMatchObject({ code: 'THEME_CHANGED' });
    expect(await saving({})).toMatchObject({ __typename: 'CompanyThemeSaved' });
  });
});
