"""One test of a small claim over many files or words: quicker than a test for each, and it names each."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Value = TypeVar("Value")


def for_each(
    values: Iterable[Value], name: Callable[[Value], str] = str
) -> Callable[[Callable[[Value], None]], Callable[[], None]]:
    """Make a test of one value a test of them all, which fails with the name of each it does not hold for."""
    all_values = list(values)

    def decorate(check: Callable[[Value], None]) -> Callable[[], None]:
        def test() -> None:
            assert all_values
            wrong = {
                name(value): reason for value in all_values if (reason := _why(check, value)) is not None
            }
            assert not wrong, "\n".join(f"{one}: {reason}" for one, reason in wrong.items())

        test.__doc__ = check.__doc__
        return test

    return decorate


def _why(check: Callable[[Value], None], value: Value) -> str | None:
    try:
        check(value)
    except AssertionError as error:
        return str(error) or "it does not hold"
    return None
