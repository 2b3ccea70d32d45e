DELETE FROM evidence_refusal WHERE fact_id = $1
