"""What a city declares, and what an instrument asks.

A field's name is its YAML key, English; its description is for its writer, Indonesian.
"""
