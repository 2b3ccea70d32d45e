-- Lists of agencies stand in Vietnamese order and are read a page at a time: each name has the key
-- that sorts it, which no SQL can make. It is filled at the end of the migration and at each start
-- (refresh_sort_keys).
ALTER TABLE organisation_name ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
CREATE INDEX organisation_name_order
    ON organisation_name (sort_key, agency_id, valid_from, valid_to);
CREATE INDEX organisation_name_kind_order
    ON organisation_name (kind, sort_key, agency_id, valid_from, valid_to);
DROP INDEX organisation_name_kind;
-- For a list's length: those that ended before a day and those yet to begin are few. Written as
-- expressions, so that only agency_count.sql takes these ways: in any other question "began before
-- today" would lead to nearly all rows, one by one.
CREATE INDEX organisation_name_last_day ON organisation_name ((valid_to || ''));
CREATE INDEX organisation_name_first_day ON organisation_name ((valid_from || ''));
-- Whether somebody stands above an agency on a day, without looking at the row.
DROP INDEX organisation_parent_agency;
CREATE INDEX organisation_parent_agency
    ON organisation_parent (agency_id, valid_from, valid_to, parent_id);
-- Most agencies have no short name of their own; a search passes over those that have none.
DROP INDEX organisation_name_short;
CREATE INDEX organisation_name_short ON organisation_name (short_key) WHERE short_name <> name;
