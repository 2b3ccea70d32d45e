DELETE FROM obligation_measured
WHERE plan_id = $1 AND lineage = $2 AND measure = $3 AND agency_id = $4
