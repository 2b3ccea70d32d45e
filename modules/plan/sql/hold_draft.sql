-- Changes nothing: the row stays locked until the transaction ends.
UPDATE plan_edition SET version = version WHERE id = $1 AND state = 'draft'
