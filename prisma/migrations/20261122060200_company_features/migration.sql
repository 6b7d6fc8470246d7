-- Which features a company has switched on for how many of its members.
CREATE TABLE "profile"."company_feature" (
    "company_id" UUID NOT NULL,
    "feature" TEXT NOT NULL,
    "percentage" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_feature_pkey" PRIMARY KEY ("company_id","feature")
);

ALTER TABLE "profile"."company_feature" ADD CONSTRAINT "company_feature_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE profile.company_feature ADD CONSTRAINT company_feature_name CHECK (feature IN ('BOARDROOM', 'OWN_OPERATIONS'));
ALTER TABLE profile.company_feature ADD CONSTRAINT company_feature_percentage CHECK (percentage BETWEEN 0 AND 100);

ALTER TABLE profile.company_feature ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.company_feature FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.company_feature TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- The router asks before it answers.
GRANT SELECT (company_id, feature, percentage) ON profile.company_feature TO teei_identity;
CREATE POLICY identity_reads ON profile.company_feature FOR SELECT TO teei_identity USING (true);
