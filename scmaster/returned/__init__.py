"""A document of ours that comes back: comments, tracked changes, and what was edited by hand.

What comes back has been in other hands and programs, and is not trusted: it is opened with
the limits of `source.package`, read as a stream, and nothing it names is opened.
"""
