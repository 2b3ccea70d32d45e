INSERT INTO identity_signer
       (id, agency_id, form, name, collective, head_title, own_title, matters, document, account_id,
        valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
