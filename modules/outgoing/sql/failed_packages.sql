SELECT count(*) AS failed FROM outgoing_package WHERE state <> 'handed' AND state = 'failed'
