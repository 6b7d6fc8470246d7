import { newId } from '@teei/runtime/id';
import type pg from 'pg';
import type { DemoCompany } from './demo-companies.ts';

/** What a company has beside sessions: names, conflicts about identities, matches, courses, a report, a connection, consents and a request, some of each. */
export async function makeRecords(client: pg.Client, company: DemoCompany): Promise<void> {
  const participants = await firstIds(client, 'participant', company.id, 12);
  const volunteers = await firstIds(client, 'volunteer', company.id, 12);
  await nameParticipants(client, company.id);
  await makeConflicts(client, company.id, participants);
  await makeMatches(client, company.id, participants, volunteers);
  await makeCompletions(client, company.id, participants);
  await makeReport(client, company);
  await makeDeliveries(client, company.id);
  await makePrivacyRecords(client, company.id, participants);
}

/** By address, so that every start picks the same people. */
async function firstIds(
  client: pg.Client,
  kind: 'participant' | 'volunteer',
  companyId: string,
  count: number,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM profile.${kind} WHERE company_id = $1 ORDER BY email LIMIT $2`,
    [companyId, count],
  );
  return rows.map((row) => row.id);
}

/** Kintell's export has addresses alone; a name and a preferred language come from other systems. */
async function nameParticipants(client: pg.Client, companyId: string): Promise<void> {
  await client.query(
    // Journeys of the same people are evaluated meanwhile, and lock them in the order of their ids.
    `WITH named AS MATERIALIZED (SELECT id FROM profile.participant WHERE company_id = $1 ORDER BY id FOR UPDATE)
      UPDATE profile.participant p SET display_name = initcap(translate(split_part(email, '@', 1), '.0123456789', ' ')),
        language = (ARRAY['uk', 'uk', 'no', 'en'])[1 + abs(hashtext(email)) % 4] FROM named WHERE p.company_id = $1 AND p.id = named.id`,
    [companyId],
  );
}

/** Two people whom the Buddy programme calls by the id of somebody else. */
async function makeConflicts(client: pg.Client, companyId: string, participants: string[]): Promise<void> {
  for (const [index, externalId] of ['B-1042', 'B-1077'].entries()) {
    const [holder, claimant] = participants.slice(index * 2, index * 2 + 2);
    await client.query(
      `INSERT INTO profile.person_identity (id, company_id, person_kind, person_id, system, external_id)
        VALUES ($1, $2, 'PARTICIPANT', $3, 'buddy', $4)`,
      [newId(), companyId, holder, externalId],
    );
    await client.query(
      `INSERT INTO profile.review_item (id, company_id, person_kind, system, external_id, low_id, high_id, claimant_id)
        VALUES ($1, $2, 'PARTICIPANT', 'buddy', $5, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $4::uuid)`,
      [newId(), companyId, holder, claimant, externalId],
    );
  }
}

function day(offset: number): string {
  return new Date(Date.UTC(2026, 0, 10 + offset * 20, 12)).toISOString();
}

async function makeMatches(
  client: pg.Client,
  companyId: string,
  participants: string[],
  volunteers: string[],
): Promise<void> {
  for (const [index, participantId] of participants.slice(0, 8).entries()) {
    const matchId = newId();
    const ended = index % 4 === 3;
    await client.query(
      `INSERT INTO programs.buddy_match (id, company_id, source_id, participant_id, volunteer_id, status, matched_at, ended_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        matchId,
        companyId,
        `DEMO-${index + 1}`,
        participantId,
        volunteers[index % volunteers.length],
        ended ? 'ENDED' : 'ACTIVE',
        day(index),
        ended ? day(index + 6) : null,
      ],
    );
    await client.query(
      "INSERT INTO programs.buddy_event (id, company_id, match_id, kind, held_at) VALUES ($1, $2, $3, 'meeting', $4)",
      [newId(), companyId, matchId, day(index + 1)],
    );
    await client.query(
      'INSERT INTO programs.buddy_check_in (id, company_id, match_id, checked_at, mood) VALUES ($1, $2, $3, $4, $5)',
      [newId(), companyId, matchId, day(index + 2), 3 + (index % 3)],
    );
  }
}

