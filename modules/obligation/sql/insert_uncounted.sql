INSERT INTO obligation_uncounted (obligation_id, fact_id, counted_as, part_id, reason, agency_id,
                                  account_id, decided_at, answer, answered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 0)
ON CONFLICT DO NOTHING
