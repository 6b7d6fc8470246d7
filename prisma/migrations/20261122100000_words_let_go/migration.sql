-- What people wrote is kept for some time, then cleared; its hash stays (docs/adr 46).

-- 1. For how long, where a company has chosen another time than the platform's.
CREATE TABLE "programs"."word_retention" (
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "word_retention_pkey" PRIMARY KEY ("company_id")
);
ALTER TABLE programs.word_retention ADD CONSTRAINT word_retention_days CHECK (days BETWEEN 30 AND 180);

ALTER TABLE programs.word_retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE programs.word_retention FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON programs.word_retention TO teei_programs
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- 2. Since when words are here; when they were cleared, and the hash of what was cleared.
ALTER TABLE "programs"."session"
    ADD COLUMN "words_since" TIMESTAMPTZ(3), ADD COLUMN "words_cleared_at" TIMESTAMPTZ(3), ADD COLUMN "words_sha256" TEXT;
ALTER TABLE "programs"."buddy_event"
    ADD COLUMN "words_since" TIMESTAMPTZ(3), ADD COLUMN "words_cleared_at" TIMESTAMPTZ(3), ADD COLUMN "words_sha256" TEXT;
ALTER TABLE "programs"."buddy_check_in"
    ADD COLUMN "words_since" TIMESTAMPTZ(3), ADD COLUMN "words_cleared_at" TIMESTAMPTZ(3), ADD COLUMN "words_sha256" TEXT;
ALTER TABLE "programs"."buddy_feedback"
    ALTER COLUMN "text" DROP NOT NULL,
    ADD COLUMN "words_since" TIMESTAMPTZ(3), ADD COLUMN "words_cleared_at" TIMESTAMPTZ(3), ADD COLUMN "words_sha256" TEXT;
ALTER TABLE "programs"."session_revision" ADD COLUMN "words_since" TIMESTAMPTZ(3);
ALTER TABLE "programs"."record_revision" ADD COLUMN "words_since" TIMESTAMPTZ(3);
ALTER TABLE "programs"."import" ADD COLUMN "rows_cleared_at" TIMESTAMPTZ(3);

-- 3. What is here already counts from when it came, or from now where nobody knows.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['session', 'buddy_event', 'buddy_check_in', 'buddy_feedback', 'session_revision', 'record_revision'] LOOP
    EXECUTE format('ALTER TABLE programs.%I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
UPDATE programs.session SET words_since = created_at WHERE feedback IS NOT NULL;
UPDATE programs.buddy_event SET words_since = now() WHERE note IS NOT NULL;
UPDATE programs.buddy_check_in SET words_since = now() WHERE note IS NOT NULL;
UPDATE programs.buddy_feedback SET words_since = now() WHERE text IS NOT NULL;
UPDATE programs.session_revision SET words_since = replaced_at WHERE before ->> 'feedback' IS NOT NULL;
UPDATE programs.record_revision SET words_since = replaced_at
  WHERE kind IN ('BUDDY_EVENT', 'BUDDY_CHECK_IN', 'BUDDY_FEEDBACK') AND coalesce(before ->> 'note', before ->> 'text') IS NOT NULL;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['session', 'buddy_event', 'buddy_check_in', 'buddy_feedback', 'session_revision', 'record_revision'] LOOP
    EXECUTE format('ALTER TABLE programs.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

-- 4. Nobody stores words without noting since when, and whoever clears them takes them out of the index.
ALTER TABLE programs.session ADD CONSTRAINT session_words CHECK ((feedback IS NULL) = (words_since IS NULL));
ALTER TABLE programs.buddy_event ADD CONSTRAINT buddy_event_words CHECK ((note IS NULL) = (words_since IS NULL));
ALTER TABLE programs.buddy_check_in ADD CONSTRAINT buddy_check_in_words CHECK ((note IS NULL) = (words_since IS NULL));
ALTER TABLE programs.buddy_feedback ADD CONSTRAINT buddy_feedback_words CHECK ((text IS NULL) = (words_since IS NULL));

-- 5. What is due is found by its time. Rows of one batch have one time, at the end of the index: that costs an import next to nothing.
CREATE INDEX session_company_id_words_since_idx ON programs.session (company_id, words_since) WHERE words_since IS NOT NULL;
CREATE INDEX buddy_event_company_id_words_since_idx ON programs.buddy_event (company_id, words_since) WHERE words_since IS NOT NULL;
CREATE INDEX buddy_check_in_company_id_words_since_idx ON programs.buddy_check_in (company_id, words_since) WHERE words_since IS NOT NULL;
CREATE INDEX buddy_feedback_company_id_words_since_idx ON programs.buddy_feedback (company_id, words_since) WHERE words_since IS NOT NULL;
CREATE INDEX session_revision_company_id_words_since_idx ON programs.session_revision (company_id, words_since) WHERE words_since IS NOT NULL;
CREATE INDEX record_revision_company_id_words_since_idx ON programs.record_revision (company_id, words_since) WHERE words_since IS NOT NULL;

CREATE FUNCTION programs.hash_of_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT encode(sha256(convert_to(words, 'UTF8')), 'hex') $$;

-- 6. Somebody must see in which companies there is anything. The relay sees that and no more.
GRANT SELECT (company_id) ON programs.programme, programs.upload TO teei_relay;
CREATE POLICY relay ON programs.programme FOR SELECT TO teei_relay USING (true);
CREATE POLICY relay ON programs.upload FOR SELECT TO teei_relay USING (true);

-- 7. What outcomes has read: a correction whose words are cleared here is known by their hash.
ALTER TABLE "outcomes"."scored_text" ADD COLUMN "words_sha256" TEXT;

-- 8. The relay takes what an event said out of dead letters, and changes nothing else of them.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity'] LOOP
    EXECUTE format('GRANT SELECT (id, failed_at, event), UPDATE (event) ON %I.dead_letter TO teei_relay', name);
    EXECUTE format(
      'CREATE POLICY relay_clears ON %I.dead_letter TO teei_relay USING (failed_at < now() - interval ''1 day'')', name);
  END LOOP;
END $$;
