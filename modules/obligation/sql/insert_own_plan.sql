INSERT INTO obligation_own_plan (id, code, obligation_id, plan_id, agency_id, form, title, place,
                                 linked_plan_id, attachment_id, state, sent_on, counted_on, fact_id,
                                 version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL, 0, 1)
