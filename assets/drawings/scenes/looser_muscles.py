"""The same back twice: knotted and tight on the left, smooth on the right, where the man breathes out."""

import math
from dataclasses import dataclass

from assets.drawings.kit import (
    SKIN,
    C,
    Points,
    Shape,
    Svg,
    curve,
    ground,
    limb,
    mix,
    poly,
    rrect,
    shade,
    stroke,
)
from assets.drawings.props import stool

# h = 106 px (crown to chin), 4.6 px = 1 cm. Tomas from behind, on a stool 1.75 h high: hips at v 0, seventh neck bone at
# v -2.42, shoulders 2.1 h wide. All points are (u, v) in heads from the middle of the seat, u to the right.
_H, _SEAT, _FLOOR = 106, 520, 712
_HAIR, _HAIR_DARK, _SHINE = "#4B3A33", "#372A25", "#6F5A50"  # as in cast.py
_SHIRT, _SHIRT_DARK = C.NAVY, C.NAVY_DARK


@dataclass(frozen=True)
class _Back:
    """Where he sits and how: up is how far the shoulders are drawn up, in heads."""

    x: float
    up: float
    head: tuple[float, float, float]  # u, v, degrees

    def at(self, u: float, v: float) -> tuple[float, float]:
        """Shoulders rise by `up`, the low back not at all."""
        lift = self.up * min(1, max(0, (-v - 0.9) / 1.1))
        return self.x + u * _H, _SEAT - 0.36 * _H + (v - lift) * _H

    def pts(self, *points: tuple[float, ...]) -> list[tuple[float, ...]]:
        return [(*self.at(p[0], p[1]), *p[2:]) for p in points]

    def both(self, *right: tuple[float, ...]) -> list[tuple[float, ...]]:
        """A closed outline from its right half, given from top to bottom."""
        return self.pts(*right) + self.pts(*((-p[0], *p[1:]) for p in reversed(right)))


_TIGHT = _Back(300, 0.24, (-0.01, -3.04, -3))
_EASY = _Back(700, 0, (0.02, -3.1, 3))


def _legs(s: Svg, b: _Back) -> None:
    """Shins and heels, seen under the stool from behind."""
    for k in (-1, 1):
        x = b.x + k * 0.3 * _H
        s.shadow(x, _FLOOR - 14, 34, 7, 0.24)
        heel = curve([(x - 19, _FLOOR - 14, 0.4), (x - 20, _FLOOR - 38), (x, _FLOOR - 48), (x + 20, _FLOOR - 38), (x + 19, _FLOOR - 14, 0.4)])
        s.add(heel, C.NAVY)
        s.add(heel & rrect(x - 40, _FLOOR - 21, 80, 14), C.CREAM_DARK)
        shin = limb([(x, _SEAT + 10, 30), (x + k * 1, _SEAT + 90, 26), (x, _FLOOR - 40, 23)], caps=(False, False))
        s.add(shin, "#8C8577" if k < 0 else "#7F786B")
        s.add(shade(shin, -11, 0), "#5E584F")
        s.add(shin & rrect(x - 60, _SEAT, 120, 62), "#5E584F", 0.6)


def _arms(s: Svg, b: _Back) -> None:
    """Upper arms hang, forearms go forward to the thighs: they are behind the trunk from here."""
    base, dark = SKIN["olive"][:2]
    for k in (-1, 1):
        fore = limb([(*b.at(k * 1.245, -0.78), 20), (*b.at(k * 1.16, -0.48), 20.5), (*b.at(k * 0.72, -0.1), 16)])
        s.add(fore, dark)
        upper = limb([(*b.at(k * 1.165, -1.14), 21.5), (*b.at(k * 1.23, -0.84), 20.5), (*b.at(k * 1.235, -0.6), 15)], caps=(False, True))
        s.add(upper, base)
        s.add(shade(upper, -8, -4), dark)


