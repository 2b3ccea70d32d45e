SELECT COUNT(*) AS found FROM obligation_public_board WHERE plan_id = $1
