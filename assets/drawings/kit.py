"""Shapes, palette, ground and the SVG writer.

Clipping is done here, by geometry, because the kiosk's SVG knows no clip-path. Light comes from the upper
left in every picture.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from assets.drawings.fit import area, fit_closed

Points = Sequence[tuple[float, ...]]  # x, y and sometimes a third value: tension, half width or radius
Stop = tuple[float, str, float]  # offset, colour, opacity


# ---------------------------------------------------------------- colours
class C:
    """The palette. One meaning per colour: coral is pain, teal is ease."""

    CORAL, CORAL_BRIGHT, CORAL_LIGHT, CORAL_DEEP = "#D8452F", "#FF7E63", "#FFC2B2", "#B93524"
    TEAL, TEAL_DARK, TEAL_LIGHT, TEAL_BRIGHT = "#1C8A85", "#156C6B", "#45ABA3", "#7FE0D2"
    NAVY, NAVY_DARK, NAVY_LIGHT = "#22335A", "#172445", "#3A4F7D"
    SLATE, SLATE_DARK, SLATE_LIGHT, SLATE_PALE = "#6C85A8", "#536C90", "#8FA6C3", "#C9D6E6"
    SAND, SAND_DARK, SAND_DEEP = "#F5E6CF", "#E6CFAE", "#CDB08A"
    MINT, MINT_DARK, MINT_DEEP = "#DCEEE6", "#C0DDD2", "#98C4B6"
    CREAM, CREAM_DARK, CREAM_DEEP = "#FFF9EF", "#E9DDCB", "#D2C2AA"
    LIGHT, LIGHT_PALE = "#FFD579", "#FFEBBB"
    WOOD, WOOD_DARK, WOOD_LIGHT = "#C08B5C", "#9C6B43", "#D5A678"
    LEAF, LEAF_DARK = "#6FA593", "#4F8674"


class Skin(NamedTuple):
    base: str
    shade: str
    deep: str  # lines
    light: str
    blush: str


SKIN = {
    "light": Skin("#F4CBAE", "#E2A887", "#B97355", "#FBDFC9", "#EE9C84"),
    "beige": Skin("#EBBB93", "#D1966D", "#9F6343", "#F4D2B3", "#E08A6C"),
    "olive": Skin("#DDA67C", "#C08359", "#8C5736", "#EBC09B", "#D0775A"),
    "brown": Skin("#B57B53", "#945D3B", "#683C24", "#CB966E", "#A2543C"),
    "deep": Skin("#7C4E38", "#5F3827", "#3D2117", "#976850", "#8E4535"),
}


def _rgb(colour: str) -> tuple[int, int, int]:
    digits = colour.lstrip("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(one: str, two: str, share: float) -> str:
    """`share` of the second colour in the first."""
    parts = (round(x + (y - x) * share) for x, y in zip(_rgb(one), _rgb(two), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*parts)


def _luminance(colour: str) -> float:
    lin = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def contrast(one: str, two: str) -> float:
    """Contrast ratio of WCAG: 3 and more for what matters in a picture."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# ---------------------------------------------------------------- shapes
def _refit(q: QPainterPath, error: float = 0.16, smallest: float = 2.5) -> QPainterPath:
    """Qt flattens or splits the result of a boolean; this turns it back into a few cubic curves."""
    z = 5
    out = QPainterPath()
    out.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in q.toSubpathPolygons(QTransform.fromScale(z, z)):
        loop = [(p.x() / z, p.y() / z) for p in polygon.toList()]
        if len(loop) < 3 or area(loop) < smallest:
            continue
        cubics = fit_closed(loop, error)
        if not cubics:
            continue
        out.moveTo(QPointF(*cubics[0][0]))
        for a, b, c, d in cubics:
            span = math.dist(a, d) or 1
            off = max(abs((p[0] - a[0]) * (d[1] - a[1]) - (p[1] - a[1]) * (d[0] - a[0])) / span for p in (b, c))
            if off < 0.1:
                out.lineTo(QPointF(*d))
            else:
                out.cubicTo(QPointF(*b), QPointF(*c), QPointF(*d))
        out.closeSubpath()
    return out


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if abs(value) > 0.049 else "0"


