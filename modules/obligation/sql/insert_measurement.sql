INSERT INTO obligation_measurement (
    id, plan_id, lineage, measure, agency_id, as_of, numerator, denominator, value, is_so, source,
    sentence, takes_back, stated_at, by_agency_id, account_id, subject, unit, direction
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
