DELETE FROM identity_signer WHERE id = $1
