"""Every code of this stage with its page."""

CODES: dict[str, str] = {}
