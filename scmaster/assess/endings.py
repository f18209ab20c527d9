"""The endings of names that fit a kind of file."""

from pathlib import PurePosixPath

ENDINGS = {
    "jpg": ("jpg", "jpeg", "jpe"),
    "tif": ("tif", "tiff"),
    "ole": ("doc", "xls", "ppt", "msg"),
    "docx": ("docx", "docm", "dotx"),
    "xlsx": ("xlsx", "xlsm", "xltx"),
    "pptx": ("pptx", "pptm", "ppsx"),
    "mp4": ("mp4", "m4v", "mov", "m4a"),
    "html": ("html", "htm"),
    "text": ("txt", "csv", "tsv", "md", "json", "xml", "yaml", "yml", "log"),
}
"""The endings of names that fit a kind; a kind that is not here has its own name only."""


def fits(name: str, kind: str) -> bool:
    """Tell whether a file's name ends as files of its kind do."""
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    return not kind or ending in ENDINGS.get(kind, (kind,))
