"""Parts that more than one document prints, in final words: one part a file.

A passage turns a case into rows of cells; a document chooses passages; a template places
them. Nothing here knows a file format.
"""
