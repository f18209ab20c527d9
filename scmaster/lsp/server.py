"""Which question of an editor is answered by what."""

import asyncio
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from scmaster import __version__
from scmaster.diagnostics import Diagnostic, Span
from scmaster.language import completion, edits, hover, names, spot
from scmaster.language.edits import Edit, RefusedError
from scmaster.language.names import Thing
from scmaster.language.spot import Spot
from scmaster.language.target import thing_at
from scmaster.lsp import wire
from scmaster.lsp.desk import Desk, Home, Look, home_of

PAUSE = 0.06
"""Seconds without a key after which a text is looked at."""
WATCHED = ("**/*.yaml", "**/*.yml", "**/evidence.*", "**/*.requests")


class Asked(NamedTuple):
    """What a question is about."""

    home: Home
    look: Look
    lines: list[str]
    spot: Spot

    @property
    def thing(self) -> Thing | None:
        """What the id there stands for."""
        return thing_at(self.spot, self.home.sections, self.look.dossier)


def serve(today: Callable[[], date]) -> None:
    """Answer an editor over standard input and output until it has enough."""
    output, sys.stdout = sys.stdout, sys.stderr  # what a rule prints is no part of the protocol
    try:
        made(today).start_io(sys.stdin.buffer, output.buffer)
    finally:
        sys.stdout = output


def made(today: Callable[[], date]) -> LanguageServer:
    """Return a server that knows what to answer."""
    server = LanguageServer(
        wire.NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    answers = Answers(server, Desk(today))

    def feature(name: str, answer: Callable[..., object], options: object = None) -> None:
        server.feature(name, options)(partial(answer))  # a method takes no marks; this does

    feature(types.INITIALIZED, answers.watch)
    feature(types.TEXT_DOCUMENT_DID_OPEN, answers.opened)
    feature(types.TEXT_DOCUMENT_DID_CHANGE, answers.typed)
    feature(types.TEXT_DOCUMENT_DID_SAVE, answers.saved)
    feature(types.TEXT_DOCUMENT_DID_CLOSE, answers.closed)
    feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, answers.changed)
    feature(types.TEXT_DOCUMENT_HOVER, answers.hover)
    triggers = types.CompletionOptions(trigger_characters=[" ", "[", ","])
    feature(types.TEXT_DOCUMENT_COMPLETION, answers.completion, triggers)
    feature(types.TEXT_DOCUMENT_DEFINITION, answers.definition)
    feature(types.TEXT_DOCUMENT_REFERENCES, answers.references)
    feature(types.TEXT_DOCUMENT_PREPARE_RENAME, answers.renamable)
    feature(types.TEXT_DOCUMENT_RENAME, answers.rename, types.RenameOptions(prepare_provider=True))
    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    feature(types.TEXT_DOCUMENT_CODE_ACTION, answers.fixes, fixes)
    return server


