DELETE FROM evidence_sum
