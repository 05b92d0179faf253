"""Whoever tries wrong tokens waits: longer for each one, and only a few at the same time."""

import asyncio
import time
from collections import Counter

# The first tries are slips of a person; the one after them waits a little, the next twice as long.
FREE_TRIES = 3
FIRST_SECONDS = 0.25
LONGEST_SECONDS = 8.0
WAITING_AT_ONCE = 10
FORGOTTEN_SECONDS = 600.0
ADDRESSES_KEPT = 10_000


class TooManyWaiting(Exception):
    """So many tries of one address are waiting already that this one is not kept waiting."""


class WrongTries:
    """How often each address was wrong lately."""

    def __init__(self) -> None:
        self._tries: dict[str, tuple[int, float]] = {}
        self._waiting: Counter[str] = Counter()

    async def wait(self, address: str) -> None:
        """Wait as long as one more wrong try of an address costs. Raises TooManyWaiting."""
        seconds = self.count(address)
        if self._waiting[address] >= WAITING_AT_ONCE:
            raise TooManyWaiting(address)
        self._waiting[address] += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self._waiting[address] -= 1
            self._waiting += Counter()  # drops those at nought

    def count(self, address: str) -> float:
        """Note a wrong try; the seconds that it costs."""
        tries, last = self._tries.pop(address, (0, 0.0))
        now = time.monotonic()
        tries = 1 if now - last > FORGOTTEN_SECONDS else tries + 1
        self._tries[address] = (tries, now)
        if len(self._tries) > ADDRESSES_KEPT:
            del self._tries[next(iter(self._tries))]
        if tries <= FREE_TRIES:
            return 0.0
        return float(min(FIRST_SECONDS * 2 ** min(tries - FREE_TRIES - 1, 10), LONGEST_SECONDS))
