INSERT INTO report_value (report_id, indicator, period_id, collector_id, agency_id, submission_id,
                          numerator, denominator, computed, computed_denominator)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
