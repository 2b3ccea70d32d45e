-- Which parts of how a plan is carried out everyone may see: nothing unless its coordinator chose
-- it. The row stays when nothing is public any more, so that no version comes twice;
-- obligation_public_board has a row only while something is.
CREATE TABLE obligation_public_choice (
    plan_id INTEGER PRIMARY KEY,
    items INTEGER NOT NULL CHECK (items IN (0, 1)),
    areas INTEGER NOT NULL CHECK (areas IN (0, 1)),
    chosen_at TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
-- Targets that are shown (1), each chosen by itself, and items that are withheld (0).
CREATE TABLE obligation_public_item (
    plan_id INTEGER NOT NULL REFERENCES obligation_public_choice (plan_id),
    lineage INTEGER NOT NULL,
    is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
    PRIMARY KEY (plan_id, lineage, is_shown)
) {STRICT};
INSERT INTO obligation_public_choice (plan_id, items, areas, chosen_at, version)
SELECT plan_id, 1, 0, published_at, 1 FROM obligation_public_board;
