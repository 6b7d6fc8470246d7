-- People who turn out to be one, conflicts about whose an external id is, who is in which programme, and surveys.

-- 1. Tables.
CREATE TABLE "outcomes"."person_alias" (
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_alias_pkey" PRIMARY KEY ("company_id","person_id")
);

CREATE TABLE "privacy"."person_alias" (
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_alias_pkey" PRIMARY KEY ("company_id","person_id")
);

CREATE TABLE "profile"."person_alias" (
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_alias_pkey" PRIMARY KEY ("company_id","person_id")
);

CREATE TABLE "profile"."person_merge" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "person_kind" TEXT NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "merged_by" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unmerged_by" TEXT,
    "unmerged_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "profile"."review_item" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "person_kind" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "import_id" UUID,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT,
    "owner_id" UUID,
    "merge_id" UUID,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "profile"."participant_programme" (
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "enrolled" BOOLEAN NOT NULL DEFAULT true,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_programme_pkey" PRIMARY KEY ("company_id","programme_id","participant_id")
);

CREATE TABLE "programs"."person_alias" (
    "company_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_alias_pkey" PRIMARY KEY ("company_id","person_id")
);

CREATE TABLE "programs"."survey" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "programs"."survey_question" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "scale_min" INTEGER NOT NULL,
    "scale_max" INTEGER NOT NULL,
    "reversed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_question_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "programs"."survey_response" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "client_key" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_response_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "programs"."survey_answer" (
    "company_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("company_id","response_id","question_id")
);

-- 2. Indexes.
CREATE INDEX "person_alias_company_id_kept_id_idx" ON "outcomes"."person_alias"("company_id", "kept_id");
CREATE INDEX "person_alias_company_id_kept_id_idx" ON "privacy"."person_alias"("company_id", "kept_id");
CREATE INDEX "person_alias_company_id_kept_id_idx" ON "profile"."person_alias"("company_id", "kept_id");
CREATE INDEX "person_merge_company_id_kept_id_idx" ON "profile"."person_merge"("company_id", "kept_id");
CREATE INDEX "person_merge_company_id_merged_id_idx" ON "profile"."person_merge"("company_id", "merged_id");
CREATE INDEX "review_item_company_id_low_id_idx" ON "profile"."review_item"("company_id", "low_id");
CREATE INDEX "review_item_company_id_high_id_idx" ON "profile"."review_item"("company_id", "high_id");
CREATE INDEX "review_item_company_id_merge_id_idx" ON "profile"."review_item"("company_id", "merge_id");
CREATE UNIQUE INDEX "review_item_company_id_person_kind_system_external_id_low_i_key" ON "profile"."review_item"("company_id", "person_kind", "system", "external_id", "low_id", "high_id");
CREATE INDEX "participant_programme_company_id_participant_id_idx" ON "profile"."participant_programme"("company_id", "participant_id");
CREATE INDEX "person_alias_company_id_kept_id_idx" ON "programs"."person_alias"("company_id", "kept_id");
CREATE UNIQUE INDEX "survey_company_id_programme_id_phase_version_key" ON "programs"."survey"("company_id", "programme_id", "phase", "version");
CREATE UNIQUE INDEX "survey_question_company_id_survey_id_position_key" ON "programs"."survey_question"("company_id", "survey_id", "position");
CREATE INDEX "survey_response_company_id_survey_id_idx" ON "programs"."survey_response"("company_id", "survey_id");
CREATE INDEX "survey_response_company_id_participant_id_answered_at_id_idx" ON "programs"."survey_response"("company_id", "participant_id", "answered_at" DESC, "id" DESC);
CREATE UNIQUE INDEX "survey_response_company_id_client_key_key" ON "programs"."survey_response"("company_id", "client_key");

-- 3. Foreign keys.
ALTER TABLE "programs"."survey" ADD CONSTRAINT "survey_company_id_programme_id_fkey" FOREIGN KEY ("company_id", "programme_id") REFERENCES "programs"."programme"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."survey_question" ADD CONSTRAINT "survey_question_company_id_survey_id_fkey" FOREIGN KEY ("company_id", "survey_id") REFERENCES "programs"."survey"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."survey_response" ADD CONSTRAINT "survey_response_company_id_survey_id_fkey" FOREIGN KEY ("company_id", "survey_id") REFERENCES "programs"."survey"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."survey_answer" ADD CONSTRAINT "survey_answer_company_id_response_id_fkey" FOREIGN KEY ("company_id", "response_id") REFERENCES "programs"."survey_response"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."survey_answer" ADD CONSTRAINT "survey_answer_company_id_question_id_fkey" FOREIGN KEY ("company_id", "question_id") REFERENCES "programs"."survey_question"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 4. Who is in which programme so far. The owner may be held back by row-level security as everybody else is.
ALTER TABLE programs.enrolment NO FORCE ROW LEVEL SECURITY;
INSERT INTO profile.participant_programme (company_id, participant_id, programme_id)
SELECT company_id, participant_id, programme_id FROM programs.enrolment;
ALTER TABLE programs.enrolment FORCE ROW LEVEL SECURITY;

-- 5. Row-level security, as on every table that carries a company.
DO $$
DECLARE
  tab record;
BEGIN
  FOR tab IN
    SELECT n.nspname AS s, c.relname AS t FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE (n.nspname, c.relname) IN (
      ('profile', 'person_alias'), ('programs', 'person_alias'), ('outcomes', 'person_alias'), ('privacy', 'person_alias'),
      ('profile', 'person_merge'), ('profile', 'review_item'), ('profile', 'participant_programme'),
      ('programs', 'survey'), ('programs', 'survey_question'), ('programs', 'survey_response'), ('programs', 'survey_answer'))
  LOOP
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', tab.s, tab.t);
    EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', tab.s, tab.t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I.%I TO %I USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      tab.s, tab.t, 'teei_' || tab.s);
  END LOOP;
END $$;

-- 6. Values that code must never write.
ALTER TABLE profile.person_merge ADD CONSTRAINT person_merge_kind CHECK (person_kind IN ('PARTICIPANT', 'VOLUNTEER'));
ALTER TABLE profile.person_merge ADD CONSTRAINT person_merge_of_two CHECK (kept_id <> merged_id);
ALTER TABLE profile.review_item ADD CONSTRAINT review_item_kind CHECK (person_kind IN ('PARTICIPANT', 'VOLUNTEER'));
ALTER TABLE profile.review_item ADD CONSTRAINT review_item_decision CHECK (decision IN ('SAME_PERSON', 'DIFFERENT_PEOPLE'));
ALTER TABLE programs.survey ADD CONSTRAINT survey_phase CHECK (phase IN ('BASELINE', 'FOLLOW_UP'));
ALTER TABLE programs.survey_question ADD CONSTRAINT survey_question_dimension
  CHECK (dimension IN ('CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'));

-- 7. All ids under which one person's records are kept: their own, and those of everybody who is shown as the same person.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'privacy'] LOOP
    EXECUTE format($function$
      CREATE FUNCTION %1$I.ids_of_person(company uuid, person uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $body$
        SELECT person UNION
        SELECT other.person_id FROM %1$I.person_alias own
        JOIN %1$I.person_alias other ON other.company_id = own.company_id AND other.kept_id = own.kept_id
        WHERE own.company_id = company AND own.person_id = person
      $body$ $function$, name);
  END LOOP;
END $$;
