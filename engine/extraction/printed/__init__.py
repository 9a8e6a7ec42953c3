"""Where values stand on the pages of one invoice, whoever says them: a person, a model, memory."""
