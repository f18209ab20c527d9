"""The language server: what an editor is told while somebody types.

`desk` knows what lies open and what was understood of it, `wire` the words of the protocol,
`server` which question is answered by what. The only door to pygls.
"""
