SELECT u.obligation_id, u.fact_id, u.counted_as, u.part_id, u.reason, u.agency_id, u.account_id,
       u.decided_at, u.answer, u.answered_by, u.answered_at
  FROM obligation_uncounted u
 WHERE u.fact_id = $1
 ORDER BY u.obligation_id
