-- Where the way of participants begins and ends (places in programmes, completed courses), and what cohorts, funnels and changes
-- are counted from. The functions run with the rights of whoever calls them, so row-level security holds in them.

CREATE TABLE "outcomes"."enrolment_fact" (
    "company_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "enrolled" BOOLEAN NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolment_fact_pkey" PRIMARY KEY ("company_id", "programme_id", "participant_id")
);

CREATE TABLE "outcomes"."completion_fact" (
    "company_id" UUID NOT NULL,
    "completion_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "completion_fact_pkey" PRIMARY KEY ("company_id", "completion_id")
);

-- What there is so far. The owner may be held back by row-level security as everybody else is.
ALTER TABLE programs.enrolment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE programs.course_completion NO FORCE ROW LEVEL SECURITY;
INSERT INTO outcomes.enrolment_fact (company_id, programme_id, participant_id, enrolled, told_at)
SELECT company_id, programme_id, participant_id, true, '-infinity' FROM programs.enrolment;
INSERT INTO outcomes.completion_fact (company_id, completion_id, participant_id, completed_at, told_at)
SELECT company_id, id, participant_id, completed_at, '-infinity' FROM programs.course_completion;
ALTER TABLE programs.enrolment FORCE ROW LEVEL SECURITY;
ALTER TABLE programs.course_completion FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['enrolment_fact', 'completion_fact'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- The scores of a dimension in months from..to, each in the cohort that it counts in.
CREATE FUNCTION outcomes.cohort_score(company uuid, cohorts_by text, of_dimension text, from_month date, to_month date)
RETURNS TABLE (key text, score_id uuid, participant_id uuid, level double precision, confidence double precision)
LANGUAGE sql STABLE AS $$
  WITH said AS (
    SELECT s.id, s.session_id, coalesce(a.kept_id, s.participant_id) AS participant_id, s.dimension, s.level, s.confidence, s.month
    FROM outcomes.outcome_score s LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
    WHERE s.company_id = company
  ), started AS (
    SELECT coalesce(a.kept_id, f.participant_id) AS participant_id, to_char(min(f.month), 'YYYY-MM') AS key
    FROM outcomes.session_fact f LEFT JOIN outcomes.person_alias a ON a.company_id = f.company_id AND a.person_id = f.participant_id
    WHERE f.company_id = company AND NOT f.withdrawn AND cohorts_by = 'START_MONTH' GROUP BY 1
  ), written AS (
    SELECT said.participant_id, e.language, count(*) AS texts FROM said
    JOIN outcomes.evidence e ON e.company_id = company AND e.score_id = said.id WHERE cohorts_by = 'LANGUAGE' GROUP BY 1, 2
  ), spoken AS (
    SELECT DISTINCT ON (participant_id) participant_id, language AS key FROM written ORDER BY participant_id, texts DESC, language
  ), placed AS (
    SELECT CASE cohorts_by WHEN 'PROGRAMME' THEN f.programme_id::text WHEN 'START_MONTH' THEN started.key ELSE spoken.key END AS key, said.*
    FROM said
    LEFT JOIN outcomes.session_fact f ON f.company_id = company AND f.session_id = said.session_id AND NOT f.withdrawn
    LEFT JOIN started ON started.participant_id = said.participant_id
    LEFT JOIN spoken ON spoken.participant_id = said.participant_id
    WHERE said.dimension = lower(of_dimension)
      AND (from_month IS NULL OR said.month >= from_month) AND (to_month IS NULL OR said.month <= to_month)
  )
  SELECT key, id, participant_id, level, confidence FROM placed WHERE key IS NOT NULL
$$;

-- How far everybody with a place has come: 1 enrolled, 2 a session, 3 three sessions, 4 an outcome, 5 a completed course; each after the one before.
CREATE FUNCTION outcomes.funnel_reach(company uuid, of_programme uuid)
RETURNS TABLE (participant_id uuid, reached int)
LANGUAGE sql STABLE AS $$
  WITH enrolled AS (
    SELECT DISTINCT coalesce(a.kept_id, e.participant_id) AS participant_id FROM outcomes.enrolment_fact e
    LEFT JOIN outcomes.person_alias a ON a.company_id = e.company_id AND a.person_id = e.participant_id
    WHERE e.company_id = company AND e.enrolled AND (of_programme IS NULL OR e.programme_id = of_programme)
  ), met AS (
    SELECT coalesce(a.kept_id, f.participant_id) AS participant_id, count(*) AS sessions FROM outcomes.session_fact f
    LEFT JOIN outcomes.person_alias a ON a.company_id = f.company_id AND a.person_id = f.participant_id
    WHERE f.company_id = company AND NOT f.withdrawn AND (of_programme IS NULL OR f.programme_id = of_programme) GROUP BY 1
  ), scored AS (
    SELECT DISTINCT coalesce(a.kept_id, s.participant_id) AS participant_id FROM outcomes.outcome_score s
    LEFT JOIN outcomes.session_fact f ON f.company_id = s.company_id AND f.session_id = s.session_id AND NOT f.withdrawn
    LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
    WHERE s.company_id = company AND (of_programme IS NULL OR f.programme_id = of_programme)
  ), done AS (
    SELECT DISTINCT coalesce(a.kept_id, c.participant_id) AS participant_id FROM outcomes.completion_fact c
    LEFT JOIN outcomes.person_alias a ON a.company_id = c.company_id AND a.person_id = c.participant_id
    WHERE c.company_id = company AND NOT c.withdrawn
  )
  SELECT e.participant_id, CASE WHEN coalesce(met.sessions, 0) = 0 THEN 1 WHEN met.sessions < 3 THEN 2 WHEN scored.participant_id IS NULL THEN 3
    WHEN done.participant_id IS NULL THEN 4 ELSE 5 END
  FROM enrolled e LEFT JOIN met ON met.participant_id = e.participant_id LEFT JOIN scored ON scored.participant_id = e.participant_id
  LEFT JOIN done ON done.participant_id = e.participant_id
$$;

-- Participants with a baseline and a later follow-up, by dimension: of each programme, and once with the mean over their programmes (null).
CREATE FUNCTION outcomes.matched_pair(company uuid)
RETURNS TABLE (programme_id uuid, dimension text, participant_id uuid, before numeric, after numeric)
LANGUAGE sql STABLE AS $$
  WITH answered AS (
    SELECT s.programme_id, coalesce(a.kept_id, s.participant_id) AS participant_id, upper(s.dimension) AS dimension, s.phase, s.answered_at,
      s.response_id, s.level::numeric AS level
    FROM outcomes.survey_fact s LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
    WHERE s.company_id = company
  ), baseline AS (
    SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'BASELINE'
    ORDER BY programme_id, participant_id, dimension, answered_at, response_id
  ), later AS (
    SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'FOLLOW_UP'
    ORDER BY programme_id, participant_id, dimension, answered_at DESC, response_id DESC
  )
  SELECT b.programme_id, b.dimension, b.participant_id, avg(b.level), avg(l.level)
  FROM baseline b JOIN later l USING (programme_id, participant_id, dimension) WHERE l.answered_at > b.answered_at
  GROUP BY GROUPING SETS ((b.programme_id, b.dimension, b.participant_id), (b.dimension, b.participant_id))
$$;
