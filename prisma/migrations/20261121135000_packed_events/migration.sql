-- Rows of an outbox may hold several events, and sessions get fewer indexes: both decide how fast a large file is stored.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity'] LOOP
    EXECUTE format('ALTER TABLE %I.outbox ADD COLUMN size integer NOT NULL DEFAULT 1', name);
    EXECUTE format('ALTER TABLE %I.outbox ADD CONSTRAINT outbox_size CHECK (size > 0)', name);
    -- Events are read by every consumer and kept for weeks: LZ4 packs and unpacks them many times faster than the default.
    BEGIN
      EXECUTE format('ALTER TABLE %I.outbox ALTER COLUMN data SET COMPRESSION lz4', name);
    EXCEPTION WHEN OTHERS THEN
      RAISE NOTICE 'this server was built without LZ4';
    END;
  END LOOP;
END $$;

DROP INDEX programs.session_company_id_started_at_id_idx;
DROP INDEX programs.session_company_id_participant_id_started_at_id_idx;
DROP INDEX programs.session_company_id_volunteer_id_started_at_id_idx;
DROP INDEX programs.session_company_id_import_id_idx;
CREATE INDEX session_participant_id_started_at_id_idx ON programs.session (participant_id, started_at DESC, id DESC);
CREATE INDEX session_volunteer_id_started_at_id_idx ON programs.session (volunteer_id, started_at DESC, id DESC);
CREATE INDEX session_import_id_idx ON programs.session USING brin (import_id);
