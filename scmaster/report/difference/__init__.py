"""What a change does to a submission, to people and machines: one format a file."""
