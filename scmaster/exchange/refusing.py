"""Why what somebody typed is not taken."""


class UnclearError(ValueError):
    """Says in Indonesian what is wrong with a typed value, and what to write instead."""

    def __init__(self, message: str, hint: str, code: str = "SCM909") -> None:
        """Keep what is to be said."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