class Shape:
    """A filled outline. `a | b`, `a & b` and `a - b` unite, clip and cut."""

    def __init__(self, q: QPainterPath, *, holes: bool = False) -> None:
        self.q, self.holes = q, holes

    def __and__(self, other: "Shape") -> "Shape":
        return Shape(_refit(self.q.intersected(other.q)), holes=True)

    def __or__(self, other: "Shape") -> "Shape":
        return Shape(_refit(self.q.united(other.q)), holes=True)

    def __sub__(self, other: "Shape") -> "Shape":
        return Shape(_refit(self.q.subtracted(other.q)), holes=True)

    def _map(self, t: QTransform) -> "Shape":
        return Shape(t.map(self.q), holes=self.holes)

    def move(self, dx: float, dy: float) -> "Shape":
        return Shape(self.q.translated(dx, dy), holes=self.holes)

    def rot(self, deg: float, cx: float = 0, cy: float = 0) -> "Shape":
        t = QTransform()
        t.translate(cx, cy)
        t.rotate(deg)
        t.translate(-cx, -cy)
        return self._map(t)

    def scale(self, sx: float, sy: float | None = None, cx: float = 0, cy: float = 0) -> "Shape":
        t = QTransform()
        t.translate(cx, cy)
        t.scale(sx, sx if sy is None else sy)
        t.translate(-cx, -cy)
        return self._map(t)

    def place(self, x: float, y: float, deg: float = 0, s: float = 1, sy: float | None = None) -> "Shape":
        """A local drawing around 0, 0: scaled, turned, moved."""
        t = QTransform()
        t.translate(x, y)
        t.rotate(deg)
        t.scale(s, s if sy is None else sy)
        return self._map(t)

    def grow(self, w: float) -> "Shape":
        """The outline pushed out (w > 0) or in (w < 0)."""
        pen = QPainterPathStroker()
        pen.setWidth(abs(w) * 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        edge = pen.createStroke(self.q)
        return Shape(_refit(self.q.united(edge) if w > 0 else self.q.subtracted(edge)), holes=True)

    def box(self) -> tuple[float, float, float, float]:
        r = self.q.boundingRect()
        return r.left(), r.top(), r.right(), r.bottom()

    def d(self) -> str:
        """The path as SVG writes it."""
        q, out, i, opened = self.q, [], 0, False
        while i < q.elementCount():
            e = q.elementAt(i)
            if e.isMoveTo():
                if opened:
                    out.append("Z")
                opened = True
                out.append(f"M{_number(e.x)} {_number(e.y)}")
                i += 1
            elif e.isLineTo():
                out.append(f"L{_number(e.x)} {_number(e.y)}")
                i += 1
            else:
                three = (e, q.elementAt(i + 1), q.elementAt(i + 2))
                out.append("C" + " ".join(f"{_number(p.x)} {_number(p.y)}" for p in three))
                i += 3
        if opened:
            out.append("Z")
        return "".join(out)

    def d_open(self) -> str:
        return self.d().removesuffix("Z")


_Pair = tuple[float, float]


def _unit(x: float, y: float) -> _Pair:
    m = math.hypot(x, y) or 1e-6
    return x / m, y / m


def _dist(a: Sequence[float], b: Sequence[float]) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1]) or 1e-6


def _handles(pts: Points, k: float, *, closed: bool) -> list[tuple[_Pair, _Pair]]:
    """Handles of a chord-length Catmull-Rom curve. Open ends bend like an arc."""
    n = len(pts)
    tan: list[_Pair | None] = [None] * n
    for i in range(n):
        if not closed and i in {0, n - 1}:
            continue
        p, a, b = pts[i], pts[i - 1], pts[(i + 1) % n]
        d1, d2 = _dist(a, p), _dist(p, b)
        tan[i] = _unit(
            (p[0] - a[0]) / d1 * d2 + (b[0] - p[0]) / d2 * d1, (p[1] - a[1]) / d1 * d2 + (b[1] - p[1]) / d2 * d1
        )
    if not closed:
        for i, j in ((0, 1), (n - 1, n - 2)):
            cx, cy = _unit(pts[j][0] - pts[i][0], pts[j][1] - pts[i][1])
            inner = tan[j]
            if inner is None:
                tan[i] = (cx, cy) if i == 0 else (-cx, -cy)
                continue
            tx, ty = inner if i == 0 else (-inner[0], -inner[1])
            dot = tx * cx + ty * cy
            tx, ty = 2 * dot * cx - tx, 2 * dot * cy - ty
            tan[i] = (tx, ty) if i == 0 else (-tx, -ty)
    found = []
    for i, p in enumerate(pts):
        tension = p[2] if len(p) > 2 else 1
        d1, d2 = _dist(pts[i - 1], p), _dist(p, pts[(i + 1) % n])
        tangent = tan[i] or (0.0, 0.0)
        tx, ty = tangent[0] * tension, tangent[1] * tension
        found.append(((p[0] - tx * d1 * k, p[1] - ty * d1 * k), (p[0] + tx * d2 * k, p[1] + ty * d2 * k)))
    return found


