-- What does not count for an obligation does not count for it corrected, either.
INSERT INTO obligation_uncounted (obligation_id, fact_id, counted_as, part_id, reason, agency_id,
                                  account_id, decided_at, answer, answered_by, answered_at)
SELECT obligation_id, CAST($2 AS BIGINT), counted_as, part_id, reason, agency_id, account_id,
       decided_at, answer, answered_by, answered_at
  FROM obligation_uncounted
 WHERE fact_id = $1
ON CONFLICT DO NOTHING
