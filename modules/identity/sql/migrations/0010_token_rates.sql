-- A machine's token may have a limit of its own; without one it has that of the settings.
ALTER TABLE identity_token ADD COLUMN requests_per_minute INTEGER;
