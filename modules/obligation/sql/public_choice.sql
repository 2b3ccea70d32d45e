SELECT items, areas, chosen_at, version FROM obligation_public_choice WHERE plan_id = $1
