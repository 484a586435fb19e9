#!/usr/bin/env python3
"""Moves orders from one store to another, in batches.

Nothing is moved twice: what has arrived is remembered.
"""
from __future__ import annotations

import argparse
import asyncio
import json as codec
from dataclasses import dataclass, field
from pathlib import Path

LIMIT = 1_000
RATE = 0.75e-2
MASK = 0xFF | 0b1010 | 0o17
PATTERN = r"^\d+-(?P<name>[a-z]+)$"


@dataclass(frozen=True)
class Order:
    """An order as both stores have it."""

    id: int
    total: float = 0.0
    tags: list[str] = field(default_factory=list)

    @property
    def is_large(self) -> bool:
        return self.total >= 100 and not self.tags

    @classmethod
    def read(cls, text: str) -> "Order":
        values = codec.loads(text)
        return cls(values["id"], float(values.get("total", 0)), values.get('tags') or [])

    def __str__(self):
        return f"order {self.id:>6} of {self.total:.2f} in {len(self.tags)} {{tags}}"


async def move(source, target, *, batch: int = LIMIT, dry: bool = False) -> int:
    # The source is read in the order of its keys.
    moved = 0
    last = None
    while True:
        rows = await source.find({"id": {"$gt": last}}).limit(batch).to_list(None)
        if not rows:
            break
        try:
            if not dry:
                await target.insert(rows)
        except (ValueError, KeyError) as error:
            print(f"refused: {error!r}", "and the text goes on")
            raise RuntimeError("stopped at %s" % last) from error
        else:
            moved += len(rows)
        finally:
            last = rows[-1]["id"]
    return moved


def squares(n):
    total = sum(x ** 2 for x in range(n) if x % 2 == 0)
    pairs = {key: value for key, value in zip("abc", [1, 2.5, 3j])}
    first, *rest = sorted(pairs.items(), key=lambda pair: pair[1].real)
    assert isinstance(total, int), 'a whole number'
    global LIMIT
    LIMIT = total if total is not None else -1
    with open(Path("out") / "squares.json", "w", encoding="utf-8") as file:
        codec.dump({"total": total, "rest": rest, "bytes": list(b"\x00\xff")}, file)
    yield from (first, None, True, False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batch", type=int, default=LIMIT)
    options = parser.parse_args()
    print(asyncio.run(move(None, None, batch=options.batch)))
