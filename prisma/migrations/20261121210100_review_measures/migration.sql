-- How far the parts of the model are from each other on a score, 0 to 1; null for scores of before.
ALTER TABLE outcomes.outcome_score ADD COLUMN dissent DOUBLE PRECISION;
ALTER TABLE outcomes.outcome_score ADD CONSTRAINT outcome_score_dissent CHECK (dissent BETWEEN 0 AND 1);

-- Why the score was asked about, how long it took, and the language of the text: what stays when the score is gone.
ALTER TABLE outcomes.score_review ADD COLUMN reason TEXT NOT NULL DEFAULT 'UNCERTAIN';
ALTER TABLE outcomes.score_review ADD COLUMN seconds DOUBLE PRECISION;
ALTER TABLE outcomes.score_review ADD COLUMN language TEXT NOT NULL DEFAULT 'und';
ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_reason CHECK (reason IN ('UNCERTAIN', 'DISAGREEMENT', 'RANDOM', 'SECOND_REVIEW', 'DISPUTED'));
ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_seconds CHECK (seconds BETWEEN 0 AND 3600);
CREATE INDEX "score_review_company_id_reviewed_at_idx" ON "outcomes"."score_review"("company_id", "reviewed_at" DESC);

-- What waits for one reviewer. Of ten places five go to scores the model was unsure of, two to scores on which its parts differ, and one each
-- to the random sample, to second reviews and to reviews that differ; a kind that has no more leaves its places to the others.
CREATE FUNCTION outcomes.score_review_queue(company uuid, reviewer text) RETURNS TABLE (id uuid, reason text, place double precision)
LANGUAGE sql STABLE AS $body$
  WITH reviewed AS (
    SELECT r.score_id, count(*) AS times, count(DISTINCT r.label) AS labels, bool_or(r.actor = reviewer) AS own
    FROM outcomes.score_review r WHERE r.company_id = company GROUP BY r.score_id
  ), measured AS (
    SELECT s.id, v.times, v.labels,
      abs(hashtextextended(s.id::text, 7) % 1000000) / 1000000.0::float8 AS lot,
      abs(hashtextextended(s.id::text, 11) % 10) = 0 AS drawn,
      greatest(1 - abs(2 * s.confidence - 1), CASE s.direction WHEN 'mixed' THEN 0 ELSE 1 - abs(2 * s.level - 1) END) AS doubt,
      coalesce(s.dissent, 0) AS dissent
    FROM outcomes.outcome_score s LEFT JOIN reviewed v ON v.score_id = s.id
    -- One in five is reviewed twice; where two differ, a third one decides.
    WHERE s.company_id = company AND (v.times IS NULL OR NOT v.own AND (
      v.times = 1 AND abs(hashtextextended(s.id::text, 13) % 5) = 0 OR v.times = 2 AND v.labels = 2))
  ), sorted AS (
    SELECT m.id, CASE WHEN m.times = 1 THEN 'SECOND_REVIEW' WHEN m.times = 2 THEN 'DISPUTED' WHEN m.drawn THEN 'RANDOM'
        WHEN m.dissent > m.doubt THEN 'DISAGREEMENT' ELSE 'UNCERTAIN' END AS reason,
      CASE WHEN m.times IS NULL AND NOT m.drawn THEN greatest(m.doubt, m.dissent) ELSE m.lot END AS strength
    FROM measured m
  )
  SELECT o.id, o.reason, (row_number() OVER (PARTITION BY o.reason ORDER BY o.strength DESC, o.id) - 0.5)
    / CASE o.reason WHEN 'UNCERTAIN' THEN 5 WHEN 'DISAGREEMENT' THEN 2 ELSE 1 END::float8
  FROM sorted o
$body$;

-- Scores on whose label people settled: one label has more voices than any other.
CREATE FUNCTION outcomes.golden_label(company uuid) RETURNS TABLE (score_id uuid, label text, reviewers bigint, decided_at timestamptz)
LANGUAGE sql STABLE AS $body$
  SELECT v.score_id, (array_agg(v.label ORDER BY v.voices DESC))[1], sum(v.voices)::bigint, max(v.said_at)
  FROM (SELECT r.score_id, r.label, count(*) AS voices, max(r.reviewed_at) AS said_at
    FROM outcomes.score_review r WHERE r.company_id = company GROUP BY r.score_id, r.label) v
  GROUP BY v.score_id HAVING (array_agg(v.voices ORDER BY v.voices DESC))[2] IS DISTINCT FROM max(v.voices)
$body$;
