UPDATE obligation_obligation SET assigned_to = 0, version = version + 1
 WHERE assigned_to = $1 AND assigned_to <> 0
