-- For those who read the trail: newest first by person, agency or action, and from a day on.
CREATE INDEX audit_entry_person ON audit_entry (actor_name, seq);
CREATE INDEX audit_entry_agency ON audit_entry (acting_agency, seq);
CREATE INDEX audit_entry_action ON audit_entry (action, seq);
CREATE INDEX audit_entry_at ON audit_entry (at, seq);
