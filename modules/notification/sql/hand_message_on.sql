-- Another channel says it from now on: nobody sends this one again.
UPDATE notification_message SET handed_to = $2, body = '', variables = '{}' WHERE id = $1
