"""A woman reads an open book with a magnifying glass; part of the right page is only a dotted outline."""

import math
from collections.abc import Callable
from itertools import pairwise

from assets.drawings.cast import EDITH
from assets.drawings.faces import Look
from assets.drawings.figures import FOREARM, UPPER_ARM, Arm, Head, arm, joint, standing
from assets.drawings.kit import C, Shape, Svg, curve, ell, ground, mix, poly, rpoly, rrect, shade, stroke
from assets.drawings.props import plant, shelf, window_light

XY = tuple[float, float]
SPINE, TOP, LOW = 474, 430, 616


def _page(k: int) -> Callable[[float, float], XY]:
    """From (across, down), 0 to 1, to the canvas. k: -1 the left page, 1 the right one; across runs from the spine."""

    def at(u: float, v: float) -> XY:
        wide = 212 + 44 * v
        rise = 15 * math.sin(math.pi * min(u * 1.25, 1)) * (1 - 0.2 * v)  # the paper swells beside the spine
        return SPINE + k * u * wide, TOP + (LOW - TOP) * v**0.94 - rise + 10 * u

    return at


def _row(at: Callable[[float, float], XY], v: float, u0: float, u1: float) -> Shape:
    return curve([at(u0 + (u1 - u0) * i / 5, v) for i in range(6)], False)


def _dots(s: Svg, pts: list[XY], gap: float, r: float, colour: str, within: Shape | None = None) -> None:
    """Round dots at even distances along a closed way."""
    ring = [*pts, pts[0]]
    length = sum(math.dist(a, b) for a, b in pairwise(ring))
    step = length / round(length / gap)
    at = 0.0
    for a, b in pairwise(ring):
        far = math.dist(a, b)
        while at < far:
            dot = ell(a[0] + (b[0] - a[0]) * at / far, a[1] + (b[1] - a[1]) * at / far, r, r * 0.86)
            s.add(dot & within if within else dot, colour)
            at += step
        at -= far


def _frame(at: Callable[[float, float], XY], u0: float, v0: float, u1: float, v1: float) -> list[XY]:
    """A rounded frame on the page."""
    n, pts = 9, []
    for cu, cv, start in ((u1, v0, -90), (u1, v1, 0), (u0, v1, 90), (u0, v0, 180)):
        ru, rv = 0.1 * (1 if cu == u0 else -1), 0.12 * (1 if cv == v0 else -1)
        for i in range(n):
            a = math.radians(start + 90 * i / (n - 1))
            pts.append(at(cu + ru + abs(ru) * math.cos(a), cv + rv + abs(rv) * math.sin(a)))
    return pts


def _elbow(shoulder: XY, wrist: XY, h: float, out: int) -> XY:
    """Of the two possible elbows the one that points away from the body, as `standing` finds it."""
    k = (EDITH.build.heads - 1) / 6.2
    ways = [joint(shoulder, wrist, UPPER_ARM * h * k, FOREARM * h * k, bend) for bend in (1, -1)]
    return max((e[1] + 1.6 * out * e[0], e) for e in ways)[1]


class _Above(Svg):
    """Draws into another drawing, but nothing that reaches below a line: the legs under the table."""

    def __init__(self, into: Svg, y: float) -> None:
        super().__init__("", "")
        self._into, self._y = into, y

    def add(self, s: Shape, fill: str, opacity: float = 1) -> None:
        if not s.q.isEmpty() and s.box()[3] < self._y:
            self._into.add(s, fill, opacity)

    def line(self, s: Shape, colour: str, w: float, opacity: float = 1) -> None:
        if s.box()[3] < self._y:
            self._into.line(s, colour, w, opacity)


def _book(s: Svg) -> None:
    left, right = _page(-1), _page(1)
    s.shadow(SPINE, LOW + 6, 312, 20, 0.26)
    cover = rpoly([(SPINE - 224, TOP + 6), (SPINE + 224, TOP + 6), (SPINE + 272, LOW + 20), (SPINE - 272, LOW + 20)], 9)
    s.add(cover, C.NAVY)
    s.add(cover & rrect(SPINE - 300, LOW + 14, 600, 20), C.NAVY_DARK)
    s.add(rrect(SPINE - 7, LOW - 8, 14, 18, 2), C.CREAM_DEEP)
    for at, k in ((left, -1), (right, 1)):
        edge = [at(u / 8, 0) for u in range(9)] + [at(1, v / 6) for v in range(1, 7)] + [at(u / 8, 1) for u in range(7, -1, -1)]
        sheet = poly(edge)
        for down, tone in ((10, C.CREAM_DEEP), (7, C.CREAM_DARK), (4, C.CREAM_DEEP), (2.5, C.CREAM_DARK)):
            s.add(sheet.move(k * down * 0.24, down), tone)
        s.add(sheet, "#FFFDF8")
        x = SPINE + k * 60
        s.add(sheet & rrect(min(x, SPINE), TOP - 30, 60, 250), s.lin(SPINE, 0, x, 0, (0, C.SAND_DEEP, 0.6), (0.35, C.SAND_DEEP, 0.2), (1, C.SAND_DEEP, 0)))
    ink = mix(C.SLATE, C.SLATE_LIGHT, 0.2)
    # the left page is full: a small chart and lines
    s.line(_row(left, 0.1, 0.5, 0.9), C.SLATE_DARK, 7)
    for v, u0 in ((0.24, 0.1), (0.36, 0.1), (0.48, 0.22), (0.6, 0.1), (0.72, 0.1), (0.84, 0.42)):
        s.line(_row(left, v, u0, 0.9), ink, 5)
    # the right page begins, and then nobody knows
    s.line(_row(right, 0.1, 0.12, 0.6), C.SLATE_DARK, 7)
    s.line(_row(right, 0.22, 0.12, 0.9), ink, 5)
    s.line(_row(right, 0.34, 0.12, 0.5), ink, 5)
    _dots(s, _frame(right, 0.12, 0.48, 0.9, 0.92), 13, 3.1, C.SLATE_DARK)