def curve(pts: Points, closed: bool = True, k: float = 0.36) -> Shape:  # noqa: FBT001, FBT002
    """A smooth curve through points (x, y[, tension]): tension 0 makes a corner, 1 is smooth."""
    h = _handles(pts, k, closed=closed)
    q = QPainterPath(QPointF(pts[0][0], pts[0][1]))
    q.setFillRule(Qt.FillRule.WindingFill)
    n = len(pts)
    for i in range(n if closed else n - 1):
        j = (i + 1) % n
        q.cubicTo(QPointF(*h[i][1]), QPointF(*h[j][0]), QPointF(pts[j][0], pts[j][1]))
    if closed:
        q.closeSubpath()
    return Shape(q)


def path(d: str) -> Shape:
    """Path text with absolute M L C Q Z."""
    tokens = re.findall(r"[MLCQZ]|-?[\d.]+", d)
    q = QPainterPath()
    q.setFillRule(Qt.FillRule.WindingFill)
    i, command = 0, ""
    takes = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        v = [float(t) for t in tokens[i : i + takes[command]]]
        i += takes[command]
        if command == "M":
            q.moveTo(*v)
            command = "L"
        elif command == "L":
            q.lineTo(*v)
        elif command == "C":
            q.cubicTo(*v)
        elif command == "Q":
            q.quadTo(*v)
        else:
            q.closeSubpath()
    return Shape(q)


def ell(cx: float, cy: float, rx: float, ry: float | None = None, deg: float = 0) -> Shape:
    q = QPainterPath()
    q.addEllipse(QPointF(cx, cy), rx, rx if ry is None else ry)
    q.setFillRule(Qt.FillRule.WindingFill)
    return Shape(q).rot(deg, cx, cy) if deg else Shape(q)


def rrect(x: float, y: float, w: float, h: float, r: float = 0) -> Shape:
    q = QPainterPath()
    q.addRoundedRect(x, y, w, h, r, r)
    q.setFillRule(Qt.FillRule.WindingFill)
    return Shape(q)


def rpoly(pts: Points, r: float = 8) -> Shape:
    """A polygon with rounded corners (furniture): x, y[, radius]."""
    q = QPainterPath()
    n = len(pts)
    for i in range(n):
        a, p, b = pts[i - 1], pts[i], pts[(i + 1) % n]
        radius = p[2] if len(p) > 2 else r
        da, db = math.hypot(a[0] - p[0], a[1] - p[1]), math.hypot(b[0] - p[0], b[1] - p[1])
        ra, rb = min(radius, da / 2), min(radius, db / 2)
        start = QPointF(p[0] + (a[0] - p[0]) / da * ra, p[1] + (a[1] - p[1]) / da * ra)
        end = QPointF(p[0] + (b[0] - p[0]) / db * rb, p[1] + (b[1] - p[1]) / db * rb)
        if i == 0:
            q.moveTo(start)
        else:
            q.lineTo(start)
        q.quadTo(QPointF(p[0], p[1]), end)
    q.closeSubpath()
    q.setFillRule(Qt.FillRule.WindingFill)
    return Shape(q)


def bar(x0: float, y0: float, w0: float, x1: float, y1: float, w1: float, r: float = 5) -> Shape:
    """A straight tapered bar (legs of furniture); w0, w1 are half widths."""
    d = math.hypot(x1 - x0, y1 - y0)
    nx, ny = (y1 - y0) / d, -(x1 - x0) / d
    a, b = (x0 + nx * w0, y0 + ny * w0), (x1 + nx * w1, y1 + ny * w1)
    return rpoly([a, b, (x1 - nx * w1, y1 - ny * w1), (x0 - nx * w0, y0 - ny * w0)], r)


