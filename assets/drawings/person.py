"""What a person is: a face, a head of hair in each view, a build and clothes."""

from dataclasses import dataclass, field

from assets.drawings.faces import (
    Face,
    Frame,
    Look,
    View,
    beard_mouth,
    draw_layers,
    face_front,
    face_profile,
    face_quarter,
    profile_ear,
)  # fmt: skip
from assets.drawings.kit import C, Svg, mix


@dataclass(frozen=True)
class Cloth:
    """One piece of clothing: its light tone, middle tone, shade and trim (cuffs, hems, collars)."""

    base: str
    shade: str
    deep: str
    trim: str = ""

    @property
    def edge(self) -> str:
        return self.trim or self.deep


CREAM = Cloth(C.CREAM, C.CREAM_DARK, C.CREAM_DEEP)
SAND = Cloth(C.SAND_DARK, mix(C.SAND_DARK, C.SAND_DEEP, 0.55), C.SAND_DEEP)
SLATE = Cloth(C.SLATE_LIGHT, mix(C.SLATE_LIGHT, C.SLATE, 0.6), C.SLATE, C.SLATE_PALE)
DARK_SLATE = Cloth(C.SLATE, C.SLATE_DARK, mix(C.SLATE_DARK, C.NAVY, 0.4), C.SLATE_LIGHT)
NAVY = Cloth(C.NAVY, C.NAVY_DARK, mix(C.NAVY_DARK, "#000000", 0.25), C.NAVY_LIGHT)
LIGHT_NAVY = Cloth(C.NAVY_LIGHT, mix(C.NAVY_LIGHT, C.NAVY, 0.6), C.NAVY, mix(C.NAVY_LIGHT, C.SLATE, 0.6))
MINT = Cloth(C.MINT_DARK, mix(C.MINT_DARK, C.MINT_DEEP, 0.6), C.MINT_DEEP, C.MINT)
TEAL = Cloth(C.TEAL, C.TEAL_DARK, mix(C.TEAL_DARK, C.NAVY, 0.35), C.TEAL_LIGHT)  # the therapist's tunic only
STONE = Cloth("#8C8577", "#746D61", "#5E584F", "#A39C8E")  # trousers and coats in a warm grey
DUSK = Cloth("#6F6A92", "#595577", "#45425F", "#8F8AB0")
WHITE = Cloth("#FFFFFF", C.CREAM_DARK, C.CREAM_DEEP, "#FFFFFF")


@dataclass(frozen=True)
class Clothes:
    """sleeves: short, long. collar: round, v, shirt, scarf (neck covered). skirt: a long skirt or a dress."""

    top: Cloth = CREAM
    bottom: Cloth = NAVY
    shoes: Cloth = field(default=CREAM)
    sleeves: str = "short"
    collar: str = "round"
    skirt: bool = False
    dress: bool = False  # skirt of the same cloth as the top


@dataclass(frozen=True)
class Build:
    """Sizes in head heights; 1 is the usual adult of NOTES: shoulders 1.9 heads, 7.2 heads high."""

    heads: float = 7.2
    shoulders: float = 1
    waist: float = 1
    hips: float = 1
    thick: float = 1  # of arms and legs
    belly: float = 0  # how far it comes forward
    bust: float = 0
    stoop: float = 0  # of the upper back


@dataclass(frozen=True)
class Person:
    """Everybody is drawn by `head` here and by the builders in figures.py."""

    name: str
    face: Face
    views: dict[str, View]  # front, quarter, profile
    build: Build = Build()
    clothes: Clothes = Clothes()

    @property
    def skin(self) -> str:
        return self.face.skin


def head_back(svg: Svg, person: Person, at: Frame, view: str = "front") -> None:
    """Hair that hangs behind neck and body: call it before the body is drawn."""
    draw_layers(svg, at, person.views[view].back)


def head(svg: Svg, person: Person, at: Frame, view: str = "front", look: Look | None = None) -> None:
    """A whole head, its middle at the frame's x, y. Necks belong to the body."""
    look, face, hair = look or Look(), person.face, person.views[view]
    draw_layers(svg, at, hair.behind)
    if view == "profile":
        shape = face_profile(svg, at, face, look, ear=False)
    elif view == "quarter":
        shape = face_quarter(svg, at, face, look, ear=hair.ears[1])
    else:
        shape = face_front(svg, at, face, look, hair.ears)
    draw_layers(svg, at, hair.over, shape)
    if face.beard:
        beard_mouth(svg, at, face, look, view)
    if view == "profile" and hair.ears[1]:
        profile_ear(svg, at, face)
