-- A mark for each change instead of one for each month: whoever marks a month no longer waits for the computation that has taken its mark.
ALTER TABLE "outcomes"."metric_dirty" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    DROP CONSTRAINT "metric_dirty_pkey",
    ADD CONSTRAINT "metric_dirty_pkey" PRIMARY KEY ("company_id","month","id");
ALTER TABLE "outcomes"."metric_period_dirty" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    DROP CONSTRAINT "metric_period_dirty_pkey",
    ADD CONSTRAINT "metric_period_dirty_pkey" PRIMARY KEY ("company_id","month","id");
