"""One man in the middle of a ring of five small pictures of himself: a walk, massage, rest, a talk, a gentle stretch."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from assets.drawings.cast import MEI, ROSA, SAMUEL
from assets.drawings.faces import Look
from assets.drawings.figures import NIGHT, Arm, Head, Leg, lying_side, side, standing, walking
from assets.drawings.hands import hand
from assets.drawings.kit import (
    C,
    Shape,
    Stop,
    Svg,
    _refit,
    curve,
    ell,
    ground,
    poly,
    rpoly,
    rrect,
    shade,
    stroke,
)

R = 96  # of a medallion


def _steps(s: Shape, unit: float) -> str:
    """The path in relative steps of `unit` pixels: half as long as `Shape.d`, for pictures of many small shapes."""
    q, out, i, at, said = s.q, "", 0, (0, 0), ""

    def spot(k: int) -> tuple[int, int]:
        return round(q.elementAt(k).x / unit), round(q.elementAt(k).y / unit)

    while i < q.elementCount():
        e = q.elementAt(i)
        letter, more = ("M", 1) if e.isMoveTo() else ("l", 1) if e.isLineTo() else ("c", 3)
        ends = [spot(i + k) for k in range(more)]
        if letter == "M":
            steps = f"{ends[0][0]} {ends[0][1]}"
            out += "z" if i else ""
        else:
            steps = " ".join(f"{x - at[0]} {y - at[1]}" for x, y in ends).replace(" -", "-")
        out += letter if letter != said else "" if steps.startswith("-") else " "  # a letter is said once
        out += steps
        at, i, said = ends[-1], i + more, letter if letter != "M" else ""
    return out


def _plain(s: Shape, error: float) -> Shape:
    """The same outline with fewer curves, where that is possible."""
    if s.q.elementCount() < 14:
        return s
    less = Shape(_refit(s.q, error, 0.6), holes=s.holes)
    return less if 0 < less.q.elementCount() < s.q.elementCount() else s


class Small(Svg):
    """A drawing that writes short paths: whole steps of `unit` pixels, outlines true to `error` pixels."""

    unit, error = 0.1, 0.3

    def add(self, s: Shape, fill: str, opacity: float = 1) -> None:
        if fill.startswith("url"):
            super().add(s, fill, opacity)
            return
        s = _plain(s, self.error)
        d = _steps(s, self.unit)
        if d:
            rule = ' fill-rule="evenodd"' if s.holes and d.count("M") > 1 else ""
            self._body.append(f'<path d="{d}" fill="{fill}"{rule}{_see(opacity)}/>{_SHORT}')

    def line(self, s: Shape, colour: str, w: float, opacity: float = 1) -> None:
        self._body.append(f'<path d="{_steps(s, self.unit)}" fill="none" stroke="{colour}" stroke-width="{round(w / self.unit)}"{_see(opacity)}/>{_SHORT}')

    def text(self) -> str:
        """The same, the short paths in groups of their own."""
        body, short = [], False
        for item in self._body:
            if item.endswith(_SHORT) != short:
                short = not short
                body.append(f'<g transform="scale({self.unit:g})" stroke-linecap="round" stroke-linejoin="round">' if short else "</g>")
            body.append(item.removesuffix(_SHORT))
        self._body, kept = body + ["</g>"] * short, self._body
        found = super().text()
        self._body = kept
        return found


_SHORT = "<!---->"


def _see(opacity: float) -> str:
    return f' opacity="{opacity:g}"' if opacity < 1 else ""


class Medallion(Small):
    """Draws into another drawing, cut to a circle. The figures inside do not know."""

    def __init__(self, into: Svg, x: float, y: float, r: float) -> None:
        super().__init__("", "")
        self.turn: QTransform | None
        self._into, self._circle, self.turn, self._cx, self._cy, self._r = into, ell(x, y, r), None, x, y, r

    def _inside(self, s: Shape) -> bool:
        x0, y0, x1, y1 = s.box()
        return all(math.dist(p, (self._cx, self._cy)) < self._r - 0.5 for p in ((x0, y0), (x0, y1), (x1, y0), (x1, y1)))

    def _moved(self, s: Shape) -> Shape:
        return Shape(self.turn.map(s.q), holes=s.holes) if self.turn else s

    def add(self, s: Shape, fill: str, opacity: float = 1) -> None:
        s = self._moved(s)
        x0, y0, x1, y1 = s.box()
        if max(x1 - x0, y1 - y0) > 0.8:
            self._into.add(s if self._inside(s) else s & self._circle, fill, opacity)

    def line(self, s: Shape, colour: str, w: float, opacity: float = 1) -> None:
        w *= self.turn.m11() if self.turn else 1
        s = self._moved(s)
        if self._inside(s):
            self._into.line(s, colour, w, opacity)
        else:
            self._into.add(stroke(s, w) & self._circle, colour, opacity)

    def lin(self, x1: float, y1: float, x2: float, y2: float, *stops: Stop) -> str:
        return self._into.lin(x1, y1, x2, y2, *stops)

    def shadow(self, cx: float, cy: float, rx: float, ry: float, op: float = 0.16, colour: str = C.NAVY) -> None:
        if self.turn:
            place, k = self.turn.map(QPointF(cx, cy)), self.turn.m11()
            cx, cy, rx, ry = place.x(), place.y(), rx * k, ry * k
        rx = min(rx, self._r - math.dist((cx, cy), (self._cx, self._cy)))
        if rx > 5:
            self._into.shadow(round(cx, 1), round(cy, 1), round(rx, 1), round(ry, 1), op, colour)


def _open(s: Svg, x: float, y: float, wall: str, floor: str, floor_y: float) -> Medallion:
    """The disc of a medallion with its wall and floor."""
    s.add(ell(x + 3, y + 6, R + 9), C.NAVY, 0.08)
    s.add(ell(x, y, R + 8), C.TEAL)
    s.add(ell(x, y, R + 2.5), C.CREAM)
    s.add(ell(x, y, R - 1), wall)
    m = Medallion(s, x, y, R - 1)
    m.add(rrect(x - R, y + floor_y, 2 * R, R), floor)
    return m


def _close(s: Svg, x: float, y: float) -> None:
    """The inner rim again, over the cut edges."""
    s.line(ell(x, y, R + 1), C.CREAM, 4.5)


def _walk(s: Svg, x: float, y: float) -> None:
    m = _open(s, x, y, "#DDEBEF", C.SAND, 64)
    m.add(curve([(x - 120, y + 40), (x - 70, y + 12), (x - 10, y + 34), (x + 50, y + 8), (x + 130, y + 40), (x + 120, y + 70, 0), (x - 120, y + 70, 0)]), "#CBE0D0")
    m.add(curve([(x - 120, y + 64), (x - 40, y + 42), (x + 40, y + 56), (x + 120, y + 42), (x + 130, y + 70, 0), (x - 120, y + 70, 0)]), "#B7D3BF")
    m.add(rrect(x - R, y + 64, 2 * R, R), C.SAND)
    m.add(ell(x - 50, y - 46, 17), C.LIGHT)
    walking(m, SAMUEL, x + 2, y + 78, 23, "left", 0.8)


def _massage(s: Svg, x: float, y: float) -> None:
    m = _open(s, x, y, C.MINT, C.MINT, 100)
    h = 41
    # he sits in front of her; her hands lie on his shoulders
    hands = [Arm((x + k * 27, y + 46), (x + k * 55, y + 14), hand="drape", deg=90 + k * 14, sx=0.85) for k in (-1, 1)]
    therapist = standing(m, ROSA, x, y - 74 + 7.2 * h, h, left=hands[0], right=hands[1], shadow=False, face=Head(look=Look("down", "smile", dy=5)))
    standing(m, SAMUEL, x - 1, y + 2 + 7.2 * h, h, shadow=False, face=Head(look=Look("closed", "smile")))
    for at in therapist.hands:
        hand(m, at, ROSA.skin)


def _rest(s: Svg, x: float, y: float) -> None:
    m = _open(s, x, y, "#CFDEE6", C.SAND_DARK, 62)
    k = 0.42
    m.turn = QTransform(k, 0, 0, k, x - 340 * k, y - 500 * k)
    m.add(rrect(40, 600, 900, 200), C.CREAM)
    m.add(rrect(40, 640, 900, 200), C.CREAM_DARK)
    pillow = curve([(116, 530), (160, 480), (270, 478), (336, 506), (356, 548), (340, 596), (270, 612), (190, 610), (128, 592)])
    m.add(pillow, "#FFFFFF")
    m.add(shade(pillow, -10, -20), C.CREAM_DARK)
    lying_side(m, SAMUEL, Look("closed", "smile"), "front", NIGHT)


def _talk(s: Svg, x: float, y: float) -> None:
    m = _open(s, x, y, C.MINT, C.MINT, 100)
    h, top = 42, y + 58
    side(m, MEI, (x + 64, y + 80), h, near=Leg((x + 30, y + 190)), far=Leg((x + 30, y + 190)), facing="left", lean=10,
         near_arm=Arm((x + 24, top - 5), hand="side", deg=172), face=Head("profile", Look(mood="listening")))
    side(m, SAMUEL, (x - 62, y + 82), h, near=Leg((x - 30, y + 194)), far=Leg((x - 30, y + 194)), facing="right", lean=4,
         near_arm=Arm((x - 14, y + 38), hand="offer", deg=-28), face=Head("profile", Look(mood="talk")))
    m.add(rrect(x - 110, top, 220, 60), C.WOOD_LIGHT)
    m.add(rrect(x - 110, top + 9, 220, 60), C.WOOD)


def _stretch(s: Svg, x: float, y: float) -> None:
    m = _open(s, x, y, C.MINT, C.SAND, 26)
    for i in (0, 1):
        for j in (0, 1):
            px, py = x - 60 + i * 27, y - 60 + j * 33 - i * 5
            m.add(poly([(px, py), (px + 23, py - 4), (px + 23, py + 25), (px, py + 29)]), C.LIGHT_PALE, 0.75)
    h = 26.5
    hip = (x + 15, y + 32)
    low = hip[1] + 0.47 * h
    mat = rpoly([(x - 112, low - 8), (x + 112, low - 8), (x + 112, low + 12), (x - 112, low + 12)], 6)
    m.add(mat, C.SLATE_LIGHT)
    m.add(mat & rrect(x - 120, low + 4, 240, 20), C.SLATE)
    pillow = rrect(hip[0] - 3.75 * h, low - 11, 1.35 * h, 12, 6)
    m.add(pillow, C.CREAM)
    m.add(shade(pillow, -2, -4), C.CREAM_DARK)

    def at(u: float, v: float) -> tuple[float, float]:
        return hip[0] + u * h, hip[1] + v * h

    near = Leg(at(0.72, -0.95), at(-0.66, -1.54), foot=-24)
    far = Leg(at(1.6, 0.09), at(0.96, -1.38))
    side(m, SAMUEL, hip, h, near=near, far=far, facing="right", lean=-90, near_arm=Arm(at(-0.78, -1.6), hand="flat", deg=0),
         far_arm=Arm(at(-0.62, -1.62), hand="side", deg=10), face=Head("profile", Look("closed", "smile"), nod=-81, tilt=22))


def draw() -> Svg:
    s = Small("Care for the whole person", "A man stands in the middle of a ring. Around him, small pictures show him walking, having a massage, resting, talking with a clinician and stretching.")
    cx, cy, rx, ry = 500, 424, 322, 258
    h, floor = 60, 716  # pixels of a head; 2.6 px = 1 cm
    ground(s, floor_y=636)
    s.glow(cx, 480, 230, C.LIGHT_PALE, 0.8, 230)
    ring = ell(cx, cy, rx, ry)
    s.add(stroke(ring, 26), C.TEAL_LIGHT, 0.28)
    s.add(stroke(ring, 10), C.TEAL_LIGHT)
    standing(s, SAMUEL, cx, floor, h, left=Arm((cx - 12, 424), hand="flat", deg=-28), face=Head(look=Look(mood="smile")))
    for one, deg in ((_massage, -90), (_rest, -27), (_talk, 37), (_stretch, 143), (_walk, 207)):
        a = math.radians(deg)
        x, y = round(cx + rx * math.cos(a)), round(cy + ry * math.sin(a))
        one(s, x, y)
        _close(s, x, y)
    return s
