-- Journeys: what happened to each participant, the rules over it, and what they say. The newest event about a record decides
-- what its fact is; a fact whose record is gone keeps its row without a participant, so that an older event cannot bring it back.

CREATE TABLE "profile"."participant_fact" (
    "company_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "participant_id" UUID,
    "named_participant_id" UUID,
    "revision" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "participant_fact_pkey" PRIMARY KEY ("company_id", "kind", "source_id")
);
CREATE INDEX "participant_fact_company_id_participant_id_idx" ON "profile"."participant_fact"("company_id", "participant_id");

CREATE INDEX "participant_fact_company_id_named_participant_id_idx" ON "profile"."participant_fact"("company_id", "named_participant_id");

CREATE TABLE "profile"."journey_rule" (
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "deleted" BOOLEAN NOT NULL DEFAULT false,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journey_rule_pkey" PRIMARY KEY ("company_id", "name")
);

CREATE TABLE "profile"."journey_rule_revision" (
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "deleted" BOOLEAN NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journey_rule_revision_pkey" PRIMARY KEY ("company_id", "name", "revision")
);

CREATE TABLE "profile"."journey_flag" (
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "facts" TEXT[],

    CONSTRAINT "journey_flag_pkey" PRIMARY KEY ("company_id", "participant_id", "name")
);
CREATE INDEX "journey_flag_company_id_name_participant_id_idx" ON "profile"."journey_flag"("company_id", "name", "participant_id");
CREATE INDEX "journey_flag_company_id_rule_idx" ON "profile"."journey_flag"("company_id", "rule");

CREATE TABLE "profile"."journey_milestone" (
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "facts" TEXT[],

    CONSTRAINT "journey_milestone_pkey" PRIMARY KEY ("company_id", "participant_id", "name")
);
CREATE INDEX "journey_milestone_company_id_rule_idx" ON "profile"."journey_milestone"("company_id", "rule");

CREATE TABLE "profile"."follow_up" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "facts" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("company_id", "id")
);
CREATE INDEX "follow_up_company_id_participant_id_idx" ON "profile"."follow_up"("company_id", "participant_id");
CREATE INDEX "follow_up_company_id_state_id_idx" ON "profile"."follow_up"("company_id", "state", "id" DESC);
CREATE INDEX "follow_up_company_id_rule_state_idx" ON "profile"."follow_up"("company_id", "rule", "state");

CREATE TABLE "profile"."journey_due" (
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journey_due_pkey" PRIMARY KEY ("company_id", "participant_id")
);
CREATE INDEX "journey_due_at_idx" ON "profile"."journey_due"("at");

CREATE TABLE "profile"."journey_evaluation" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "rule" TEXT,
    "revision" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'QUEUED',
    "participants" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "reached" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "journey_evaluation_pkey" PRIMARY KEY ("company_id", "id")
);

ALTER TABLE "profile"."participant_fact" ADD CONSTRAINT "participant_fact_company_id_participant_id_fkey"
  FOREIGN KEY ("company_id", "participant_id") REFERENCES "profile"."participant"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."journey_flag" ADD CONSTRAINT "journey_flag_company_id_participant_id_fkey"
  FOREIGN KEY ("company_id", "participant_id") REFERENCES "profile"."participant"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."journey_milestone" ADD CONSTRAINT "journey_milestone_company_id_participant_id_fkey"
  FOREIGN KEY ("company_id", "participant_id") REFERENCES "profile"."participant"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."follow_up" ADD CONSTRAINT "follow_up_company_id_participant_id_fkey"
  FOREIGN KEY ("company_id", "participant_id") REFERENCES "profile"."participant"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."journey_due" ADD CONSTRAINT "journey_due_company_id_participant_id_fkey"
  FOREIGN KEY ("company_id", "participant_id") REFERENCES "profile"."participant"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security as on every table that carries a company.
DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['participant_fact', 'journey_rule', 'journey_rule_revision', 'journey_flag', 'journey_milestone',
    'follow_up', 'journey_due', 'journey_evaluation'] LOOP
    EXECUTE format('ALTER TABLE profile.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE profile.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON profile.%I TO teei_profile USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- Somebody must see in which companies something is due. The relay sees that and no more: not for whom.
GRANT SELECT (company_id, at) ON profile.journey_due TO teei_relay;
CREATE POLICY relay ON profile.journey_due FOR SELECT TO teei_relay USING (true);

ALTER TABLE profile.participant_fact ADD CONSTRAINT participant_fact_kind
  CHECK (kind IN ('session', 'outcome', 'match', 'buddy_event', 'check_in', 'feedback', 'course_completion', 'credential'));
ALTER TABLE profile.follow_up ADD CONSTRAINT follow_up_state CHECK (state IN ('OPEN', 'CLOSED', 'ENDED'));
ALTER TABLE profile.journey_evaluation ADD CONSTRAINT journey_evaluation_status CHECK (status IN ('QUEUED', 'RUNNING', 'COMPLETED', 'REPLACED', 'FAILED'));
