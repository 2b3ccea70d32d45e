INSERT INTO obligation_measure_rule (
    id, plan_id, lineage, measure, is_set, is_ended, subject, op, value, unit, source, source_on,
    numerator_figure, denominator_figure, stated_at, by_agency_id, account_id, scope,
    direction, continues, place
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    $18, $19, $20, $21)
