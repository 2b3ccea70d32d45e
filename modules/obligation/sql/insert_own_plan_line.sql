INSERT INTO obligation_own_plan_line (own_plan_id, lineage, has_activity, has_form, has_time,
                                      has_doers, has_money, activity_text, form_text, time_text,
                                      doers_text, money_text)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
