"""What was computed once is kept for everyone, by a key that says what it was computed from."""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, TypeVar

Value = TypeVar("Value")


class Cache:
    """At most `size` values by key, the one made longest ago dropped first.

    Looking up what is there takes no lock, so seventy viewers do not queue for it; of those who ask for the
    same new key at once, one computes it and the others wait.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._values: dict[Hashable, Future[Any]] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, computed by `make` when it is not there; what `make` raises is not kept."""
        known = self._values.get(key)
        if known is None:
            with self._lock:
                known = self._values.get(key)
                is_mine = known is None
                if known is None:
                    known = self._values[key] = Future()
                    while len(self._values) > self._size:
                        del self._values[next(iter(self._values))]
            if is_mine:
                self._compute(key, known, make)
        value: Value = known.result()
        return value

    def _compute(self, key: Hashable, known: "Future[Any]", make: Callable[[], Any]) -> None:
        try:
            known.set_result(make())
        except BaseException as error:
            self._values.pop(key, None)
            known.set_exception(error)
