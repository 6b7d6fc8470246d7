-- From which confidence on a text counted when a model was evaluated: the version's thresholds, the company's own over them and the floors. Null
-- of evaluations of before, which knew the version's alone.
ALTER TABLE "outcomes"."model_evaluation" ADD COLUMN "thresholds" JSONB;
ALTER TABLE "outcomes"."model_evaluation" ADD COLUMN "override_revision" INTEGER;
