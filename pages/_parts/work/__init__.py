"""Several people at one desk: who has a document, and what they say to each other about it."""