def _glass(s: Svg, x: float, y: float, r: float, hand_at: XY) -> None:
    """The magnifying glass; what lies under it is seen larger."""
    away = math.atan2(hand_at[1] - y, hand_at[0] - x)
    c, n = math.cos(away), math.sin(away)
    s.add(ell(x + 12, y + 20, r + 6, (r + 6) * 0.9), C.NAVY, 0.12)
    end = (hand_at[0] + 40 * c, hand_at[1] + 40 * n)
    handle = stroke(curve([(x + (r + 8) * c, y + (r + 8) * n), end], False), 17)
    s.add(handle, C.WOOD_DARK)
    s.add(shade(handle, 0, 7) , mix(C.WOOD_DARK, C.WOOD, 0.8))
    s.add(stroke(curve([(x + r * c, y + r * n), (x + (r + 14) * c, y + (r + 14) * n)], False), 12, "flat"), C.SLATE_LIGHT)
    lens = ell(x, y, r)
    s.add(lens, "#F6FBFC")
    s.add(lens & (lens - lens.move(-7, -9)), "#D9E8EE")
    row = stroke(curve([(x - r, y - 22), (x, y - 25), (x + r, y - 22)], False), 9)
    s.add(row & lens, C.SLATE)
    for i in range(-4, 5):
        s.add(ell(x + i * 23 - 4, y + 14 + abs(i) * 0.4, 5.6, 5) & lens, C.SLATE_DARK)
    s.add(lens & (ell(x - r * 0.1, y - r * 0.1, r * 0.84) - ell(x + r * 0.06, y + r * 0.05, r * 0.86)), "#FFFFFF", 0.75)
    s.line(ell(x, y, r), C.NAVY, 11)
    s.line(curve([(x - r * 0.98, y + r * 0.2), (x - r * 0.83, y - r * 0.55), (x - r * 0.2, y - r * 0.98)], False), C.SLATE_LIGHT, 3.4)


def draw() -> Svg:
    s = Svg("What we do not know", "A woman reads an open book with a magnifying glass. Part of the right page is empty, only a dotted outline.")
    h, x = 104, 508  # pixels of a head; 4.5 px = 1 cm
    ground(s, floor_y=640)
    window_light(s, 150, 176, 196, 240)
    shelf(s, 690, 290, 156)
    for bx, w, tall, tone in ((706, 17, 66, C.SLATE), (725, 22, 76, C.SAND_DEEP), (749, 15, 60, C.NAVY_LIGHT)):
        book = rrect(bx, 290 - tall, w, tall, 3)
        s.add(book, tone)
        s.add(rrect(bx + w * 0.66, 290 - tall, w * 0.34, tall, 2), C.NAVY_DARK, 0.2)
        s.add(rrect(bx, 290 - tall + 12, w, 5), C.CREAM, 0.8)
    plant(s, 812, 290, 58)

    arms = (Arm((x - 148, 456), hand="flat", deg=74), Arm((688, 458), hand="hold_back", deg=106, flip=True))
    shoulders: list[Shape] = []
    above = _Above(s, 600)
    who = standing(above, EDITH, x, 130 + 6.9 * h, h, left=arms[0], right=arms[1], shadow=False, face=Head(look=Look("down", "listening", turn=3, dy=5), tilt=4))

    for k in (-1, 1):  # shoulders and neck in one line
        slope = [(x + k * 40, 254), (x + k * 60, 259.5), (x + k * 82, 268), (x + k * 104, 283), (x + k * 90, 302), (x + k * 50, 290)]
        shoulders.append(curve(slope))
    # ------------------------------------------------------------ table
    s.shadow(500, 722, 262, 14, 0.26)
    body = rpoly([(196, 640), (804, 640), (776, 720), (224, 720)], 10)
    s.add(body, C.CREAM)
    s.add(body & poly([(690, 640), (820, 640), (820, 730), (672, 730)]), C.CREAM_DARK)
    s.add(body & rrect(180, 640, 640, 30), C.CREAM_DEEP, 0.7)
    top = rpoly([(186, 412), (814, 412), (846, 640), (154, 640)], 16)
    s.add(top, s.lin(0, 412, 0, 640, (0, mix(C.WOOD_LIGHT, C.SAND, 0.35), 1), (1, C.WOOD_LIGHT, 1)))
    s.add(rrect(150, 628, 700, 28, 13), C.WOOD)
    s.add(rrect(150, 643, 700, 13, 6.5), C.WOOD_DARK)
    s.shadow(x, 422, 150, 18, 0.2)
    _book(s)
    # ------------------------------------------------------------ arms, over table and book
    _glass(s, 561, 515, 55, (678, 498))
    for one, at, shoulder, k in zip(arms, who.hands, who.shoulders, (-1, 1), strict=True):
        s.add(at.outline().move(7, 9), C.NAVY, 0.16)
        arm(s, EDITH, shoulder, _elbow(shoulder, one.wrist or (0, 0), h, k), one.wrist or (0, 0), h, one.hand, one.deg, flip=at.flip)
    for patch in shoulders:
        s.add(patch, EDITH.clothes.top.base)
    return s
