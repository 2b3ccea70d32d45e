-- Changes nothing, and keeps the row from others until the transaction ends.
UPDATE obligation_obligation SET version = version WHERE id = $1
