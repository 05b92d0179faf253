"""What is computed once is kept, computed by one only, and makes room."""

import threading
import time

import pytest

from dashboard.cache import Cache


def test_a_value_is_computed_once() -> None:
    made: list[int] = []
    cache: Cache = Cache(2)
    for _ in range(3):
        assert cache.get("key", lambda: made.append(1) or 7) == 7
    assert made == [1]


def test_of_many_who_ask_at_once_one_computes() -> None:
    made: list[int] = []
    cache: Cache = Cache(2)
    together = threading.Barrier(20)

    def ask() -> None:
        together.wait()
        cache.get("key", lambda: time.sleep(0.05) or made.append(1) or 7)

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_the_value_made_longest_ago_makes_room() -> None:
    cache: Cache = Cache(2)
    for key in ("a", "b", "c"):
        cache.get(key, lambda key=key: key)
    made: list[str] = []
    for key in ("b", "c", "a"):
        cache.get(key, lambda key=key: made.append(key) or key)
    assert made == ["a"]


def test_a_failure_is_told_and_not_kept() -> None:
    cache: Cache = Cache(2)

    def fail() -> int:
        raise ValueError("not today")

    with pytest.raises(ValueError, match="not today"):
        cache.get("key", fail)
    assert cache.get("key", lambda: 7) == 7
