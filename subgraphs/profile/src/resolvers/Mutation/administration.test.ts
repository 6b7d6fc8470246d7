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

describe('a demo', () => {
  const open = `mutation ($language: String!) { openDemo(language: $language) {
    __typename ... on Refused { code } ... on DemoOpened { company { id name isDemo } } } }`;
  const demoOf = async (viewer: MemberViewer, language = 'no') =>
    (await ask(viewer, open, { language })).openDemo.company as { id: string; name: string; isDemo: boolean };

  it('is made once, for one person, with the role that they have, and is told of where it was asked for', async () => {
    const [first, second] = await Promise.all([demoOf(reader), demoOf(reader)]);
    expect(first).toEqual({ id: expect.any(String), name: 'Demoselskap', isDemo: true });
    expect(second).toEqual(first);
    const { companies } = (await ask(reader, '{ viewer { companies { role company { id isDemo } } } }')).viewer;
    expect(companies).toEqual([
      { role: 'COMPANY_USER', company: { id: companyId, isDemo: false } },
      { role: 'COMPANY_USER', company: { id: first.id, isDemo: true } },
    ]);
    expect((await scene.events(first.id)).map(({ type }) => type)).toEqual([
      'profile.member.changed',
      'profile.demo.made',
    ]);
    expect((await audited()).filter((action) => action === 'demo.opened')).toHaveLength(1);
    expect((await demoOf(admin, 'en')).id).not.toBe(first.id);
    expect((await ask(reader, open, { language: 'de' })).openDemo.code).toBe('DEMO_LANGUAGE_REFUSED');
  });

  it('takes the role over that its owner has by now', async () => {
    const { id } = await demoOf(reader);
    await demoOf({ ...reader, role: 'ANALYST' });
    const { companies } = (await ask(reader, '{ viewer { companies { role company { id } } } }')).viewer;
    expect(companies).toContainEqual({ role: 'ANALYST', company: { id } });
  });
});

describe('the first steps', () => {
  it('are put away by each member for themselves, and taken out again', async () => {
    const put = (dismissed: boolean) =>
      ask(reader, 'mutation ($dismissed: Boolean!) { dismissFirstSteps(dismissed: $dismissed) { dismissed } }', {
        dismissed,
      });
    const away = async (viewer: MemberViewer) =>
      (await ask(viewer, '{ viewer { firstStepsDismissed } }')).viewer.firstStepsDismissed;
    await put(true);
    expect([await away(reader), await away(admin)]).toEqual([true, false]);
    await put(false);
    expect(await away(reader)).toBe(false);
  });
});
