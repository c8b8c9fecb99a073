"""The places a shipment or a payment passes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One place with its part in the route.

    `role` is the field's own term in snake case: `place_of_receipt`,
    `port_of_loading`, `port_of_transhipment`, `port_of_discharge`,
    `place_of_delivery`, `final_destination`, `airport_of_departure`,
    `airport_of_destination`. `name` is as written; `unlocode`
    is UN/LOCODE without a blank; `country` is ISO 3166 alpha-2. Empty where unknown.
    """

    role: str
    name: str = ""
    unlocode: str = ""
    country: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """Places in the order they are passed; `mode` is sea, air, rail, road, or empty."""

    places: tuple[Place, ...]
    mode: str = ""