def _head(s: Svg, b: _Back) -> None:
    """The back of a head: ears, hair down to the nape, the neck under it."""
    base, dark, deep = SKIN["olive"][:3]
    u, v, deg = b.head
    cx, cy = b.x + u * _H, _SEAT - 0.36 * _H + v * _H
    k = _H / 100

    def put(shape: Shape) -> Shape:
        return shape.place(cx, cy, deg, k)

    collar = b.at(0, -2.3)[1]
    neck = curve([(cx - 29 * k, cy + 6), (cx - 29 * k, cy + 34), (b.x - 31 * k, b.at(0, -2.46)[1]), (b.x - 50 * k, collar - 4), (b.x - 40, collar + 26), (b.x + 40, collar + 26),
                  (b.x + 50 * k, collar - 4), (b.x + 31 * k, b.at(0, -2.46)[1]), (cx + 29 * k, cy + 34), (cx + 29 * k, cy + 6)])  # fmt: skip
    s.add(neck, base)
    s.add(shade(neck, -15, 0), dark)
    s.add(neck & put(curve([(-40, 20), (0, 30), (40, 20), (40, 36), (20, 47), (0, 49), (-20, 47), (-40, 36)])), dark, 0.7)
    jaw = put(curve([(-36, -6), (-37, 16), (-33, 34), (-24, 44), (0, 48), (24, 44), (33, 34), (37, 16), (36, -6)]))
    s.add(jaw, base)
    s.add(shade(jaw, -9, -4), dark)
    for side in (-1, 1):
        ear = put(curve([(side * 35, -9), (side * 42, -11), (side * 46, -4), (side * 45, 6), (side * 40, 15), (side * 35, 15)]))
        s.add(ear, base if side < 0 else dark)
        s.line(put(curve([(side * 40, -5), (side * 42, 1), (side * 39, 9)], closed=False)), deep, 2, 0.7)
    hair = put(curve([(-38, 4), (-42, -20), (-30, -47), (0, -57), (30, -47), (42, -20), (38, 4), (36, 18, 0.5), (31, 27, 0.5), (25, 37, 0.5),
                      (0, 35), (-25, 37, 0.5), (-31, 27, 0.5), (-36, 18, 0.5)]))  # fmt: skip
    s.add(hair, _HAIR)
    s.add(shade(hair, -11, -3), _HAIR_DARK)
    s.add(hair & put(curve([(-37, -12), (-32, -34), (-16, -48), (4, -51), (-8, -40), (-24, -28), (-30, -14)])), _SHINE)
    for line in ([(2, -30), (-9, -26), (-17, -12), (-20, 6)], [(6, -24), (-3, -12), (-7, 6), (-7, 20)], [(9, -25), (11, -10), (8, 8), (8, 20)], [(12, -30), (21, -20), (24, -4), (22, 12)]):
        s.line(put(curve(line, closed=False)), _HAIR_DARK, 2.2, 0.75)


def _dress(s: Svg, b: _Back) -> Shape:
    """Trousers, shirt, sleeves; returns where the muscles may show."""
    seat = curve(b.both((0, -0.1), (0.86, -0.1), (0.95, 0.12), (0.98, 0.3), (0.86, 0.4), (0, 0.41)))
    s.add(seat, "#8C8577")
    s.add(shade(seat, -16, -8), "#5E584F")
    s.line(curve(b.pts((0, 0.1), (0.015, 0.24), (0, 0.38)), closed=False), "#5E584F", 2.6)
    inner = 0.04 if b.up else 0
    for k in (-1, 1):
        sleeve = curve(b.pts((k * 0.62, -2.24), (k * 0.88, -2.14), (k * 1.07, -2.02), (k * (1.22 - inner), -1.76), (k * (1.33 - inner), -1.4), (k * (1.41 - inner / 2), -1.12, 0),
                             (k * 1.16, -1.0), (k * 0.93, -1.06, 0), (k * 0.88, -1.4), (k * 0.8, -1.8)))
        s.add(sleeve, _SHIRT if k < 0 else _SHIRT_DARK)
        hem = curve(b.pts((k * 1.44, -1.1), (k * 1.16, -1.01), (k * 0.92, -1.07)), closed=False)
        s.add(stroke(hem, 12, "flat") & sleeve, C.NAVY_LIGHT)
    trunk = curve(b.both((0, -2.33), (0.2, -2.36), (0.335, -2.47, 0.3), (0.5, -2.35), (0.76, -2.23), (0.98, -2.1), (1.06, -1.9), (0.92, -1.52), (0.86, -1.2),
                         (0.85, -0.75), (0.9, -0.3), (0.92, 0.07, 0), (0.5, 0.12), (0.02, 0.13)))
    s.add(trunk, _SHIRT)
    s.add(trunk & curve(b.pts((0.78, -2.3), (0.72, -1.9), (0.76, -1.3), (0.6, -0.7), (0.66, 0.3), (2, 0.3), (2, -2.4))), _SHIRT_DARK)
    s.line(curve(b.pts((-0.35, -2.44), (-0.2, -2.33), (0, -2.3), (0.2, -2.33), (0.35, -2.44)), closed=False), C.NAVY_LIGHT, 7)
    return trunk.grow(-7)


