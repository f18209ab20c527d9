"""An editor that speaks with `scmaster lsp` over standard input and output, as real ones do."""

import asyncio
import os
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient

RUN = "from scmaster.cli import app; app()"
PATIENCE = 60
"""Seconds after which an answer is not waited for any longer; a loaded machine is slow."""


class Editor:
    """Open files, type, and ask; every call waits for its answer."""

    def __init__(self, folder, encodings=None):
        """Start the server in a folder, as an editor that counts columns in some encodings."""
        self._runner = asyncio.Runner()
        self._client = LanguageClient("editor", "1")
        self._versions = {}
        self._texts = {}
        self._said = {}
        self._came = asyncio.Event()
        self.registered = []
        self._client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._hear)
        self._client.feature(types.CLIENT_REGISTER_CAPABILITY)(self._register)
        self._runner.run(self._start(folder, encodings))

    async def _start(self, folder, encodings):
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1736899200", "PYTHONIOENCODING": "utf-8"}
        await self._client.start_io(
            sys.executable, "-c", RUN, "lsp", cwd=str(folder), env=environment
        )
        files = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        asked = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings),
            workspace=types.WorkspaceClientCapabilities(did_change_watched_files=files),
        )
        params = types.InitializeParams(capabilities=asked, root_uri=folder.as_uri())
        answer = await self._client.initialize_async(params)
        self.encoding = answer.capabilities.position_encoding
        self._client.initialized(types.InitializedParams())

    @property
    def _hear(self):
        def hear(params: types.PublishDiagnosticsParams):
            self._said[params.uri] = params.diagnostics
            self._came.set()

        return hear

    @property
    def _register(self):
        def register(params: types.RegistrationParams):
            self.registered += [registration.method for registration in params.registrations]

        return register

    def close(self):
        """End the server as the protocol has it; return its exit code."""
        code = self._runner.run(self._end())
        self._runner.close()
        return code

    async def _end(self):
        await self._client.shutdown_async(None)
        self._client.exit(None)
        code = await asyncio.wait_for(self._client._server.wait(), PATIENCE)
        await self._client.stop()
        return code

    # -- texts --------------------------------------------------------------------------------

    def open(self, path, text=None):
        """Open a file, with a text that is not the one on disk where one is given."""
        self._texts[path] = path.read_bytes().decode("utf-8") if text is None else text
        item = types.TextDocumentItem(path.as_uri(), "yaml", 1, self._texts[path])
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, path, text):
        """Let a file that is open hold another text."""
        self._texts[path] = text
        self._versions[path] = self._versions.get(path, 1) + 1
        document = types.VersionedTextDocumentIdentifier(self._versions[path], path.as_uri())
        change = types.TextDocumentContentChangeWholeDocument(text)
        params = types.DidChangeTextDocumentParams(document, [change])
        self._client.text_document_did_change(params)

    def leave(self, path):
        """Close a file without saving it."""
        self._client.text_document_did_close(types.DidCloseTextDocumentParams(_document(path)))

    def tell_of_change(self, path):
        """Say that somebody else has changed a file on disk."""
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        params = types.DidChangeWatchedFilesParams([event])
        self._client.workspace_did_change_watched_files(params)

    def said(self, path):
        """What was last said of a file, by code, line and message."""
        return [
            (d.code, d.range.start.line + 1, d.message) for d in self._said.get(path.as_uri(), [])
        ]

    def diagnostics(self, path):
        """What was last said of a file, as it was said."""
        return self._said.get(path.as_uri(), [])

    def until(self, true):
        """Listen until something is true of what was said."""
        self._runner.run(asyncio.wait_for(self._until(true), PATIENCE))

    async def _until(self, true):
        while not true():
            self._came.clear()
            await self._came.wait()

    # -- questions ----------------------------------------------------------------------------

    def _ask(self, question):
        return self._runner.run(asyncio.wait_for(question, PATIENCE))

    def hover(self, path, word, nth=1):
        """The words shown over a word of the text."""
        params = types.HoverParams(_document(path), self.place(path, word, nth))
        answer = self._ask(self._client.text_document_hover_async(params))
        return answer.contents.value if answer else None

    def offers(self, path, word, nth=1):
        """What is offered right behind a word of the text: the label, and what is written."""
        place = self.place(path, word, nth, len(word))
        params = types.CompletionParams(_document(path), place)
        answer = self._ask(self._client.text_document_completion_async(params))
        return {item.label: item for item in answer}

    def definition(self, path, word, nth=1):
        """File name and line of where a thing is written."""
        params = types.DefinitionParams(_document(path), self.place(path, word, nth))
        answer = self._ask(self._client.text_document_definition_async(params))
        return _location(answer) if answer else None

    def references(self, path, word, nth=1):
        """File names and lines of where a thing is named."""
        context = types.ReferenceContext(include_declaration=True)
        params = types.ReferenceParams(context, _document(path), self.place(path, word, nth))
        answer = self._ask(self._client.text_document_references_async(params))
        return [_location(each) for each in answer]

    def renamable(self, path, word):
        """The stretch of text that would be renamed."""
        params = types.PrepareRenameParams(_document(path), self.place(path, word))
        answer = self._ask(self._client.text_document_prepare_rename_async(params))
        return answer and (answer.start.character, answer.end.character)

    def rename(self, path, word, new, nth=1):
        """The changes that a new id takes, by address."""
        params = types.RenameParams(_document(path), self.place(path, word, nth), new)
        return self._ask(self._client.text_document_rename_async(params)).changes

    def fixes(self, path, word):
        """The quick fixes over a word: title and changes."""
        place = self.place(path, word)
        context = types.CodeActionContext([])
        params = types.CodeActionParams(_document(path), types.Range(place, place), context)
        answer = self._ask(self._client.text_document_code_action_async(params))
        return [(action.title, action.edit.changes) for action in answer]

    def place(self, path, word, nth=1, further=0):
        """The position of a word, in the units of the encoding in use."""
        text = self._texts[path]
        index = -1
        for _ in range(nth):
            index = text.index(word, index + 1)
        before = text[: index + further].replace("\r\n", "\n").split("\n")
        return types.Position(len(before) - 1, self.units(before[-1]))

    def units(self, text):
        """How long a text is, in the units of the encoding in use."""
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        name = f"{self.encoding}-le" if size > 1 else "utf-8"
        return len(text.encode(name, "surrogatepass")) // size

    def after(self, changes):
        """What files would hold after changes."""
        made = {}
        for uri, edits in changes.items():
            path = next((p for p in self._texts if p.as_uri() == uri), None)
            text = self._texts[path] if path else _read(uri)
            lines = text.split("\n")
            for edit in sorted(edits, key=lambda e: e.range.start, reverse=True):
                row = edit.range.start.line
                start, end = (
                    self._index(lines[row], p.character) for p in (edit.range.start, edit.range.end)
                )
                lines[row] = lines[row][:start] + edit.new_text + lines[row][end:]
            made[uri.rpartition("/")[2]] = "\n".join(lines)
        return made

    def _index(self, text, units):
        return next(i for i in range(len(text) + 1) if self.units(text[:i]) == units)


def _document(path):
    return types.TextDocumentIdentifier(path.as_uri())


def _location(answer):
    return answer.uri.rpartition("/")[2], answer.range.start.line + 1


def _read(uri):
    from pathlib import Path

    from pygls.uris import to_fs_path

    return Path(to_fs_path(uri)).read_bytes().decode("utf-8")
