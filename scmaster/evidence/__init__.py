"""The files and addresses of evidence: where they lie, their digests, what is inside.

A city's files are never trusted: nothing in them is run, no name leads out of the folder,
and whatever reads them has limits.
"""
