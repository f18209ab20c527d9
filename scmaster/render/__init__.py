"""A document's data to bytes: the only folder that knows about file formats."""
