-- Outboxes and inboxes are kept for a while and then cleared (docs/adr, retention).

-- 1. How far each outbox has been cleared: what is at or before this place may be gone, and a cursor before it has expired.

CREATE TABLE "profile"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "programs"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "outcomes"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reports"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deliveries"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "privacy"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "identity"."outbox_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "txid" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_horizon_pkey" PRIMARY KEY ("id")
);

-- 2. Rows are written in the order of their times, which is what this kind of index is made for: it costs a write next to nothing.

CREATE INDEX "inbox_handled_at_idx" ON "profile"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "programs"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "outcomes"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "reports"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "deliveries"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "privacy"."inbox" USING BRIN ("handled_at");

CREATE INDEX "inbox_handled_at_idx" ON "identity"."inbox" USING BRIN ("handled_at");


-- 3. The relay clears what it has moved, and no row of an inbox that is younger than a day.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity'] LOOP
    EXECUTE format('INSERT INTO %I.outbox_horizon (id) VALUES (1)', name);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I.outbox_horizon FROM %I', name, 'teei_' || name);
    EXECUTE format('GRANT SELECT, UPDATE ON %I.outbox_horizon TO teei_relay', name);
    EXECUTE format('GRANT SELECT, DELETE ON %I.inbox TO teei_relay', name);
    EXECUTE format(
      'CREATE POLICY relay_clears ON %I.inbox TO teei_relay USING (handled_at < now() - interval ''1 day'')', name);
  END LOOP;
END $$;

-- 4. An upload whose file was taken away, while what its imports did stays.
ALTER TABLE "programs"."upload" ADD COLUMN "removed_at" TIMESTAMPTZ(3);

-- 5. Identity takes away keys that have long expired, and can take away no other.
GRANT DELETE ON profile.api_key TO teei_identity;
CREATE POLICY identity_clears ON profile.api_key FOR DELETE TO teei_identity USING (expires_at < now() - interval '30 days');
