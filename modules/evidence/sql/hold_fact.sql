-- Keeps fact $1 from others until the transaction ends, without changing it, which the ledger
-- refuses. What merely names the fact (a count, a proof) does not wait.
SELECT f.id
  FROM evidence_fact f
 WHERE f.id = $1
-- postgres:
   FOR NO KEY UPDATE
-- both:
