"""Whether addresses still open what they opened: the only part of the house on the network.

`file` keeps what was found, and is all that other commands use; `guard`, `asking` and
`rounds` ask, and are imported by `scmaster evidence links` alone; `judging` says what an
answer means.
"""
