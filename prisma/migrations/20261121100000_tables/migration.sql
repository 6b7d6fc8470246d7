-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "deliveries";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "outcomes";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "privacy";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "profile";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "programs";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "reports";

-- CreateTable
CREATE TABLE "deliveries"."connection" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "deliveries"."delivery" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "deliveries"."delivery_attempt" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "detail" TEXT,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "deliveries"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "deliveries"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "deliveries"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "deliveries"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "identity"."user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."jwks" (
    "id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "jwks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."sso_provider" (
    "id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "oidc_config" TEXT,
    "saml_config" TEXT,
    "user_id" TEXT,
    "provider_id" TEXT NOT NULL,
    "organization_id" TEXT,
    "domain_verified" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sso_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "identity"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "identity"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "identity"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "outcomes"."session_fact" (
    "company_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "volunteer_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "month" DATE NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "session_fact_pkey" PRIMARY KEY ("company_id","session_id")
);

-- CreateTable
CREATE TABLE "outcomes"."outcome_score" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "session_revision" INTEGER NOT NULL,
    "participant_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "level" DOUBLE PRECISION NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "model_version" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_score_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "outcomes"."evidence" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "snippet" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "month" DATE NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "retention" TEXT NOT NULL DEFAULT 'snippet',

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "outcomes"."metric" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "dimension" TEXT,
    "grain" TEXT NOT NULL,
    "month" DATE,
    "value" DOUBLE PRECISION,
    "absence" TEXT,
    "formula_version" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "outcomes"."scored_text" (
    "company_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "model_version" TEXT,
    "language" TEXT,
    "scored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scored_text_pkey" PRIMARY KEY ("company_id","session_id")
);

-- CreateTable
CREATE TABLE "outcomes"."metric_lineage" (
    "company_id" UUID NOT NULL,
    "metric_id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "value" DOUBLE PRECISION,
    "formula_version" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,

    CONSTRAINT "metric_lineage_pkey" PRIMARY KEY ("company_id","metric_id","computed_at")
);

-- CreateTable
CREATE TABLE "outcomes"."metric_dirty" (
    "company_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_dirty_pkey" PRIMARY KEY ("company_id","month")
);

-- CreateTable
CREATE TABLE "outcomes"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outcomes"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "outcomes"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "outcomes"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "privacy"."consent" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "text_version" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "privacy"."privacy_request" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "privacy"."audit_entry" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "action" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "target" TEXT,
    "detail" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "privacy"."audit_head" (
    "company_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("company_id")
);

-- CreateTable
CREATE TABLE "privacy"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "privacy"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "privacy"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "privacy"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."company" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'eu',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile"."member" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."participant" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "email" TEXT,
    "display_name" TEXT,
    "language" TEXT,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."volunteer" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "email" TEXT,
    "display_name" TEXT,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "volunteer_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."person_identity" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "person_kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."api_key" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "client" TEXT NOT NULL DEFAULT 'partner',
    "scopes" TEXT[],
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "replaced_by" UUID,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."feature_flag" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "flag" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feature_flag_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "profile"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "profile"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "profile"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "profile"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."programme" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."enrolment" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "import_id" UUID,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."session" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source_system" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "volunteer_id" UUID,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" DOUBLE PRECISION NOT NULL,
    "rating" DOUBLE PRECISION,
    "language_level" TEXT,
    "feedback" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT NOT NULL,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."session_revision" (
    "company_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "import_id" UUID,
    "before" JSONB NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_revision_pkey" PRIMARY KEY ("company_id","session_id","revision")
);

-- CreateTable
CREATE TABLE "programs"."buddy_match" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "participant_id" UUID NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "buddy_match_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."buddy_event" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "buddy_event_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."buddy_check_in" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "mood" INTEGER,
    "note" TEXT,

    CONSTRAINT "buddy_check_in_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."buddy_feedback" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "author_kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "buddy_feedback_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."course" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."course_completion" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "final_score" DOUBLE PRECISION,

    CONSTRAINT "course_completion_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."credential" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "participant_id" UUID NOT NULL,
    "course_id" UUID,
    "kind" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."upload" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."import" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'kintell',
    "status" TEXT NOT NULL,
    "dialect" JSONB NOT NULL,
    "columns" JSONB NOT NULL,
    "missing_fields" TEXT[],
    "preview" JSONB NOT NULL,
    "plan" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_created" INTEGER NOT NULL DEFAULT 0,
    "rows_updated" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "failure_code" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."import_issue" (
    "company_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("company_id","import_id","line","ordinal")
);

-- CreateTable
CREATE TABLE "programs"."import_reject" (
    "company_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("company_id","import_id","line")
);

-- CreateTable
CREATE TABLE "programs"."webhook_delivery" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "programs"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "programs"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "programs"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "programs"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "reports"."report" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "reports"."report_section" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "report_section_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "reports"."citation" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "metric_id" UUID,
    "evidence_id" UUID,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "reports"."report_schedule" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "next_run_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "reports"."outbox" (
    "seq" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data_version" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "correlation_id" TEXT,
    "causation_id" UUID,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "reports"."outbox_position" (
    "consumer" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_position_pkey" PRIMARY KEY ("consumer")
);

-- CreateTable
CREATE TABLE "reports"."inbox" (
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("company_id","consumer","event_id")
);

-- CreateTable
CREATE TABLE "reports"."dead_letter" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateIndex
CREATE INDEX "delivery_company_id_connection_id_id_idx" ON "deliveries"."delivery"("company_id", "connection_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_attempt_company_id_delivery_id_attempt_key" ON "deliveries"."delivery_attempt"("company_id", "delivery_id", "attempt");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "deliveries"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "deliveries"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "deliveries"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "identity"."user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "identity"."session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "identity"."session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "identity"."account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "identity"."account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "identity"."verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "sso_provider_provider_id_key" ON "identity"."sso_provider"("provider_id");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "identity"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "identity"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "identity"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE INDEX "session_fact_company_id_month_idx" ON "outcomes"."session_fact"("company_id", "month");

-- CreateIndex
CREATE INDEX "session_fact_company_id_started_at_session_id_idx" ON "outcomes"."session_fact"("company_id", "started_at" DESC, "session_id");

-- CreateIndex
CREATE INDEX "outcome_score_company_id_month_dimension_idx" ON "outcomes"."outcome_score"("company_id", "month", "dimension");

-- CreateIndex
CREATE INDEX "outcome_score_company_id_participant_id_idx" ON "outcomes"."outcome_score"("company_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_score_company_id_session_id_dimension_key" ON "outcomes"."outcome_score"("company_id", "session_id", "dimension");

-- CreateIndex
CREATE INDEX "evidence_company_id_observed_at_id_idx" ON "outcomes"."evidence"("company_id", "observed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "evidence_company_id_dimension_month_confidence_id_idx" ON "outcomes"."evidence"("company_id", "dimension", "month", "confidence" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_company_id_score_id_key" ON "outcomes"."evidence"("company_id", "score_id");

-- CreateIndex
CREATE INDEX "metric_company_id_grain_month_idx" ON "outcomes"."metric"("company_id", "grain", "month");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "outcomes"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "outcomes"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "outcomes"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE INDEX "consent_company_id_participant_id_recorded_at_idx" ON "privacy"."consent"("company_id", "participant_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_company_id_position_key" ON "privacy"."audit_entry"("company_id", "position");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "privacy"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "privacy"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "privacy"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "company_slug_key" ON "profile"."company"("slug");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "profile"."member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_company_id_user_id_key" ON "profile"."member"("company_id", "user_id");

-- CreateIndex
CREATE INDEX "participant_company_id_import_id_idx" ON "profile"."participant"("company_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_company_id_email_key" ON "profile"."participant"("company_id", "email");

-- CreateIndex
CREATE INDEX "volunteer_company_id_import_id_idx" ON "profile"."volunteer"("company_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "volunteer_company_id_email_key" ON "profile"."volunteer"("company_id", "email");

-- CreateIndex
CREATE INDEX "person_identity_company_id_person_id_idx" ON "profile"."person_identity"("company_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_company_id_person_kind_system_external_id_key" ON "profile"."person_identity"("company_id", "person_kind", "system", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "profile"."api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "feature_flag_company_id_flag_key" ON "profile"."feature_flag"("company_id", "flag");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "profile"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "profile"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "profile"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "programme_company_id_kind_name_key" ON "programs"."programme"("company_id", "kind", "name");

-- CreateIndex
CREATE INDEX "enrolment_company_id_participant_id_idx" ON "programs"."enrolment"("company_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_company_id_programme_id_participant_id_key" ON "programs"."enrolment"("company_id", "programme_id", "participant_id");

-- CreateIndex
CREATE INDEX "session_company_id_started_at_id_idx" ON "programs"."session"("company_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_company_id_participant_id_started_at_id_idx" ON "programs"."session"("company_id", "participant_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_company_id_volunteer_id_started_at_id_idx" ON "programs"."session"("company_id", "volunteer_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_company_id_programme_id_started_at_id_idx" ON "programs"."session"("company_id", "programme_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_company_id_import_id_idx" ON "programs"."session"("company_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_company_id_source_system_source_id_key" ON "programs"."session"("company_id", "source_system", "source_id");

-- CreateIndex
CREATE INDEX "session_revision_company_id_import_id_idx" ON "programs"."session_revision"("company_id", "import_id");

-- CreateIndex
CREATE INDEX "buddy_match_company_id_participant_id_idx" ON "programs"."buddy_match"("company_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "buddy_match_company_id_source_id_key" ON "programs"."buddy_match"("company_id", "source_id");

-- CreateIndex
CREATE INDEX "buddy_event_company_id_match_id_idx" ON "programs"."buddy_event"("company_id", "match_id");

-- CreateIndex
CREATE INDEX "buddy_check_in_company_id_match_id_idx" ON "programs"."buddy_check_in"("company_id", "match_id");

-- CreateIndex
CREATE INDEX "buddy_feedback_company_id_match_id_idx" ON "programs"."buddy_feedback"("company_id", "match_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_company_id_provider_external_id_key" ON "programs"."course"("company_id", "provider", "external_id");

-- CreateIndex
CREATE INDEX "course_completion_company_id_participant_id_idx" ON "programs"."course_completion"("company_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_completion_company_id_course_id_participant_id_key" ON "programs"."course_completion"("company_id", "course_id", "participant_id");

-- CreateIndex
CREATE INDEX "credential_company_id_participant_id_idx" ON "programs"."credential"("company_id", "participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_company_id_external_id_key" ON "programs"."credential"("company_id", "external_id");

-- CreateIndex
CREATE INDEX "import_company_id_id_idx" ON "programs"."import"("company_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_company_id_received_at_idx" ON "programs"."webhook_delivery"("company_id", "received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_company_id_source_delivery_id_key" ON "programs"."webhook_delivery"("company_id", "source", "delivery_id");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "programs"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "programs"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "programs"."dead_letter"("company_id", "failed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_section_company_id_report_id_position_key" ON "reports"."report_section"("company_id", "report_id", "position");

-- CreateIndex
CREATE INDEX "citation_company_id_section_id_idx" ON "reports"."citation"("company_id", "section_id");

-- CreateIndex
CREATE INDEX "outbox_txid_seq_idx" ON "reports"."outbox"("txid", "seq");

-- CreateIndex
CREATE INDEX "outbox_company_id_type_txid_seq_idx" ON "reports"."outbox"("company_id", "type", "txid", "seq");

-- CreateIndex
CREATE INDEX "dead_letter_company_id_failed_at_idx" ON "reports"."dead_letter"("company_id", "failed_at" DESC);

-- AddForeignKey
ALTER TABLE "deliveries"."delivery" ADD CONSTRAINT "delivery_company_id_connection_id_fkey" FOREIGN KEY ("company_id", "connection_id") REFERENCES "deliveries"."connection"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries"."delivery_attempt" ADD CONSTRAINT "delivery_attempt_company_id_delivery_id_fkey" FOREIGN KEY ("company_id", "delivery_id") REFERENCES "deliveries"."delivery"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcomes"."evidence" ADD CONSTRAINT "evidence_company_id_score_id_fkey" FOREIGN KEY ("company_id", "score_id") REFERENCES "outcomes"."outcome_score"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcomes"."metric_lineage" ADD CONSTRAINT "metric_lineage_company_id_metric_id_fkey" FOREIGN KEY ("company_id", "metric_id") REFERENCES "outcomes"."metric"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile"."member" ADD CONSTRAINT "member_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile"."api_key" ADD CONSTRAINT "api_key_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."enrolment" ADD CONSTRAINT "enrolment_company_id_programme_id_fkey" FOREIGN KEY ("company_id", "programme_id") REFERENCES "programs"."programme"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."session" ADD CONSTRAINT "session_company_id_programme_id_fkey" FOREIGN KEY ("company_id", "programme_id") REFERENCES "programs"."programme"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."session_revision" ADD CONSTRAINT "session_revision_company_id_session_id_fkey" FOREIGN KEY ("company_id", "session_id") REFERENCES "programs"."session"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."buddy_event" ADD CONSTRAINT "buddy_event_company_id_match_id_fkey" FOREIGN KEY ("company_id", "match_id") REFERENCES "programs"."buddy_match"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."buddy_check_in" ADD CONSTRAINT "buddy_check_in_company_id_match_id_fkey" FOREIGN KEY ("company_id", "match_id") REFERENCES "programs"."buddy_match"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."buddy_feedback" ADD CONSTRAINT "buddy_feedback_company_id_match_id_fkey" FOREIGN KEY ("company_id", "match_id") REFERENCES "programs"."buddy_match"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."course_completion" ADD CONSTRAINT "course_completion_company_id_course_id_fkey" FOREIGN KEY ("company_id", "course_id") REFERENCES "programs"."course"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."import" ADD CONSTRAINT "import_company_id_upload_id_fkey" FOREIGN KEY ("company_id", "upload_id") REFERENCES "programs"."upload"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."import_issue" ADD CONSTRAINT "import_issue_company_id_import_id_fkey" FOREIGN KEY ("company_id", "import_id") REFERENCES "programs"."import"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programs"."import_reject" ADD CONSTRAINT "import_reject_company_id_import_id_fkey" FOREIGN KEY ("company_id", "import_id") REFERENCES "programs"."import"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports"."report_section" ADD CONSTRAINT "report_section_company_id_report_id_fkey" FOREIGN KEY ("company_id", "report_id") REFERENCES "reports"."report"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports"."citation" ADD CONSTRAINT "citation_company_id_section_id_fkey" FOREIGN KEY ("company_id", "section_id") REFERENCES "reports"."report_section"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
