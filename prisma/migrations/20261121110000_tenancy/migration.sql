-- Who may touch what: one role for each subgraph with rights on its own schema alone, and row-level security as the floor
-- below the application. `app.company_id` and `app.user_id` are set for one transaction at a time (runtime/src/tenant-transaction.ts).

-- 1. Roles. They belong to the cluster, so another database on it may have made them already.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity', 'relay'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'teei_' || name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', 'teei_' || name);
    END IF;
    EXECUTE format('GRANT %I TO CURRENT_USER', 'teei_' || name);
  END LOOP;
END $$;

-- 2. Rights. Tables that later migrations add get the same by default.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity'] LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I, teei_relay', name, 'teei_' || name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', name, 'teei_' || name);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', name, 'teei_' || name);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', name, 'teei_' || name);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE ON SEQUENCES TO %I', name, 'teei_' || name);
    EXECUTE format('GRANT SELECT, DELETE ON %I.outbox TO teei_relay', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I.outbox_position TO teei_relay', name);
  END LOOP;
END $$;

-- 3. Row-level security on every table that carries a company.
DO $$
DECLARE
  tab record;
BEGIN
  FOR tab IN
    SELECT c.table_schema AS s, c.table_name AS t
    FROM information_schema.columns c
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE c.column_name = 'company_id'
      AND table_type = 'BASE TABLE'
      AND c.table_schema IN ('profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity')
  LOOP
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', tab.s, tab.t);
    EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', tab.s, tab.t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I.%I TO %I USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      tab.s, tab.t, 'teei_' || tab.s);
    IF tab.t = 'outbox' THEN
      EXECUTE format('CREATE POLICY relay ON %I.%I TO teei_relay USING (true)', tab.s, tab.t);
    END IF;
  END LOOP;
END $$;

-- 4. A company sees itself; a person sees the companies they belong to, for the company switcher.
ALTER TABLE profile.company ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.company FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.company TO teei_profile
  USING (id = nullif(current_setting('app.company_id', true), '')::uuid);
CREATE POLICY own_companies ON profile.company FOR SELECT TO teei_profile
  USING (id IN (SELECT m.company_id FROM profile.member m WHERE m.user_id = nullif(current_setting('app.user_id', true), '')));
CREATE POLICY own_memberships ON profile.member FOR SELECT TO teei_profile
  USING (user_id = nullif(current_setting('app.user_id', true), ''));

-- 5. The router establishes viewers: it reads memberships and keys of all companies, and notes when a key was used.
GRANT USAGE ON SCHEMA profile TO teei_identity;
GRANT SELECT ON profile.member, profile.api_key, profile.company TO teei_identity;
GRANT UPDATE (last_used_at) ON profile.api_key TO teei_identity;
CREATE POLICY identity_reads ON profile.member FOR SELECT TO teei_identity USING (true);
CREATE POLICY identity_reads ON profile.company FOR SELECT TO teei_identity USING (true);
CREATE POLICY identity_reads ON profile.api_key FOR SELECT TO teei_identity USING (true);
CREATE POLICY identity_notes_use ON profile.api_key FOR UPDATE TO teei_identity USING (true) WITH CHECK (true);

-- 6. The audit log only grows.
REVOKE UPDATE, DELETE, TRUNCATE ON privacy.audit_entry FROM teei_privacy;

-- 7. Values that code must never write.
ALTER TABLE profile.member ADD CONSTRAINT member_role
  CHECK (role IN ('COMPANY_ADMIN', 'COMPANY_USER', 'ANALYST', 'REVIEWER', 'PLATFORM_ADMIN'));
ALTER TABLE programs.programme ADD CONSTRAINT programme_kind
  CHECK (kind IN ('LANGUAGE', 'MENTORSHIP', 'BUDDY', 'UPSKILLING'));
ALTER TABLE programs.session ADD CONSTRAINT session_kind CHECK (kind IN ('LANGUAGE', 'MENTORSHIP'));
ALTER TABLE programs.session ADD CONSTRAINT session_duration CHECK (duration_minutes > 0 AND duration_minutes <= 1440);
ALTER TABLE programs.import ADD CONSTRAINT import_status
  CHECK (status IN ('PLANNED', 'QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE'));
ALTER TABLE programs.import ADD CONSTRAINT import_adds_up
  CHECK (rows_read = rows_created + rows_updated + rows_unchanged + rows_rejected);
ALTER TABLE outcomes.outcome_score ADD CONSTRAINT score_dimension
  CHECK (dimension IN ('confidence', 'belonging', 'lang_level_proxy', 'job_readiness'));
ALTER TABLE outcomes.outcome_score ADD CONSTRAINT score_ranges
  CHECK (level BETWEEN 0 AND 1 AND confidence BETWEEN 0 AND 1);
