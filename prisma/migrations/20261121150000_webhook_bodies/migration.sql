-- What partners send is cleared some time after it was handled, and at once when it names somebody who is erased; its hash stays (docs/adr 28).

-- 1. Columns.
ALTER TABLE "programs"."webhook_delivery"
    ALTER COLUMN "body" DROP NOT NULL,
    ADD COLUMN "body_sha256" TEXT,
    ADD COLUMN "body_kept_since" TIMESTAMPTZ(3);

CREATE INDEX "webhook_delivery_body_kept_since_idx" ON "programs"."webhook_delivery"("body_kept_since");

-- 2. What was handled before counts from then.
ALTER TABLE "programs"."webhook_delivery" NO FORCE ROW LEVEL SECURITY;
UPDATE "programs"."webhook_delivery" SET "body_kept_since" = coalesce("handled_at", "received_at") WHERE "next_attempt_at" IS NULL;
ALTER TABLE "programs"."webhook_delivery" FORCE ROW LEVEL SECURITY;

-- 3. What is still to be handled has its body.
ALTER TABLE "programs"."webhook_delivery" ADD CONSTRAINT "webhook_delivery_body" CHECK ("body" IS NOT NULL OR "next_attempt_at" IS NULL);

-- 4. The intake's role sees in which company there is something to clear.
GRANT SELECT ("body_kept_since") ON "programs"."webhook_delivery" TO teei_intake;
