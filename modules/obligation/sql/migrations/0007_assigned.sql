-- What a person was given, for the data that is kept about them: without a walk through all years.
CREATE INDEX obligation_assigned ON obligation_obligation (assigned_to) WHERE assigned_to <> 0;
