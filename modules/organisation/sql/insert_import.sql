INSERT INTO organisation_import (id, code, file_name, content, day, state, created, changed,
                                 unchanged, proposed_at, proposed_by)
VALUES ($1, $2, $3, $4, $5, 'proposed', 0, 0, 0, $6, $7)