def poly(pts: Points) -> Shape:
    q = QPainterPath(QPointF(pts[0][0], pts[0][1]))
    for p in pts[1:]:
        q.lineTo(QPointF(p[0], p[1]))
    q.closeSubpath()
    q.setFillRule(Qt.FillRule.WindingFill)
    return Shape(q)


def stroke(shape: Shape, w: float, cap: str = "round") -> Shape:
    """A line turned into a filled shape, so that it can be clipped. cap: round or flat."""
    pen = QPainterPathStroker()
    pen.setWidth(w)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if cap == "round" else Qt.PenCapStyle.FlatCap)
    return Shape(_refit(pen.createStroke(shape.q).simplified()), holes=True)


def limb(pts: Points, caps: tuple[bool, bool] = (True, True), k: float = 0.36) -> Shape:
    """A tapered limb along a smooth middle line: (x, y, half) or (x, y, left half, right half).

    Left and right as seen when walking from the first point to the last. caps: round start, round end.
    """
    n = len(pts)
    left: list[tuple[float, ...]] = []
    right: list[tuple[float, ...]] = []
    ends = []
    for i, p in enumerate(pts):
        a, b = pts[max(i - 1, 0)], pts[min(i + 1, n - 1)]
        if 0 < i < n - 1:
            d1, d2 = math.hypot(p[0] - a[0], p[1] - a[1]), math.hypot(b[0] - p[0], b[1] - p[1])
            tx = (p[0] - a[0]) / d1 * d2 + (b[0] - p[0]) / d2 * d1
            ty = (p[1] - a[1]) / d1 * d2 + (b[1] - p[1]) / d2 * d1
        else:
            tx, ty = b[0] - a[0], b[1] - a[1]
        m = math.hypot(tx, ty)
        tx, ty = tx / m, ty / m
        wl, wr = (p[2], p[2]) if len(p) == 3 else (p[2], p[3])
        left.append((p[0] + ty * wl, p[1] - tx * wl))
        right.append((p[0] - ty * wr, p[1] + tx * wr))
        ends.append((tx, ty, (wl + wr) / 2))
    out = list(left)
    if caps[1]:
        out += _cap(left[-1], right[-1], *ends[-1])
    else:
        out[-1] = (*out[-1], 0)
        right[-1] = (*right[-1], 0)
    out += right[::-1]
    if caps[0]:
        tx, ty, w = ends[0]
        out += _cap(right[0], left[0], -tx, -ty, w)
    else:
        out[0] = (*out[0][:2], 0)
        out[-1] = (*out[-1][:2], 0)
    return curve(out, True, k)


def _cap(a: Sequence[float], b: Sequence[float], tx: float, ty: float, w: float) -> list[tuple[float, ...]]:
    cx, cy, nx, ny = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, ty, -tx
    around = ((0.72, 0.69), (0, 1), (-0.72, 0.69))
    return [(cx + w * (nx * c + tx * s), cy + w * (ny * c + ty * s)) for c, s in around]


def join(*shapes: Shape) -> Shape:
    whole = shapes[0]
    for other in shapes[1:]:
        whole |= other
    return whole


def soft(s: Shape, r: float = 4) -> Shape:
    """Rounds small notches and cusps, as where two limbs join. Not for hands: it closes the fingers."""
    return s.grow(r).grow(-2 * r).grow(r)


def shade(s: Shape, dx: float, dy: float) -> Shape:
    """A crescent of shade: what is left of s when s itself is pushed to the light by (dx, dy)."""
    return s - s.move(dx, dy)


