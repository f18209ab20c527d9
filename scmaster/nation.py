"""Every city of a folder, each through the stages of its own, several at a time."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from scmaster import __version__, pipeline, render
from scmaster.assess.summary import Summary, looked_at, summarize
from scmaster.dashboard import national
from scmaster.indonesian import day
from scmaster.render import site
from scmaster.source import opening

FEW = 8
"""So many cities are understood sooner than another process has started."""
MOST = 8
"""Processes at a time: each takes the memory that a command of its own would."""
_AT_ONCE = 4
"""Cities a process is given at a time: few, so that none waits for the other at the end."""
_SELDOM = 100_000
"""Objects after which a process looks for garbage: records of a city are no garbage yet."""


def dashboard(
    every: Sequence[Summary], workspace: Path, *, on: date
) -> tuple[render.Artifact, ...]:
    """Write the pages on which cities stand side by side."""
    frameworks, _ = pipeline.frameworks(workspace)
    foot = f"Dibuat dengan: scmaster {__version__}; dilihat per {day(on)}."
    return site.write(national.compose(every, frameworks, foot))


def summaries(
    folders: Sequence[Path], workspace: Path, *, on: date, processes: int | None = None
) -> Iterator[Summary]:
    """Yield every city in figures, in the order of the folders.

    `processes` are as many as there are processors, up to MOST, unless it says otherwise.
    """
    one = partial(summary, workspace=workspace, on=on)
    several = min(processes or os.cpu_count() or 1, MOST, len(folders) // _AT_ONCE)
    if several < 2 or len(folders) <= FEW:  # noqa: PLR2004  (one is this one)
        yield from map(one, folders)
        return
    # a new process, not a copy of this one: the same on every system, and free of its threads
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(several, mp_context=context, initializer=_begin) as pool:
        yield from pool.map(one, folders, chunksize=_AT_ONCE)


def _begin() -> None:
    """Make a process ready: whoever interrupts speaks to the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_SELDOM)


def summary(folder: Path, *, workspace: Path, on: date) -> Summary:
    """Understand a city and return it in figures."""
    case = pipeline.understand_city(folder, workspace, on=on)
    submission = looked_at(case)
    if submission is not case.submission:
        case = pipeline.checked(replace(case, submission=submission))
    return _placed(summarize(case, folder.name), folder)


def _placed(made: Summary, folder: Path) -> Summary:
    """Name the place of an error from the city's folder on, wherever that stands."""
    first = made.first_error
    if first is None:
        return made
    name = first.span.file
    inside = name.removeprefix(opening.name_of(folder))
    name = Path(name).name if inside == name else f"{folder.name}{inside}"
    return replace(made, first_error=replace(first, span=first.span._replace(file=name)))
