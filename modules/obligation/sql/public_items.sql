SELECT lineage, is_shown FROM obligation_public_item WHERE plan_id = $1 ORDER BY lineage
