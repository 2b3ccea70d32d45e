INSERT INTO personal_data_request
       (id, code, kind, state, account_id, asker_name, contact, wish, agency_id, received_on,
        acknowledge_by, finish_by, with_others, extension_reason, answer, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', 1)