async function makeCompletions(client: pg.Client, companyId: string, participants: string[]): Promise<void> {
  const courses = [
    { id: newId(), provider: 'ecornell', externalId: 'DEMO-COMMUNICATION', name: 'Communication at work' },
    { id: newId(), provider: 'itslearning', externalId: 'DEMO-SPREADSHEETS', name: 'Spreadsheets for the office' },
  ];
  for (const { id, provider, externalId, name } of courses) {
    await client.query(
      'INSERT INTO programs.course (id, company_id, provider, external_id, name) VALUES ($1, $2, $3, $4, $5)',
      [id, companyId, provider, externalId, name],
    );
  }
  for (const [index, participantId] of participants.slice(0, 6).entries()) {
    const course = courses[index % courses.length];
    await client.query(
      'INSERT INTO programs.course_completion (id, company_id, course_id, participant_id, completed_at, final_score) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), companyId, course?.id, participantId, day(index + 3), 70 + index * 4],
    );
    await client.query(
      "INSERT INTO programs.credential (id, company_id, external_id, participant_id, course_id, kind, issued_at) VALUES ($1, $2, $3, $4, $5, 'certificate', $6)",
      [newId(), companyId, `DEMO-${index + 1}`, participantId, course?.id, day(index + 3)],
    );
  }
}

const reportWords = {
  en: {
    title: 'Year in review',
    heading: 'Who took part',
    body: 'The number of participants and of sessions is cited beside this paragraph.',
  },
  uk: {
    title: 'Підсумки року',
    heading: 'Хто брав участь',
    body: 'Кількість учасників і зустрічей наведено в посиланнях поруч із цим абзацом.',
  },
  no: {
    title: 'Året som gikk',
    heading: 'Hvem som deltok',
    body: 'Antallet deltakere og økter er oppgitt i kildene ved siden av dette avsnittet.',
  },
} as const;

async function makeReport(client: pg.Client, company: DemoCompany): Promise<void> {
  const { title, heading, body } = reportWords[company.locale];
  const reportId = newId();
  const sectionId = newId();
  await client.query(
    "INSERT INTO reports.report (id, company_id, title, status, locale, from_month, to_month) VALUES ($1, $2, $3, 'DRAFT', $4, '2025-11-01', '2026-10-01')",
    [reportId, company.id, title, company.locale],
  );
  await client.query(
    'INSERT INTO reports.report_section (id, company_id, report_id, position, heading, body) VALUES ($1, $2, $3, 1, $4, $5)',
    [sectionId, company.id, reportId, heading, body],
  );
  // A metric's id follows from what it is, so it can be cited before it is computed.
  for (const name of ['PARTICIPANTS', 'SESSIONS']) {
    await client.query(
      "INSERT INTO reports.citation (id, company_id, section_id, metric_id) VALUES ($1, $2, $3, md5(concat_ws('/', $2::uuid::text, $4::text, 'ALL_TIME'))::uuid)",
      [newId(), company.id, sectionId, name],
    );
  }
  await client.query(
    "INSERT INTO reports.report_schedule (id, company_id, title, cron, active) VALUES ($1, $2, $3, '0 6 1 1 *', false)",
    [newId(), company.id, title],
  );
}

async function makeDeliveries(client: pg.Client, companyId: string): Promise<void> {
  const connectionId = newId();
  await client.query(
    "INSERT INTO deliveries.connection (id, company_id, name, system, endpoint, enabled) VALUES ($1, $2, 'Benevity (demo)', 'BENEVITY', 'https://benevity.example/hours', false)",
    [connectionId, companyId],
  );
  await client.query(
    "INSERT INTO deliveries.delivery (id, company_id, connection_id, subject, payload, status) VALUES ($1, $2, $3, 'volunteer-hours', '{}', 'PENDING')",
    [newId(), companyId, connectionId],
  );
}

async function makePrivacyRecords(client: pg.Client, companyId: string, participants: string[]): Promise<void> {
  for (const participantId of participants) {
    await client.query(
      "INSERT INTO privacy.consent (id, company_id, participant_id, purpose, granted, text_version, recorded_at) VALUES ($1, $2, $3, 'PROGRAMME', true, 'demo-1', $4)",
      [newId(), companyId, participantId, day(0)],
    );
  }
  await client.query(
    "INSERT INTO privacy.privacy_request (id, company_id, participant_id, kind, status, received_at, due_at) VALUES ($1, $2, $3, 'ACCESS', 'RECEIVED', '2026-10-31T12:00:00Z', '2026-11-30T12:00:00Z')",
    [newId(), companyId, participants[0]],
  );
}
