"""Clients without a browser: Streamlit's own protocol over a raw socket, and requests with any headers."""

import http.client
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SECONDS = 20


@dataclass
class Tab:
    """One open page: what it was sent, and the id of its session."""

    socket: ClientConnection
    page: str
    sent: list[ForwardMsg] = field(default_factory=list)

    @property
    def session(self) -> str:
        """The id by which the session can be resumed."""
        return next(
            message.new_session.initialize.session_id
            for message in self.sent
            if message.WhichOneof("type") == "new_session"
        )

    @property
    def text(self) -> bytes:
        """Everything that was sent."""
        return b"".join(message.SerializeToString() for message in self.sent)

    def run(self, *, pressed: str = "", filled: dict[str, str] | None = None, question: str = "") -> "Tab":
        """Ask for the page with a button pressed and fields filled, by the ids of their widgets.

        `question` is what stands behind the ? of the address.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = self.page
        asked.rerun_script.query_string = question
        for widget, value in (filled or {}).items():
            state = asked.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = widget, value
        if pressed:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = pressed, True
        self.socket.send(asked.SerializeToString())
        self.hear()
        return self

    def hear(self) -> None:
        """Take in everything up to the end of the run."""
        self.sent.clear()
        while not (self.sent and self._has_ended(self.sent[-1])):
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=SECONDS, decode=False))
            self.sent.append(message)

    def _has_ended(self, message: ForwardMsg) -> bool:
        """A run that was cut short for the next one is not the end."""
        ended = message.WhichOneof("type") == "script_finished"
        return ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def widget(self, key: str) -> str:
        """The id of the widget with a key."""
        for message in self.sent:
            if message.WhichOneof("type") == "delta":
                element = message.delta.new_element
                kind = element.WhichOneof("type")
                identity = str(getattr(getattr(element, kind or "empty"), "id", ""))
                if identity.endswith(f"-{key}"):
                    return identity
        raise AssertionError(f"the page has no {key}")


@contextmanager
def tab(server: str, page: str = "", *, cookie: str | None = None, resume: str = "") -> Iterator[Tab]:
    """A tab on a page of the server, with a cookie header, or one that resumes a session by its id."""
    words = ["streamlit", "PLACEHOLDER", *([resume] if resume else [])]
    with connect(
        f"{server.replace('http', 'ws', 1)}/_stcore/stream",
        additional_headers={"Cookie": cookie} if cookie else {},
        origin=Origin(server),
        subprotocols=[Subprotocol(word) for word in words],
        max_size=None,
        compression=None,
    ) as socket:
        yield Tab(socket, page)


def ask(server: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> tuple[int, str]:
    """Status and text of an answer; `headers` are sent as they are, Host among them."""
    place = urllib.parse.urlsplit(server)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=SECONDS)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        given = {"Host": place.netloc, "Content-Length": str(len(body))} | headers
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()