class Answers:
    """Answers to an editor's questions, and what it is told unasked."""

    def __init__(self, server: LanguageServer, desk: Desk) -> None:
        """Begin with nothing open and nothing said."""
        self._server, self._desk = server, desk
        self._uris: dict[Path, str] = {}
        """What the editor calls the files that are open."""
        self._said: dict[Home, dict[Path, list[types.Diagnostic]]] = {}
        self._waiting: dict[Home, asyncio.Task[None]] = {}

    # -- texts that come, change and go -------------------------------------------------------

    def watch(self, _: types.InitializedParams) -> None:
        """Ask to be told of files that others change."""
        workspace = self._server.client_capabilities.workspace
        files = workspace.did_change_watched_files if workspace else None
        if files is None or not files.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration(method, method, options)
        self._server.client_register_capability(types.RegistrationParams([registration]))

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Look at a text as it is opened."""
        self._take(params.text_document.uri, 0)

    def typed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Look at a text once nobody has typed for a moment."""
        self._take(params.text_document.uri, PAUSE)

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """Look at what depends on a file; the text itself is known."""
        path = _path(params.text_document.uri)
        self._look([path] if path else [], 0)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Look at what lies on disk instead."""
        path = _path(params.text_document.uri)
        if path is not None:
            self._uris.pop(path, None)
            self._desk.drop(path)
            self._look([path], 0)

    def changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Look at what files concern that others have changed."""
        paths = [path for change in params.changes if (path := _path(change.uri))]
        self._look(paths, PAUSE)

    def _take(self, uri: str, pause: float) -> None:
        path = _path(uri)
        if path is None or home_of(path) is None:
            return
        self._uris[path] = uri
        self._desk.put(path, self._server.workspace.get_text_document(uri).source)
        self._look([path], pause)

    def _look(self, paths: Sequence[Path], pause: float) -> None:
        for home in self._desk.changed(paths):
            if (task := self._waiting.pop(home, None)) is not None:
                task.cancel()
            self._waiting[home] = asyncio.create_task(self._later(home, pause))

    async def _later(self, home: Home, pause: float) -> None:
        await asyncio.sleep(pause)
        self._tell(home, self._desk.look(home))

    def _tell(self, home: Home, look: Look) -> None:
        """Tell what is new, file by file, and take back what is no longer so."""
        now: dict[Path, list[types.Diagnostic]] = {}
        lines = cache(self._desk.lines)
        for found in look.diagnostics:
            path = self._desk.place(home, found.span)
            now.setdefault(path, []).append(self._diagnostic(home, found, lines(path)))
        before = self._said.get(home, {})
        self._said[home] = now
        for path in sorted({*before, *now}):
            said = now.get(path, [])
            if said != before.get(path, []):
                uri = self._uri(path)
                params = types.PublishDiagnosticsParams(uri, said)
                self._server.text_document_publish_diagnostics(params)

    def _diagnostic(self, home: Home, found: Diagnostic, lines: Sequence[str]) -> types.Diagnostic:
        where = wire.range_at(self._codec, lines, found.span)
        related = [
            types.DiagnosticRelatedInformation(self._location(home, other.span), other.message)
            for other in found.related
        ]
        return wire.diagnostic(found, where, related)

    # -- questions ----------------------------------------------------------------------------

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Say what a word is."""
        asked = self._asked(params.text_document, params.position)
        if asked is None:
            return None
        text = hover.about(asked.spot, asked.home.sections, asked.look.dossier)
        return wire.hover(text, asked.spot, self._codec, asked.lines) if text else None

    def completion(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        """Offer what may be written."""
        asked = self._asked(params.text_document, params.position)
        if asked is None:
            return []
        at = asked.spot
        made = completion.offers(at, asked.home.sections, asked.look.dossier)
        where = wire.range_of(self._codec, asked.lines, at.row, at.start, at.end)
        first = asked.lines[at.row][at.start : at.start + 1]
        quote = first if first in {'"', "'"} else ""
        return [wire.offer(each, number, where, quote) for number, each in enumerate(made)]

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        """Go to where a thing is written."""
        asked = self._asked(params.text_document, params.position)
        if asked is None or (thing := asked.thing) is None:
            return None
        return self._location(asked.home, thing.span)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Go to where a thing is named."""
        asked = self._asked(params.text_document, params.position)
        if asked is None or (thing := asked.thing) is None:
            return []
        every = self._desk.dossiers(asked.home)
        spans = [use.span for dossier in every for use in names.uses(dossier, thing)]
        spans += [thing.span] if params.context.include_declaration else []
        return [self._location(asked.home, span) for span in dict.fromkeys(spans)]

    def renamable(self, params: types.PrepareRenameParams) -> types.Range | None:
        """Say which id would be renamed, or why none."""
        asked = self._asked(params.text_document, params.position, fresh=True)
        if asked is None or (thing := asked.thing) is None:
            return None
        try:
            edits.renamable(thing, asked.look.dossier)
        except RefusedError as refused:
            raise _refusal(str(refused)) from None
        at = asked.spot
        start = asked.lines[at.row].index(at.word, at.start)  # behind a quote, where there is one
        return wire.range_of(self._codec, asked.lines, at.row, start, start + len(at.word))

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Rename an id wherever it is written."""
        asked = self._asked(params.text_document, params.position, fresh=True)
        if asked is None or (thing := asked.thing) is None:
            return None
        if self._desk.is_given_out(asked.home, thing.id):
            message = (
                f"'{thing.id}' tertulis di borang yang sudah dibagikan kepada perangkat daerah."
            )
            raise _refusal(message)
        try:
            changes = edits.renaming(
                thing,
                params.new_name.strip(),
                asked.look.dossier,
                self._desk.lines_of,
                self._desk.generated(asked.home),
            )
        except RefusedError as refused:
            raise _refusal(str(refused)) from None
        return self._changes(asked.home, changes)

    def fixes(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Offer to write what was probably meant."""
        path = _path(params.text_document.uri)
        home = home_of(path) if path else None
        if path is None or home is None:
            return []
        lines, found = self._desk.lines(path), self._desk.fresh(home).diagnostics
        offered = []
        for each in found:
            if self._desk.place(home, each.span) != path:
                continue
            where = wire.range_at(self._codec, lines, each.span)
            edit = edits.mending(each, lines) if _meet(where, params.range) else None
            if edit is not None:
                offered.append(
                    types.CodeAction(
                        f"Ganti dengan '{each.meant}'",
                        types.CodeActionKind.QuickFix,
                        [self._diagnostic(home, each, lines)],
                        is_preferred=True,
                        edit=self._changes(home, [edit]),
                    )
                )
        return offered

    def _asked(
        self,
        document: types.TextDocumentIdentifier,
        position: types.Position,
        *,
        fresh: bool = False,
    ) -> Asked | None:
        path = _path(document.uri)
        home = home_of(path) if path else None
        if path is None or home is None:
            return None
        lines = self._desk.lines(path)
        column = wire.column(self._codec, lines, position)
        found = spot.at(lines, position.line, column)
        look = self._desk.fresh(home) if fresh else self._desk.last(home)
        return Asked(home, look, lines, found) if found else None

    def _changes(self, home: Home, made: Iterable[Edit]) -> types.WorkspaceEdit:
        changes: dict[str, list[types.TextEdit]] = {}
        for edit in made:
            path = self._desk.place(home, edit.span)
            where = wire.range_at(self._codec, self._desk.lines(path), edit.span)
            changes.setdefault(self._uri(path), []).append(types.TextEdit(where, edit.text))
        return types.WorkspaceEdit(changes)

    def _location(self, home: Home, span: Span) -> types.Location:
        path = self._desk.place(home, span)
        return types.Location(
            self._uri(path), wire.range_at(self._codec, self._desk.lines(path), span)
        )

    def _uri(self, path: Path) -> str:
        return self._uris.get(path) or path.as_uri()

    @property
    def _codec(self) -> PositionCodec:
        return self._server.workspace.position_codec


def _path(uri: str) -> Path | None:
    """Return the real file of an address; None where it is of no file."""
    name = to_fs_path(uri)
    try:
        return Path(name).resolve() if name else None
    except (OSError, ValueError, RuntimeError):  # a null character, links in a circle
        return None


def _refusal(message: str) -> JsonRpcException:
    return JsonRpcException(message, types.LSPErrorCodes.RequestFailed)


def _meet(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