_STEPS = 8
_KNOTS = ((0.46, -2.1, 1), (0.5, -2.08, -1), (0.34, -1.52, -1))  # u, v and the side, in heads


def _strands() -> list[tuple[list[tuple[float, float]], float]]:
    """Lines of the muscles of one half, and half their width: trapezius from spine and neck to the shoulder, latissimus."""
    found = []
    for i in range(9):
        su, sv = (0.14 - 0.045 * i, -2.31 + 0.015 * i) if i < 2 else (0.085, -2.24 + 0.18 * (i - 2))
        eu, ev = 0.98 - 0.082 * i, -2.06 + 0.034 * i
        sag = 0.05 - 0.024 * i
        found.append(([(su + (eu - su) * t, sv + (ev - sv) * t + sag * math.sin(math.pi * t)) for t in _TIMES], 0.029))
    for i in range(5):
        su, sv, eu, ev = 0.09 + 0.014 * i, -0.76 + 0.165 * i, 0.62 + 0.042 * i, -1.33 - 0.012 * i
        bow = 0.08 + 0.016 * i
        found.append(([(su + (eu - su) * t + bow * math.sin(math.pi * t), sv + (ev - sv) * t + bow * math.sin(math.pi * t)) for t in _TIMES], 0.029))
    return found


_TIMES = tuple(i / _STEPS for i in range(_STEPS + 1))


def _pulled(line: Points, seed: int, side: int) -> list[tuple[float, float]]:
    """The same line when it is tight: it trembles and is drawn into the knots."""
    out = []
    for j, (u, v) in enumerate((p[0], p[1]) for p in line):
        calm = math.sin(math.pi * j / _STEPS)
        du, dv = 0.022 * calm * math.sin(j * 2.6 + seed * 1.7), 0.034 * calm * math.sin(j * 2.2 + seed * 2.3)
        for ku, kv, k in _KNOTS:
            if k == side:
                near = math.exp(-(((u - ku) ** 2 + (v - kv) ** 2) / 0.06)) * 0.74
                du, dv = du + (ku - u) * near, dv + (kv - v) * near
        out.append((u + du, v + dv))
    return out


def _knot(s: Svg, x: float, y: float, r: float, deg: float) -> None:
    """Strands tied up in one another; deg: the way they run."""
    s.glow(x, y, r * 2.3, C.CORAL_BRIGHT, 0.75)
    tie = [(-2, 0.1), (-1.2, 0.12), (-0.1, 0.52), (0.85, -0.1), (0.2, -0.64), (-0.55, -0.1), (0.15, 0.14), (0.75, 0.5), (2, 0.32)]
    for colour, points in (("#FFA48F", [(-u * 0.95, v * 0.85 - 0.16) for u, v in tie]), (C.CORAL_BRIGHT, tie)):
        line = curve(points, closed=False).place(x, y, deg, r)
        if points is tie:
            s.line(line, C.NAVY_DARK, 7.2, 0.6)
        s.line(line, colour, 4.4)


