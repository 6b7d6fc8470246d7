-- What a company has spent today, in units of cost, on operations that its members wrote themselves.
CREATE TABLE "identity"."query_spending" (
    "company_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "query_spending_pkey" PRIMARY KEY ("company_id","day")
);

ALTER TABLE identity.query_spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.query_spending FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON identity.query_spending TO teei_identity
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
