INSERT INTO obligation_obligation (id, code, plan_id, lineage, item_id, agency_id, role, quota,
                                   period, begins_on, ends_on, due_on, needed, unit, product,
                                   is_requested, done, done_on, assigned_to, closing,
                                   closing_reason, closed_by, closed_at, version, parent_id,
                                   giver_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26)
