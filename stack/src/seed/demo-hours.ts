import { randomUUID } from 'node:crypto';
import { type MemberViewer, scopesOfRole } from '@teei/runtime/viewer';
import type { Stack } from '../create-stack.ts';
import type { DemoCompany } from './demo-companies.ts';
import { demoMemberId } from './demo-member-id.ts';

const activities = {
  en: ['Career evening', 'Packing food parcels', 'Museum visit', 'Mock interviews', 'Homework help', 'Planting trees'],
  no: ['Karrierekveld', 'Pakking av matposer', 'Museumsbesøk', 'Prøveintervjuer', 'Leksehjelp', 'Treplanting'],
  uk: [
    'Вечір кар’єри',
    'Пакування продуктів',
    'Відвідини музею',
    'Пробні співбесіди',
    'Допомога з уроками',
    'Садіння дерев',
  ],
} as const;

/** Hours that a member logged, the way that the cockpit logs them; two of them are approved and the others wait. */
export async function makeHours(stack: Stack, company: DemoCompany): Promise<void> {
  const [logs, reviews] = [viewerOf(company, 1), viewerOf(company, 0)];
  const logged: { id: string; revision: number }[] = [];
  for (const [index, activityType] of activities[company.locale].entries()) {
    const input = {
      volunteerEmail: `employee${index + 1}@${company.slug}.example`,
      activityDate: new Date(Date.UTC(2026, 9, 3 + index * 4)).toISOString(),
      hours: 1.5 + index * 0.5,
      activityType,
    };
    logged.push(...(await call(stack, logs, log, { input })));
  }
  await call(stack, reviews, approve, { activities: logged.slice(0, 2).map(({ id, revision }) => ({ id, revision })) });
}

const saved = '{ ... on VolunteerHoursSaved { activities { id revision } } ... on Refused { code } }';
const log = `mutation ($input: LogVolunteerHoursInput!) { logVolunteerHours(input: $input) ${saved} }`;
const approve = `mutation ($activities: [ReviewedHoursInput!]!) { approveVolunteerHours(activities: $activities) ${saved} }`;

async function call(
  stack: Stack,
  viewer: MemberViewer,
  query: string,
  variables: Record<string, unknown>,
): Promise<readonly { id: string; revision: number }[]> {
  const result = await stack.subgraphs.programs.execute({ query, variables }, { viewer, correlationId: randomUUID() });
  const [answer] = Object.values(result.data ?? {}) as { activities?: { id: string; revision: number }[] }[];
  if (!answer?.activities) throw new Error(`the demo hours were refused: ${JSON.stringify(result)}`);
  return answer.activities;
}

function viewerOf(company: DemoCompany, index: number): MemberViewer {
  const { role } = company.members[index] ?? { role: 'COMPANY_ADMIN' };
  const memberId = demoMemberId(company.id, index);
  return { kind: 'member', userId: memberId, memberId, companyId: company.id, role, scopes: scopesOfRole[role] };
}
