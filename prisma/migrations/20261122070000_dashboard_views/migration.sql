-- Views of the dashboard that members saved, which of them each one begins with, and notes pinned to periods.

-- 1. Tables.
CREATE TABLE "profile"."dashboard_view" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tiles" TEXT[],
    "hidden" TEXT[],
    "period" TEXT,
    "programme_id" UUID,
    "shared_with" TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dashboard_view_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "profile"."member_setting" (
    "company_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "default_view_id" UUID,

    CONSTRAINT "member_setting_pkey" PRIMARY KEY ("company_id","member_id")
);

CREATE TABLE "profile"."annotation" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "programme_id" UUID,
    "text" TEXT NOT NULL,
    "pinned_by" TEXT NOT NULL,
    "pinned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" TEXT,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("company_id","id")
);

-- 2. Indexes.
CREATE INDEX "dashboard_view_company_id_member_id_idx" ON "profile"."dashboard_view"("company_id", "member_id");

-- 3. What points to what: a view goes with its member, shared or not.
ALTER TABLE "profile"."dashboard_view" ADD CONSTRAINT "dashboard_view_company_id_member_id_fkey"
    FOREIGN KEY ("company_id", "member_id") REFERENCES "profile"."member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."member_setting" ADD CONSTRAINT "member_setting_company_id_member_id_fkey"
    FOREIGN KEY ("company_id", "member_id") REFERENCES "profile"."member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."annotation" ADD CONSTRAINT "annotation_company_id_fkey"
    FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 4. Row-level security, as on every table that carries a company.
ALTER TABLE profile.dashboard_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.dashboard_view FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.dashboard_view TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
ALTER TABLE profile.member_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.member_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.member_setting TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
ALTER TABLE profile.annotation ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.annotation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.annotation TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- 5. And beyond the company: what is not shared is its owner's, and nobody changes what is somebody else's.
CREATE POLICY owner_or_shared ON profile.dashboard_view AS RESTRICTIVE FOR SELECT TO teei_profile
  USING (user_id = nullif(current_setting('app.user_id', true), '') OR shared_with <> '{}');
CREATE POLICY owner_inserts ON profile.dashboard_view AS RESTRICTIVE FOR INSERT TO teei_profile
  WITH CHECK (user_id = nullif(current_setting('app.user_id', true), ''));
CREATE POLICY owner_updates ON profile.dashboard_view AS RESTRICTIVE FOR UPDATE TO teei_profile
  USING (user_id = nullif(current_setting('app.user_id', true), ''));
CREATE POLICY owner_deletes ON profile.dashboard_view AS RESTRICTIVE FOR DELETE TO teei_profile
  USING (user_id = nullif(current_setting('app.user_id', true), ''));
CREATE POLICY own ON profile.member_setting AS RESTRICTIVE TO teei_profile
  USING (user_id = nullif(current_setting('app.user_id', true), ''));
