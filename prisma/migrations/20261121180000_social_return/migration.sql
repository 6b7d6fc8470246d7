-- Social return on investment: the register of financial proxies, the account with its assumptions, and what both were before.

CREATE TABLE "outcomes"."sroi_proxy" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "currency" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sroi_proxy_pkey" PRIMARY KEY ("company_id", "id")
);

CREATE TABLE "outcomes"."sroi_proxy_revision" (
    "company_id" UUID NOT NULL,
    "proxy_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "currency" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sroi_proxy_revision_pkey" PRIMARY KEY ("company_id", "proxy_id", "revision")
);

CREATE TABLE "outcomes"."sroi_account" (
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "investment" DOUBLE PRECISION NOT NULL,
    "investment_source" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "discount_rate" DOUBLE PRECISION NOT NULL,
    "outcomes" JSONB NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sroi_account_pkey" PRIMARY KEY ("company_id")
);

CREATE TABLE "outcomes"."sroi_account_revision" (
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "investment" DOUBLE PRECISION NOT NULL,
    "investment_source" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "discount_rate" DOUBLE PRECISION NOT NULL,
    "outcomes" JSONB NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sroi_account_revision_pkey" PRIMARY KEY ("company_id", "revision")
);

ALTER TABLE "outcomes"."sroi_proxy_revision" ADD CONSTRAINT "sroi_proxy_revision_company_id_proxy_id_fkey"
  FOREIGN KEY ("company_id", "proxy_id") REFERENCES "outcomes"."sroi_proxy"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A metric of a period of its own says which, and of which dimensions the evidence behind it is; what it is the sum of.
ALTER TABLE "outcomes"."metric" ADD COLUMN "period_from" DATE;
ALTER TABLE "outcomes"."metric" ADD COLUMN "period_to" DATE;
ALTER TABLE "outcomes"."metric" ADD COLUMN "dimensions" TEXT[];
ALTER TABLE "outcomes"."metric" ADD COLUMN "contributions" JSONB;

-- Row-level security as on every table that carries a company.
DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['sroi_proxy', 'sroi_proxy_revision', 'sroi_account', 'sroi_account_revision'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- What a number was worked out with stays: revisions only grow.
REVOKE UPDATE, DELETE ON outcomes.sroi_proxy_revision, outcomes.sroi_account_revision FROM teei_outcomes;
