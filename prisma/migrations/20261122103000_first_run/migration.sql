-- A person's own company of made-up data, and that somebody needs the first steps no more. Both stand in tables whose policies are there.
ALTER TABLE "profile"."company" ADD COLUMN "demo_of" TEXT;
CREATE UNIQUE INDEX "company_demo_of_key" ON "profile"."company"("demo_of");
ALTER TABLE "profile"."member_setting" ADD COLUMN "first_steps_dismissed_at" TIMESTAMPTZ(3);
