INSERT INTO obligation_obstacle_step (id, obstacle_id, step, text, agency_id, to_agency_id,
                                      account_id, attachment_id, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
