"""Schneider's curve fitting: polylines (from Qt's booleans) back to a few cubic curves."""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]


def fit_closed(points: Sequence[Point], error: float = 0.3, corner: float = 32, near: float = 0.3) -> list[Cubic]:
    """A closed polyline as cubics. Turns of more than `corner` degrees stay corners."""
    line = [points[0]]
    for point in points[1:]:
        if math.dist(point, line[-1]) > near:
            line.append(point)
    while len(line) > 1 and math.dist(line[0], line[-1]) < near:
        line.pop()
    count = len(line)
    if count < 3:
        return []
    sharp = [i for i in range(count) if _turn(line[i - 1], line[i], line[(i + 1) % count]) > corner]
    cuts = list(sharp)
    if len(cuts) < 2:  # a smooth ring: cut it in four, with shared tangents
        first = cuts[0] if cuts else 0
        cuts = sorted({first} | {(first + count * j // 4) % count for j in (1, 2, 3)})
    found: list[Cubic] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[0] + count], strict=True):
        piece = [line[i % count] for i in range(start, end + 1)]
        if len(piece) < 2:
            continue
        if len(piece) == 2:
            leave = _unit(_minus(piece[1], piece[0]))
            arrive = (-leave[0], -leave[1])
        else:
            leave, arrive = _end_tangent(*piece[:3]), _end_tangent(*piece[:-4:-1])
        if start % count not in sharp:
            leave = _along(line, start % count)
        if end % count not in sharp:
            along = _along(line, end % count)
            arrive = (-along[0], -along[1])
        _fit(piece, leave, arrive, error, found)
    return found


def area(points: Sequence[Point]) -> float:
    following = [*points[1:], points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, following, strict=True))) / 2


def _minus(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1])


def _dot(a: Point, b: Point) -> float:
    return a[0] * b[0] + a[1] * b[1]


def _unit(a: Point) -> Point:
    length = math.hypot(*a) or 1e-9
    return (a[0] / length, a[1] / length)


def _turn(before: Point, at: Point, after: Point) -> float:
    v, w = _minus(at, before), _minus(after, at)
    return abs(math.degrees(math.atan2(v[0] * w[1] - v[1] * w[0], _dot(v, w))))


def _along(line: Sequence[Point], i: int) -> Point:
    return _unit(_minus(line[(i + 1) % len(line)], line[(i - 1) % len(line)]))


def _bezier(c: Cubic, t: float) -> Point:
    u = 1 - t
    a, b, d, e = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (
        a * c[0][0] + b * c[1][0] + d * c[2][0] + e * c[3][0],
        a * c[0][1] + b * c[1][1] + d * c[2][1] + e * c[3][1],
    )


def _best(points: Sequence[Point], at: Sequence[float], leave: Point, arrive: Point) -> Cubic:
    first, last = points[0], points[-1]
    c00 = c01 = c11 = x0 = x1 = 0.0
    for point, t in zip(points, at, strict=True):
        b0, b1, b2, b3 = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        a1 = (leave[0] * b1, leave[1] * b1)
        a2 = (arrive[0] * b2, arrive[1] * b2)
        c00 += _dot(a1, a1)
        c01 += _dot(a1, a2)
        c11 += _dot(a2, a2)
        rest = (
            point[0] - first[0] * (b0 + b1) - last[0] * (b2 + b3),
            point[1] - first[1] * (b0 + b1) - last[1] * (b2 + b3),
        )
        x0 += _dot(a1, rest)
        x1 += _dot(a2, rest)
    determinant = c00 * c11 - c01 * c01
    length = math.dist(first, last)
    left = right = 0.0
    if abs(determinant) > 1e-12:
        left, right = (x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant
    if left < 1e-6 * length or right < 1e-6 * length:
        left = right = length / 3
    left, right = min(left, length * 3), min(right, length * 3)
    return (
        first,
        (first[0] + leave[0] * left, first[1] + leave[1] * left),
        (last[0] + arrive[0] * right, last[1] + arrive[1] * right),
        last,
    )


def _lengths(points: Sequence[Point]) -> list[float]:
    at = [0.0]
    for a, b in pairwise(points):
        at.append(at[-1] + math.dist(a, b))
    return [x / (at[-1] or 1) for x in at]


def _newton(c: Cubic, point: Point, t: float) -> float:
    d1 = [(3 * (c[i + 1][0] - c[i][0]), 3 * (c[i + 1][1] - c[i][1])) for i in range(3)]
    d2 = [(2 * (d1[i + 1][0] - d1[i][0]), 2 * (d1[i + 1][1] - d1[i][1])) for i in range(2)]
    at = _bezier(c, t)
    u = 1 - t
    x1, y1 = (u * u * d1[0][k] + 2 * u * t * d1[1][k] + t * t * d1[2][k] for k in (0, 1))
    x2, y2 = (u * d2[0][k] + t * d2[1][k] for k in (0, 1))
    top = (at[0] - point[0]) * x1 + (at[1] - point[1]) * y1
    low = x1 * x1 + y1 * y1 + (at[0] - point[0]) * x2 + (at[1] - point[1]) * y2
    return t if abs(low) < 1e-12 else min(1, max(0, t - top / low))


def _worst(c: Cubic, points: Sequence[Point], at: Sequence[float]) -> tuple[float, int]:
    most, where = 0.0, len(points) // 2
    for i in range(1, len(points) - 1):
        miss = math.dist(_bezier(c, at[i]), points[i])
        if miss > most:
            most, where = miss, i
    return most, where


def _fit(points: Sequence[Point], leave: Point, arrive: Point, error: float, found: list[Cubic]) -> None:
    if len(points) == 2:
        a, b = points
        third = math.dist(a, b) / 3
        one = (a[0] + leave[0] * third, a[1] + leave[1] * third)
        two = (b[0] + arrive[0] * third, b[1] + arrive[1] * third)
        found.append((a, one, two, b))
        return
    at = _lengths(points)
    c = _best(points, at, leave, arrive)
    miss, where = _worst(c, points, at)
    if miss < error:
        found.append(c)
        return
    if miss < error * 6:
        for _ in range(6):
            at = [_newton(c, p, t) for p, t in zip(points, at, strict=True)]
            c = _best(points, at, leave, arrive)
            miss, where = _worst(c, points, at)
            if miss < error:
                found.append(c)
                return
    middle = _unit(_minus(points[max(where - 2, 0)], points[min(where + 2, len(points) - 1)]))
    _fit(points[: where + 1], leave, middle, error, found)
    _fit(points[where:], (-middle[0], -middle[1]), arrive, error, found)


def _end_tangent(p0: Point, p1: Point, p2: Point) -> Point:
    """Tangent at p0 of the parabola through three points."""
    d1, d2 = math.dist(p0, p1) or 1e-9, math.dist(p1, p2) or 1e-9
    v, w = _unit(_minus(p1, p0)), _unit(_minus(p2, p1))
    k = d1 / (d1 + d2)
    return _unit((v[0] + (v[0] - w[0]) * k, v[1] + (v[1] - w[1]) * k))
