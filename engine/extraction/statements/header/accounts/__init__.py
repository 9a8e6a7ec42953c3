"""What a document says of each of several accounts."""
