-- In which sessions a company was opened, by whom, in what kind of browser: for its administrators, who may end them. No address, and no session's token.
CREATE TABLE "profile"."member_session" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "signed_in_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_session_pkey" PRIMARY KEY ("company_id","id")
);

ALTER TABLE "profile"."member" ADD COLUMN "sessions_end_before" TIMESTAMPTZ(3);

CREATE UNIQUE INDEX "member_session_session_id_company_id_key" ON "profile"."member_session"("session_id", "company_id");
CREATE INDEX "member_session_company_id_member_id_idx" ON "profile"."member_session"("company_id", "member_id");
CREATE INDEX member_session_ended ON profile.member_session (session_id) WHERE ended_at IS NOT NULL;

ALTER TABLE "profile"."member_session" ADD CONSTRAINT "member_session_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "profile"."member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE profile.member_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.member_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.member_session TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- The router notes in which sessions a company is opened, and asks which of them were ended.
GRANT SELECT, INSERT, UPDATE, DELETE ON profile.member_session TO teei_identity;
CREATE POLICY identity_notes_sessions ON profile.member_session TO teei_identity USING (true) WITH CHECK (true);

-- A session that is gone, whatever made it go, is in no company's list. Nothing in between can forget to say so.
CREATE FUNCTION identity.forget_member_sessions() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  DELETE FROM profile.member_session WHERE session_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_member_sessions AFTER DELETE ON identity.session
  FOR EACH ROW EXECUTE FUNCTION identity.forget_member_sessions();
