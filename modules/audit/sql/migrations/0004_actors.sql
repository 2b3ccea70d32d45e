-- For a person who asks what is kept about them: their own lines, whatever their name was then.
CREATE INDEX audit_entry_actor ON audit_entry (actor_account, seq);
