"""What an editor asks about a text: what stands here, what may, where is it named, how else.

Pure functions of a text, a position and what was understood of the city. Rows and columns count
characters from 0, as the lines of a text do; a `Span` counts from 1, as everywhere.
"""
