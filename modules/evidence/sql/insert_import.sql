INSERT INTO evidence_import (id, code, agency_id, file_name, content, state, created, changed,
                             unchanged, proposed_at, account_id)
VALUES ($1, $2, $3, $4, $5, 'proposed', 0, 0, 0, $6, $7)
