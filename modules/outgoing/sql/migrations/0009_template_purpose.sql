-- A template for documents that are made of one thing: of reports by one form. Empty: for all of
-- the kind. One of each is in use.
ALTER TABLE outgoing_template ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
DROP INDEX outgoing_template_used;
CREATE UNIQUE INDEX outgoing_template_used ON outgoing_template (agency_id, kind, purpose)
WHERE state = 'in_use';
