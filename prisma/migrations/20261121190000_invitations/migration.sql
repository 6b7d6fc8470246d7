-- Invitations to a company, mails that let somebody choose a new password, and when members last signed in.

-- 1. Tables.
CREATE TABLE "profile"."invitation" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "token_hash" TEXT,
    "mailed_at" TIMESTAMPTZ(3),
    "mail_failure" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "identity"."reset_mail" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "sealed_token" TEXT,
    "language" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "reset_mail_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "profile"."member" ADD COLUMN "last_sign_in_at" TIMESTAMPTZ(3);

-- 2. Indexes.
CREATE UNIQUE INDEX "invitation_company_id_token_hash_key" ON "profile"."invitation"("company_id", "token_hash");
CREATE INDEX "invitation_company_id_email_idx" ON "profile"."invitation"("company_id", "email");
CREATE INDEX "reset_mail_user_id_asked_at_idx" ON "identity"."reset_mail"("user_id", "asked_at");
CREATE INDEX "reset_mail_due_at_idx" ON "identity"."reset_mail"("due_at");

-- 3. What points to what.
ALTER TABLE "profile"."invitation" ADD CONSTRAINT "invitation_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "identity"."reset_mail" ADD CONSTRAINT "reset_mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 4. Who may see what.
ALTER TABLE profile.invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.invitation TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- 5. The router notes when a member signed in, and clears invitations that are long over.
GRANT UPDATE (last_sign_in_at) ON profile.member TO teei_identity;
CREATE POLICY identity_notes_sign_in ON profile.member FOR UPDATE TO teei_identity USING (true) WITH CHECK (true);
GRANT SELECT (company_id, id, expires_at, accepted_at, withdrawn_at), DELETE ON profile.invitation TO teei_identity;
CREATE POLICY identity_clears ON profile.invitation TO teei_identity USING (true);

-- 6. Values that code must never write.
ALTER TABLE profile.invitation ADD CONSTRAINT invitation_role
  CHECK (role IN ('COMPANY_ADMIN', 'COMPANY_USER', 'ANALYST', 'REVIEWER', 'PLATFORM_ADMIN'));
ALTER TABLE profile.invitation ADD CONSTRAINT invitation_language CHECK (language IN ('en', 'uk', 'no'));
ALTER TABLE profile.invitation ADD CONSTRAINT invitation_mail_failure
  CHECK (mail_failure IN ('MAILBOX_REFUSED', 'SERVER_UNREACHABLE', 'NOT_SET_UP'));