# ---------------------------------------------------------------- svg
class Svg:
    """The drawing under way: shapes go on top of one another in the order in which they are added."""

    def __init__(self, title: str, desc: str) -> None:
        self._title, self._desc = title, desc
        self._defs: list[str] = []
        self._body: list[str] = []
        self._ids = 0

    def add(self, s: Shape, fill: str, opacity: float = 1) -> None:
        d = s.d()
        if d:
            rule = ' fill-rule="evenodd"' if s.holes and d.count("M") > 1 else ""
            self._body.append(f'<path d="{d}" fill="{fill}"{rule}{_opacity(opacity)}/>')

    def line(self, s: Shape, colour: str, w: float, opacity: float = 1) -> None:
        self._body.append(
            f'<path d="{s.d_open()}" fill="none" stroke="{colour}" stroke-width="{_number(w)}" stroke-linecap="round" '
            f'stroke-linejoin="round"{_opacity(opacity)}/>'
        )

    def lin(self, x1: float, y1: float, x2: float, y2: float, *stops: Stop) -> str:
        """A linear gradient, to be used as a fill."""
        name = self._new()
        ends = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
        kind = f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>'
        self._defs.append(f"{kind}{_stops(stops)}</linearGradient>")
        return f"url(#{name})"

    def rad(self, cx: float, cy: float, r: float, *stops: Stop) -> str:
        """A radial gradient, to be used as a fill."""
        name = self._new()
        kind = f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{cx:g}" cy="{cy:g}" r="{r:g}">'
        self._defs.append(f"{kind}{_stops(stops)}</radialGradient>")
        return f"url(#{name})"

    def shadow(self, cx: float, cy: float, rx: float, ry: float, op: float = 0.16, colour: str = C.NAVY) -> None:
        """A soft shadow where something rests."""
        self._fading(cx, cy, rx, ry, (0, colour, op), (0.55, colour, op * 0.75), (1, colour, 0))

    def glow(self, cx: float, cy: float, r: float, colour: str, op: float = 0.5, ry: float | None = None) -> None:
        self._fading(cx, cy, r, ry or r, (0, colour, op), (0.4, colour, op * 0.6), (1, colour, 0))

    def _fading(self, cx: float, cy: float, rx: float, ry: float, *stops: Stop) -> None:
        name = self._new()
        self._defs.append(f'<radialGradient id="{name}" cx="0.5" cy="0.5" r="0.5">{_stops(stops)}</radialGradient>')
        self._body.append(f'<ellipse cx="{cx:g}" cy="{cy:g}" rx="{rx:g}" ry="{ry:g}" fill="url(#{name})"/>')

    def open(self, transform: str) -> None:
        self._body.append(f'<g transform="{transform}">')

    def move(self, kind: str, values: str, seconds: float) -> None:
        """Move the open group for ever: `kind` translate or rotate, `values` where it is at even times, first at rest."""
        self._body.append(
            f'<animateTransform attributeName="transform" type="{kind}" values="{values}" dur="{seconds:g}s" '
            'begin="0s" repeatCount="indefinite"/>'
        )

    def close(self) -> None:
        self._body.append("</g>")

    def text(self) -> str:
        body = "\n".join(self._body)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 800">\n'
            f"<title>{self._title}</title>\n<desc>{self._desc}</desc>\n"
            f"<defs>{''.join(self._defs)}</defs>\n{body}\n</svg>\n"
        )

    def _new(self) -> str:
        self._ids += 1
        return f"g{self._ids}"


def _opacity(value: float) -> str:
    return f' opacity="{value:g}"' if value < 1 else ""


def _stops(stops: Sequence[Stop]) -> str:
    return "".join(f'<stop offset="{at:g}" stop-color="{c}" stop-opacity="{op:g}"/>' for at, c, op in stops)


# ---------------------------------------------------------------- the ground
def _ground_points(cx: float = 500, cy: float = 402, a: float = 452, b: float = 364) -> Points:
    """A soft, slightly uneven superellipse."""
    out = []
    n, k = 2.9, 28
    for i in range(k):
        w = 2 * math.pi * i / k
        c, s = math.cos(w), math.sin(w)
        r = 1 + 0.012 * math.sin(2 * w + 0.6) + 0.01 * math.sin(3 * w + 2)
        x = cx + a * r * math.copysign(abs(c) ** (2 / n), c)
        out.append((x, cy + b * r * math.copysign(abs(s) ** (2 / n), s)))
    return out


def ground(
    svg: Svg, wall: str = C.MINT, floor: str = C.SAND, floor_y: float = 600, wall_top: str = "", floor_low: str = ""
) -> tuple[Shape, Shape]:
    """The soft rounded ground of every picture, wall above and floor below: (whole, floor)."""
    whole = curve(_ground_points())
    low = [(-50, floor_y, 0), (500, floor_y - 6), (1050, floor_y, 0), (1050, 900, 0), (-50, 900, 0)]
    floor_shape = whole & curve(low)
    svg.add(whole, svg.lin(0, 40, 0, floor_y, (0, wall_top or mix(wall, "#FFFFFF", 0.45), 1), (1, wall, 1)))
    svg.add(
        floor_shape, svg.lin(0, floor_y, 0, 760, (0, floor, 1), (1, floor_low or mix(floor, C.SAND_DARK, 0.5), 1))
    )
    return whole, floor_shape
