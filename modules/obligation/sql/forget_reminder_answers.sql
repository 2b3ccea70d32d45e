UPDATE obligation_reminder SET answer_text = '' WHERE account_id = $1
