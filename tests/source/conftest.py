import pytest
import yaml

from scmaster.source import reader


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request, monkeypatch):
    """What uses this holds with libyaml and without it."""
    monkeypatch.setattr(reader, "LOADER", getattr(yaml, request.param))
    return request.param
