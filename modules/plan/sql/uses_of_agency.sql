SELECT (SELECT COUNT(*) FROM plan_item_agency WHERE agency_id = $1)
       + (SELECT COUNT(*) FROM plan_plan WHERE coordinator_id = $1) AS found
