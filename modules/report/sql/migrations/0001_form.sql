-- Forms of reports and their versions: what is reported, by whom, when, to whom.
CREATE TABLE report_form (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    owner_agency_id INTEGER,
    is_ad_hoc INTEGER NOT NULL CHECK (is_ad_hoc IN (0, 1)),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE TABLE report_form_version (
    id INTEGER PRIMARY KEY,
    form_id INTEGER NOT NULL REFERENCES report_form (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'in_force', 'replaced', 'discarded')),
    content TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    source TEXT NOT NULL,
    is_shipped INTEGER NOT NULL CHECK (is_shipped IN (0, 1)),
    made_by INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (form_id, number)
) {STRICT};
CREATE UNIQUE INDEX report_form_version_draft ON report_form_version (form_id)
    WHERE state = 'draft';
CREATE UNIQUE INDEX report_form_version_in_force ON report_form_version (form_id)
    WHERE state = 'in_force';
CREATE INDEX report_form_version_maker ON report_form_version (made_by, id);

-- What was in force stands for ever: reports were filled by it.
-- sqlite:
CREATE TRIGGER report_form_version_keeps BEFORE UPDATE ON report_form_version
WHEN OLD.state <> 'draft' AND (NEW.id <> OLD.id OR NEW.form_id <> OLD.form_id
    OR NEW.number <> OLD.number OR NEW.content <> OLD.content
    OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.valid_from IS NOT OLD.valid_from
    OR NEW.state = 'draft')
BEGIN
    SELECT RAISE(ABORT, 'a version of a form that was in force never changes');
END;
CREATE TRIGGER report_form_version_no_delete BEFORE DELETE ON report_form_version
BEGIN
    SELECT RAISE(ABORT, 'versions of forms are never deleted');
END;
-- postgres:
CREATE FUNCTION report_keep_form_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a form that was in force never changes';
END;
$$;
CREATE TRIGGER report_form_version_keeps BEFORE UPDATE ON report_form_version
    FOR EACH ROW WHEN (OLD.state <> 'draft' AND (NEW.id <> OLD.id OR NEW.form_id <> OLD.form_id
        OR NEW.number <> OLD.number OR NEW.content <> OLD.content
        OR NEW.content_sha256 <> OLD.content_sha256
        OR NEW.valid_from IS DISTINCT FROM OLD.valid_from OR NEW.state = 'draft'))
    EXECUTE FUNCTION report_keep_form_version();
CREATE TRIGGER report_form_version_no_delete BEFORE DELETE ON report_form_version
    FOR EACH ROW EXECUTE FUNCTION report_keep_form_version();
CREATE TRIGGER report_form_version_no_truncate BEFORE TRUNCATE ON report_form_version
    FOR EACH STATEMENT EXECUTE FUNCTION report_keep_form_version();
-- both:
