"""Values: small classes of plain fields whose objects are never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """A dataclass with slots that may be a key, whose fields only the type checker holds fixed.

    What ``frozen=True`` does beyond that takes five times as long for each object that is made, and a document has
    a hundred thousand lines, passages and numbers.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
