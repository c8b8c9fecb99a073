"""Entities of a FollowTheMoney dataset and what ties them together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from enduse.lists.opensanctions.schema import EDGES
from enduse.lists.record import Record
from enduse.model import Link, Origin

_STAMPS = ("first_seen", "last_seen", "last_change")


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity: texts by property, and entities nested in properties."""

    id: str
    schema: str
    caption: str
    origin: Origin
    texts: dict[str, tuple[str, ...]]
    nested: dict[str, tuple["Entity", ...]]
    datasets: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    target: bool = False
    stamps: dict[str, str] = field(default_factory=dict)

    def all(self, *names: str) -> tuple[str, ...]:
        """Every different text of the properties, in order."""
        return tuple(dict.fromkeys(t for n in names for t in self.texts.get(n, ())))

    @property
    def name(self) -> str:
        """Its caption, or its first name, or its id."""
        return self.caption or next(iter(self.all("name")), "") or self.id


def entity(row: Record) -> Entity:
    """The entity a record holds, with everything nested in it."""
    texts: dict[str, tuple[str, ...]] = {}
    nested: dict[str, tuple[Entity, ...]] = {}
    for properties in row.children("properties"):
        for name, value in properties.values.items():
            items = value if isinstance(value, list) else [value]
            inner = [i for i, item in enumerate(items) if isinstance(item, dict)]
            if inner:
                children = properties.children(name)
                nested[name] = tuple(entity(children[i]) for i in inner)
            texts[name] = tuple(
                text
                for text, item in zip(_texts(items), items, strict=True)
                if text and not isinstance(item, dict)
            )
            properties.note_read(name)
    return Entity(
        id=row.text("id"),
        schema=row.text("schema"),
        caption=row.text("caption"),
        origin=row.origin,
        texts=texts,
        nested=nested,
        datasets=tuple(row.texts("datasets")),
        referents=tuple(row.texts("referents")),
        target=row.text("target") == "True",
        stamps={name: row.text(name) for name in _STAMPS},
    )


def _texts(items: list[object]) -> Iterator[str]:
    for item in items:
        yield "" if item is None else str(item).strip()


def walk(top: Iterable[Entity]) -> Iterator[Entity]:
    """Every entity and every one nested in it, outermost first."""
    for item in top:
        yield item
        for children in item.nested.values():
            yield from walk(children)


class Graph:
    """All entities by id, with the sanctions, documents and edges of each."""

    def __init__(self, top: Iterable[Entity]) -> None:
        self.known: dict[str, Entity] = {}
        self.of: dict[tuple[str, str], list[Entity]] = {}
        self.listed: set[str] = set()
        self._links: dict[str, list[tuple[str, str]]] = {}
        for item in walk(top):
            if item.id not in self.known or len(item.texts) > len(
                self.known[item.id].texts
            ):
                self.known[item.id] = item
        for item in list(self.known.values()):
            self._attach(item)

    def _attach(self, item: Entity) -> None:
        if item.schema in EDGES:
            source, target, there, back = EDGES[item.schema]
            role = "; ".join(item.all("role", "relationship", "percentage"))
            for one in self.ends(item, source):
                for other in self.ends(item, target):
                    self._links.setdefault(one, []).append((there, f"{other}\n{role}"))
                    self._links.setdefault(other, []).append((back, f"{one}\n{role}"))
            return
        for name in ("entity", "holder"):
            for one in self.ends(item, name):
                self.of.setdefault((one, name), []).append(item)

    def ends(self, item: Entity, name: str) -> list[str]:
        """Ids of the entities that a property names or nests."""
        inner = (child.id for child in item.nested.get(name, ()))
        return [*dict.fromkeys((*item.all(name), *inner))]

    def belonging(self, item: Entity, name: str, *nested: str) -> list[Entity]:
        """Entities whose property `name` is this one, or that are nested in it."""
        inner = [child for n in nested for child in item.nested.get(n, ())]
        found = {
            child.id: child for child in (*inner, *self.of.get((item.id, name), ()))
        }
        return list(found.values())

    def links(self, item: Entity, source: str) -> Iterator[Link]:
        """Its ties; to a party of the dataset by listing id, to others by name."""
        for relation, said in dict.fromkeys(self._links.get(item.id, ())):
            other, _, role = said.partition("\n")
            known = self.known.get(other)
            target_id = f"{source}:{other}" if other in self.listed else ""
            yield Link(relation, target_id, known.name if known else other, role)
