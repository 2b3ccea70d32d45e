INSERT INTO obligation_part (obligation_id, named_on, given_on, note, proposal_id)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (obligation_id) DO UPDATE
   SET named_on = excluded.named_on, given_on = excluded.given_on, note = excluded.note,
       proposal_id = excluded.proposal_id
