"""Compile a smart city's YAML into the documents its assessors read."""

__version__ = "0.1.0"