def _muscles(s: Svg, b: _Back, within: Shape) -> None:
    tight = b.up > 0
    s.add(within, s.rad(*b.at(0, -1.5), 200, (0, "#4A6296", 0.95), (0.7, "#3A4F83", 0.85), (1, "#33477A", 0.6)))
    for k in (-1, 1):  # shoulder blades, muscles
        blade = curve(b.pts((k * 0.3, -1.86), (k * 0.66, -1.9), (k * 0.84, -1.86), (k * 0.76, -1.62), (k * 0.5, -1.2), (k * 0.36, -1.4)))
        s.add(blade, "#DCE4EE", 0.2)
        trapezius = curve(b.pts((k * 0.02, -2.34, 0), (k * 0.36, -2.42), (k * 0.7, -2.24), (k * 1.02, -2.06, 0.4), (k * 0.8, -1.86), (k * 0.46, -1.74), (k * 0.26, -1.3), (k * 0.01, -0.84, 0)))
        broad = curve(b.pts((k * 0.05, -0.86, 0.3), (k * 0.36, -1.06), (k * 0.6, -1.36, 0.4), (k * 0.84, -1.42, 0.4), (k * 0.78, -0.86), (k * 0.5, -0.36), (k * 0.12, -0.02, 0.3)))
        for muscle in (trapezius, broad):
            s.add(muscle & within, C.SLATE if tight else C.TEAL, 0.3 if tight else 0.66)
    for i in range(12):  # spine
        x, y = b.at(0, -2.19 + 0.19 * i)
        s.add(poly([(x + u, y + v) for u, v in ((-5, -8), (5, -8), (8, -5), (7.5, 5), (4.5, 7), (-4.5, 7), (-7.5, 5), (-8, -5))]), "#A9B8D2")
    glows = {knot: s.rad(*b.at(knot[0] * knot[2], knot[1]), 62, (0, C.CORAL_LIGHT, 1), (0.45, C.CORAL_LIGHT, 1), (1, C.SLATE_PALE, 1)) for knot in _KNOTS} if tight else {}
    for k in (-1, 1):
        fibres = [(_pulled(line, i + (k > 0) * 5, k) if tight else [line[j] for j in (0, 3, 5, _STEPS)], half) for i, (line, half) in enumerate(_strands())]
        for line, half in fibres:
            n = len(line) - 1
            points = [b.at(k * u * (0.95 if tight else 1), v) for u, v in line]
            if tight:
                near = min(_KNOTS, key=lambda knot: min(math.dist(p, b.at(knot[0] * knot[2], knot[1])) for p in points))
                s.line(curve(points, closed=False), glows[near], half * _H * 1.45, 0.9)
            else:
                one = limb([(x, y, (0.35 + 0.65 * math.sin(math.pi * j / n) ** 0.7) * half * _H) for j, (x, y) in enumerate(points)], caps=(False, False))
                s.add(one, C.TEAL_BRIGHT, 0.94)
    if tight:
        for (u, v, side), deg in zip(_KNOTS, (12, -14, -62), strict=True):
            _knot(s, *b.at(side * u, v), 19, deg)


def _breath(s: Svg, b: _Back) -> None:
    """The breath he lets go, beside his face."""
    x, y = b.at(0.54, -2.8)
    s.open("translate(0 0)")
    fading = s.lin(x, 0, x + 98, 0, (0, C.TEAL, 0.35), (0.3, C.TEAL, 0.95), (1, C.TEAL, 0.25))
    for points in (
        [(4, -8), (28, -15), (52, -13), (70, -20), (72, -33), (61, -36), (56, -28)],
        [(0, 4), (30, 3), (58, 8), (84, 3), (100, 5)],
        [(8, 17), (30, 20), (52, 27), (72, 24)],
    ):
        n = len(points) - 1
        wisp = limb([(x + u, y + v, 0.5 + 2.6 * math.sin(math.pi * i / n) ** 0.8) for i, (u, v) in enumerate(points)], caps=(False, False))
        s.add(wisp, fading)
    s.move("translate", "0 0;9 -2;14 -3;9 -2;0 0", 6)
    s.close()


def _figure(s: Svg, b: _Back) -> None:
    s.shadow(b.x, _FLOOR - 4, 104, 13, 0.24)
    _legs(s, b)
    stool(s, b.x, _SEAT, _FLOOR, 192)
    s.shadow(b.x, _SEAT + 4, 74, 7, 0.3)
    _arms(s, b)
    if not b.up:
        _breath(s, b)
    _head(s, b)
    within = _dress(s, b)
    _muscles(s, b, within)


def draw() -> Svg:
    s = Svg("Looser muscles", "The same man from behind, twice. On the left his shoulders are drawn up and the strands of his back are knotted, on the right they run smooth and he breathes out.")
    ground(s, floor_y=604)
    for x, fill in ((300, C.SAND), (700, C.MINT_DARK)):
        arch = rrect(x - 162, 84, 324, 680, 160) & rrect(0, 0, 1000, 599)
        s.add(arch, s.lin(0, 90, 0, 600, (0, mix(fill, "#FFFFFF", 0.2), 1), (1, fill, 1)))
    s.glow(700, 250, 170, C.LIGHT, 0.5, 165)
    _figure(s, _TIGHT)
    _figure(s, _EASY)
    return s
