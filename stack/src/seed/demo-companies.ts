import type { Role } from '@teei/runtime/viewer';

export interface DemoMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

export interface DemoCompany {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly locale: 'en' | 'uk' | 'no';
  readonly currency: string;
  readonly members: readonly DemoMember[];
  /** Rows of the Kintell export that the company is filled with, and the seed it is made from. */
  readonly rows: number;
  readonly seed: number;
}

/** For trying the platform out on one's own machine; production refuses to make these users. */
export const demoPassword = 'try-the-cockpit';

const platformAdmin: DemoMember = {
  email: 'platform@teei.example',
  name: 'Platform administrator',
  role: 'PLATFORM_ADMIN',
};
const auroraAdmin = { email: 'admin@aurora.example', name: 'Administrator of Aurora' };

export const demoCompanies: readonly DemoCompany[] = [
  {
    id: '01900000-0000-7000-8000-00000000000a',
    name: 'Aurora Demo',
    slug: 'aurora',
    locale: 'en',
    currency: 'EUR',
    rows: 2_400,
    seed: 101,
    members: [
      { ...auroraAdmin, role: 'COMPANY_ADMIN' },
      { email: 'user@aurora.example', name: 'User of Aurora', role: 'COMPANY_USER' },
      { email: 'analyst@aurora.example', name: 'Analyst of Aurora', role: 'ANALYST' },
      { email: 'reviewer@aurora.example', name: 'Reviewer of Aurora', role: 'REVIEWER' },
      platformAdmin,
    ],
  },
  {
    id: '01900000-0000-7000-8000-00000000000b',
    name: 'Fjord Demo',
    slug: 'fjord',
    locale: 'no',
    currency: 'NOK',
    rows: 1_200,
    seed: 102,
    members: [
      { email: 'admin@fjord.example', name: 'Administrator of Fjord', role: 'COMPANY_ADMIN' },
      { email: 'user@fjord.example', name: 'User of Fjord', role: 'COMPANY_USER' },
      { email: 'analyst@fjord.example', name: 'Analyst of Fjord', role: 'ANALYST' },
      { ...auroraAdmin, role: 'ANALYST' },
      platformAdmin,
    ],
  },
  {
    id: '01900000-0000-7000-8000-00000000000c',
    name: 'Dnipro Demo',
    slug: 'dnipro',
    locale: 'uk',
    currency: 'UAH',
    rows: 900,
    seed: 103,
    members: [
      { email: 'admin@dnipro.example', name: 'Administrator of Dnipro', role: 'COMPANY_ADMIN' },
      { email: 'reviewer@dnipro.example', name: 'Reviewer of Dnipro', role: 'REVIEWER' },
      platformAdmin,
    ],
  },
];
