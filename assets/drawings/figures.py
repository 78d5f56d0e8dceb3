"""Bodies from joints. Sizes are in head heights (h: crown to chin, in pixels); points are canvas pixels.

Two kinds of bodies: `standing` (seen from the front; turn the head for a three-quarter figure) and `side`
(profile), with `walking`, `sitting`, `upright` and `tying` as ready poses of it, and `lying_side`. Elbows and knees
are found from the wrist or ankle, so arms and legs keep their length; a point out of reach is an error.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assets.drawings.faces import Frame, Look
from assets.drawings.hands import Hand, hand
from assets.drawings.kit import (
    SKIN,
    C,
    Shape,
    Svg,
    bar,
    curve,
    ell,
    join,
    limb,
    mix,
    poly,
    rpoly,
    rrect,
    shade,
    soft,
    stroke,
)
from assets.drawings.person import Build, Cloth, Person, head, head_back

XY = tuple[float, float]

UPPER_ARM, FOREARM, THIGH, SHIN, ANKLE = 1.22, 1.0, 1.68, 1.61, 0.36
HAND = 0.74


# ---------------------------------------------------------------- small tools
def fold(svg: Svg, pts: Sequence[tuple[float, float]], w: float, colour: str, within: Shape | None = None, opacity: float = 1) -> None:
    """A crease that swells and thins out: pts is its middle line."""
    n = len(pts)
    crease = limb([(x, y, 0.5 + (w - 0.5) * math.sin(math.pi * i / (n - 1)) ** 0.8) for i, (x, y) in enumerate(pts)])
    svg.add(crease & within if within is not None else crease, colour, opacity)


def joint(start: XY, end: XY, first: float, second: float, bend: int) -> XY:
    """The elbow or knee between start and end. bend: 1 puts it on the right of the way from start to end, -1 on the left."""
    far = math.dist(start, end)
    if far > (first + second) * 1.03:
        raise ValueError(f"{end} is {far:.0f} from {start}; the limb reaches {first + second:.0f}")
    far = min(max(far, abs(first - second) + 0.01), first + second - 0.01)
    along = (first**2 - second**2 + far**2) / (2 * far)
    out = math.sqrt(max(first**2 - along**2, 0)) * bend
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    c, s = math.cos(angle), math.sin(angle)
    return start[0] + along * c - out * s, start[1] + along * s + out * c


def between(a: XY, b: XY, t: float) -> XY:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _angle(a: XY, b: XY) -> float:
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


# ---------------------------------------------------------------- poses
@dataclass(frozen=True)
class Arm:
    """wrist and elbow in pixels; None hangs the arm. bend: which way the elbow goes (see `joint`), 0 is the usual way.

    hand: a pose of hands.py. deg: where the fingers point (None: on from the forearm). flip: the thumb on the other
    side (None: the usual side). over: drawn after the body; False behind it.
    """

    wrist: XY | None = None
    elbow: XY | None = None
    bend: int = 0
    hand: str = ""
    deg: float | None = None
    flip: bool | None = None
    sx: float = 1
    over: bool = True


@dataclass(frozen=True)
class Leg:
    """ankle and knee in pixels; foot: degrees by which the toes point down (or up, if negative)."""

    ankle: XY
    knee: XY | None = None
    foot: float = 0


@dataclass(frozen=True)
class Head:
    """view: front, quarter, profile. nod: degrees, down is positive; tilt: degrees, clockwise as seen."""

    view: str = "front"
    look: Look = field(default_factory=Look)
    nod: float = 0
    tilt: float = 0
    flip: bool = False


@dataclass(frozen=True)
class Joints:
    """Where things ended up, for what the figure holds or touches."""

    head: Frame
    neck: XY
    shoulders: tuple[XY, XY]  # left, right as seen; far, near in profile
    hips: tuple[XY, XY]
    wrists: tuple[XY, XY]
    tips: tuple[XY, XY]
    hands: tuple[Hand, Hand]


# ---------------------------------------------------------------- limbs
def arm(
    svg: Svg, person: Person, shoulder: XY, elbow: XY, wrist: XY, h: float, pose: str = "flat", deg: float | None = None,
    *, flip: bool = False, sx: float = 1, far: bool = False, wide: float = 1,
) -> Hand:
    """Arm, hand and sleeve. far: one tone darker, for the arm on the other side of the body."""
    if deg is not None and abs((deg - _angle(elbow, wrist) + 180) % 360 - 180) > 78:
        raise ValueError(f"the wrist at {wrist} would break: the forearm points to {_angle(elbow, wrist):.0f} degrees")
    k = person.build.thick
    slim = 1 + (k - 1) * 0.5
    tones = SKIN[person.skin]
    at = Hand(*wrist, _angle(elbow, wrist) if deg is None else deg, HAND * h * (0.9 if k < 0.9 else 1) * (1 + (slim - 1) * .6), pose, flip, sx)
    pair = (tones.shade, mix(tones.shade, tones.deep, 0.5)) if far else (tones.base, tones.shade)
    long = person.clothes.sleeves == "long"
    top = person.clothes.top
    cloth = Cloth(top.shade, top.deep, mix(top.deep, C.NAVY, 0.2), top.edge) if far else top
    a, b = 0.25 * h * k * wide, 0.185 * h * k
    if long:
        end = between(elbow, wrist, 0.94)
        sleeve = limb([(*shoulder, a * 1.06), (*between(shoulder, elbow, 0.55), (a + b) / 2 * 1.06), (*elbow, b * 1.12)])
        low = limb([(*elbow, b * 1.12), (*between(elbow, wrist, 0.5), 0.18 * h * slim), (*end, 0.15 * h * slim)], caps=(True, False))
        hand(svg, at, person.skin, pair, arm=limb([(*between(elbow, wrist, 0.7), 0.1 * h * slim), (*wrist, 0.108 * h * slim)]))
        whole = soft(sleeve | low, 0.035 * h)
        svg.add(whole, cloth.base)
        svg.add(shade(whole, -0.075 * h, -0.055 * h) - ell(*shoulder, a * 1.25), cloth.shade)
        band = bar(*between(elbow, wrist, 0.885), 0.158 * h * slim, *between(elbow, wrist, 0.955), 0.156 * h * slim, 2)
        svg.add(band, cloth.edge)
        _bend_fold(svg, shoulder, elbow, wrist, 0.24 * h, h, cloth.deep, whole)
        return at
    skin = soft(
        limb([(*shoulder, a * 0.92), (*between(shoulder, elbow, 0.6), b * 1.14), (*elbow, b)])
        | limb([(*elbow, b * 1.02), (*between(elbow, wrist, 0.35), 0.185 * h * slim), (*wrist, 0.115 * h * slim)]), 0.04 * h,
    )
    cuff = between(shoulder, elbow, 0.66)
    cloth_end = 0.245 * h * k * wide
    sleeve = limb([(*shoulder, a * 1.06), (*between(shoulder, elbow, 0.36), (a + cloth_end) / 2 * 1.06), (*cuff, cloth_end)], caps=(True, False))
    upper = limb([(*shoulder, a), (*between(shoulder, elbow, 0.6), a)], caps=(True, False))
    hand(svg, at, person.skin, pair, arm=skin, cut=sleeve | upper)
    svg.add(sleeve, cloth.base)
    svg.add(shade(sleeve, -0.085 * h, -0.05 * h) - ell(*shoulder, a * 1.25), cloth.shade)
    svg.add(bar(*between(shoulder, elbow, 0.595), cloth_end * 1.01, *cuff, cloth_end * 1.01, 1.5), cloth.edge)
    return at


def _bend_fold(svg: Svg, before: XY, bend: XY, after: XY, depth: float, h: float, colour: str, within: Shape) -> None:
    """The crease that runs from the inner side of a bent elbow or knee."""
    inner = between(before, after, 0.5)
    far = math.dist(inner, bend)
    if far < 0.32 * h or math.dist(before, after) < 0.85 * h:  # nearly straight, or folded shut
        return
    ux, uy = (inner[0] - bend[0]) / far, (inner[1] - bend[1]) / far
    long = math.dist(bend, before)
    ax, ay = (before[0] - bend[0]) / long * h, (before[1] - bend[1]) / long * h
    start = (bend[0] + ux * depth, bend[1] + uy * depth)
    middle = (start[0] - ux * depth * 0.6 + ax * 0.03, start[1] - uy * depth * 0.6 + ay * 0.03)
    end = (start[0] - ux * depth * 1.15 + ax * 0.16, start[1] - uy * depth * 1.15 + ay * 0.16)
    fold(svg, [start, middle, end], 0.026 * h, colour, within)


def shoe(svg: Svg, cloth: Cloth, ankle: XY, h: float, facing: str, deg: float = 0, *, far: bool = False) -> None:
    """A soft shoe in profile; the sole lies ANKLE heads below the ankle. deg: toes down."""
    k = h / 100
    left = facing == "left"
    upper_pts = [(-21, -12, 0), (19, -12, 0), (22, 10), (21, 29, 0), (-84, 29, 0), (-84.5, 20), (-76, 12.5), (-54, 6), (-34, -1)]

    def put(s: Shape) -> Shape:
        return (s if left else s.scale(-1, 1)).place(*ankle, -deg if left else deg, k)

    upper = put(curve(upper_pts))
    base, dark = (cloth.shade, cloth.deep) if far else (cloth.base, cloth.shade)
    svg.add(upper, base)
    svg.add(shade(upper, -6 * k, -3 * k) & upper, dark)
    svg.line(put(curve([(-38, 1), (-33, 8), (-26, 11)], False)), dark, 2 * k)
    sole = put(rpoly([(23.5, 26, 3), (23.5, 36, 6), (-86, 36, 7), (-86.5, 26, 4)], 4))
    svg.add(sole, C.CREAM_DEEP if far else mix(C.CREAM, C.CREAM_DARK, 0.5))
    svg.add(sole & put(rrect(-100, 32, 140, 10)), mix(C.CREAM_DEEP, C.SAND_DEEP, 0.5) if far else C.CREAM_DEEP)


def _trouser(hip: XY, knee: XY, ankle: XY, h: float, k: float) -> Shape:
    turn = abs((_angle(hip, knee) - _angle(knee, ankle) + 180) % 360 - 180)
    if turn < 24:  # nearly straight: one limb, no knob at the knee
        pts = [(*hip, 0.42 * h * k), (*between(hip, knee, 0.5), 0.345 * h * k), (*knee, 0.275 * h * k), (*between(knee, ankle, 0.45), 0.245 * h * k),
               (*between(knee, ankle, 1.02), 0.2 * h * (1 + (k - 1) * 0.6))]  # fmt: skip
        return limb(pts, caps=(True, False))
    thigh = limb([(*hip, 0.42 * h * k), (*between(hip, knee, 0.5), 0.35 * h * k), (*knee, 0.265 * h * k)])
    low = between(knee, ankle, 1.02)
    shin = limb(
        [(*knee, 0.27 * h * k), (*between(knee, ankle, 0.4), 0.25 * h * k), (*low, 0.2 * h * (1 + (k - 1) * 0.6))], caps=(True, False)
    )
    return soft(thigh | shin, 0.05 * h)


def leg(
    svg: Svg, person: Person, hip: XY, at: Leg, knee: XY, h: float, facing: str, *, far: bool = False, shoes: bool = True
) -> Shape:
    """Shoe and trouser leg in profile; returns the trouser leg."""
    k = person.build.thick
    if person.clothes.skirt or person.clothes.dress:
        tones = SKIN[person.skin]
        shoe(svg, person.clothes.shoes, at.ankle, h, facing, at.foot, far=far)
        shin = limb([(*between(knee, at.ankle, 0.45), 0.19 * h), (*at.ankle, 0.125 * h)])
        svg.add(shin, tones.shade if far else tones.base)
        if not far:
            svg.add(shade(shin, -0.07 * h, 0), tones.shade)
        return shin
    if shoes:
        shoe(svg, person.clothes.shoes, at.ankle, h * (0.92 if k < 0.9 else 1), facing, at.foot, far=far)
    cloth = person.clothes.bottom
    shape = _trouser(hip, knee, at.ankle, h, k)
    svg.add(shape, cloth.shade if far else cloth.base)
    if not far:
        svg.add(shade(shape, -0.11 * h, -0.045 * h), cloth.shade)
    cuff = bar(*between(knee, at.ankle, 0.965), 0.2 * h * k, *between(knee, at.ankle, 1.02), 0.2 * h * k, 1.5)
    svg.add(cuff & shape, cloth.deep if far else cloth.edge)
    if not far:
        _bend_fold(svg, hip, knee, at.ankle, 0.3 * h * k, h, cloth.deep, shape)
    return shape


# ---------------------------------------------------------------- from the front
def standing(
    svg: Svg, person: Person, x: float, ground: float, h: float, *, left: Arm = Arm(), right: Arm = Arm(),
    face: Head = Head(), apart: float = 1, shadow: bool = True,
) -> Joints:
    """A figure seen from the front; x, ground: between the feet. left, right: as you see them.

    apart: how far the feet stand, 1 is usual. The desk or table that hides its lower part is drawn after it.
    """
    b = person.build
    squeeze = (b.heads - 1) / 6.2
    top = ground - b.heads * h

    def at(u: float, v: float) -> XY:
        return x + u * h, top + (v if v <= 1 else 1 + (v - 1) * squeeze) * h

    frame = Frame(x, top + 0.5 * h, h, face.tilt, face.flip)
    head_back(svg, person, frame, face.view)
    if shadow:
        svg.shadow(x + 0.1 * h, ground, 0.95 * h * max(apart, 0.8), 0.13 * h, 0.24)
    arms = (left, right)
    sh_u, hip_u = 0.7 * b.shoulders, 0.31 * b.hips
    shoulders = (at(-sh_u, 1.58), at(sh_u, 1.58))
    up, low = UPPER_ARM * h * squeeze, FOREARM * h * squeeze
    elbows, wrists, poses, degs, flips = [], [], [], [], []
    for i, (one, s) in enumerate(zip(arms, shoulders, strict=True)):
        k = -1 if i == 0 else 1
        wrist = one.wrist or (s[0] + k * (0.2 + 0.22 * (b.waist - 1) + 0.24 * b.belly) * h, s[1] + (up + low) * 0.985)
        bends = (one.bend,) if one.bend else (1, -1)
        ways = [joint(s, wrist, up, low, bend) for bend in bends] if not one.elbow else [one.elbow]
        out = 0.5 if wrist[1] < s[1] else 1.6  # a raised arm lets its elbow hang, a lowered one holds it out
        elbows.append(max((e[1] + out * k * e[0], e) for e in ways)[1])
        wrists.append(wrist)
        pose = one.hand or "rest"
        poses.append(pose)
        degs.append(one.deg if one.deg is not None else (_angle(elbows[i], wrist) if one.wrist else 90))
        usual = (i == 0) == (pose in {"rest", "wave", "point", "hold", "offer"})
        flips.append(usual if one.flip is None else one.flip)

    hands: list[Hand] = [Hand(0, 0, 0, 1), Hand(0, 0, 0, 1)]

    def draw_arm(i: int) -> None:
        hands[i] = arm(svg, person, shoulders[i], elbows[i], wrists[i], h, poses[i], degs[i], flip=flips[i], sx=arms[i].sx)

    for i in (0, 1):
        if not arms[i].over:
            draw_arm(i)
    _front_legs(svg, person, at, h, apart, ground, hip_u)
    _front_torso(svg, person, at, h)
    for i in (0, 1):
        if arms[i].over:
            draw_arm(i)
            _armpit(svg, person, at, h, -1 if i == 0 else 1, elbows[i])
    look = replace(face.look, dy=face.look.dy + face.nod * 0.35)
    head(svg, person, frame, face.view, look)
    return _joints(frame, at(0, 1.15), shoulders, (at(-hip_u, 3.55), at(hip_u, 3.55)), (hands[0], hands[1]))


def _joints(frame: Frame, neck: XY, shoulders: tuple[XY, XY], hips: tuple[XY, XY], hands: tuple[Hand, Hand]) -> Joints:
    def tip(one: Hand) -> XY:
        reach = one.length * (0.99 if one.pose in {"point", "point_back", "flat", "wave"} else 0.7)
        return one.x + reach * math.cos(math.radians(one.deg)), one.y + reach * math.sin(math.radians(one.deg))

    a, b = hands
    return Joints(frame, neck, shoulders, hips, ((a.x, a.y), (b.x, b.y)), (tip(a), tip(b)), hands)


At = Callable[[float, float], XY]


def _armpit(svg: Svg, person: Person, at: At, h: float, k: int, elbow: XY) -> None:
    """The crease between a hanging arm and the chest."""
    b = person.build
    if elbow[1] < at(0, 1.7)[1]:
        return
    u = 0.58 * b.shoulders
    fold(svg, [at(k * u, 2.02), at(k * (u - 0.04), 1.86), at(k * (u - 0.01), 1.66)], 0.026 * h, person.clothes.top.deep)


def _front_legs(svg: Svg, person: Person, at: At, h: float, apart: float, ground: float, hip_u: float) -> None:
    b, wear = person.build, person.clothes
    foot_u = 0.31 * apart * max(b.hips, b.thick)
    size = h * (0.84 if b.thick < 0.9 else 1)
    for k in (-1, 1):
        cx, base = at(k * foot_u, 0)[0], ground

        def put(s: Shape, k: int = k, cx: float = cx, base: float = base) -> Shape:
            return s.scale(k, 1).place(cx, base, 0, size / 100)

        up = put(curve([(-19, -34, 0), (19, -34, 0), (26, -19), (31, -8, 0.6), (31, 0, 0), (-21, 0, 0), (-21, -8, 0.6), (-20, -19)]))
        svg.add(up, wear.shoes.base)
        svg.add(shade(up, -5 * size / 100, -4 * size / 100), wear.shoes.shade)
        svg.add(put(rpoly([(-22, -5, 2), (32, -5, 2), (31, 3, 3), (-21, 3, 3)], 2)), mix(C.CREAM_DARK, C.CREAM_DEEP, 0.5))
    long_skirt = wear.skirt or wear.dress
    bottom = wear.top if wear.dress else wear.bottom
    if long_skirt:
        tones = SKIN[person.skin]
        for k in (-1, 1):
            shin = limb([(*at(k * foot_u, 5.2), 0.2 * h), (*at(k * foot_u, 6.92), 0.125 * h)], caps=(True, False))
            svg.add(shin, tones.base if k < 0 else mix(tones.base, tones.shade, 0.5))
            svg.add(shade(shin, -0.07 * h, 0), tones.shade)
        if not wear.dress:
            skirt = _front_skirt(at, b.hips)
            svg.add(skirt, bottom.base)
            _skirt_shade(svg, skirt, at, b.hips, h, bottom)
        return
    k2 = b.thick
    legs = [
        limb([(*at(k * hip_u, 3.6), 0.325 * h * b.hips), (*at(k * (hip_u * 0.6 + foot_u * 0.4), 4.5), 0.315 * h * k2),
              (*at(k * foot_u, 5.3), 0.265 * h * k2), (*at(k * foot_u, 6.1), 0.25 * h * k2), (*at(k * foot_u, 6.93), 0.215 * h * k2)],
             caps=(True, False))
        for k in (-1, 1)
    ]  # fmt: skip
    block = curve([(*at(-0.5 * b.hips, 3.5), 0), at(-0.6 * b.hips, 3.75), at(-0.46 * b.hips, 4.1), at(0, 3.98), at(0.46 * b.hips, 4.1),
                   at(0.6 * b.hips, 3.75), (*at(0.5 * b.hips, 3.5), 0)])  # fmt: skip
    whole = soft(join(*legs, block), 0.02 * h)
    svg.add(whole, bottom.base)
    for one in legs:
        svg.add(shade(one, -0.12 * h, 0) & whole, bottom.shade)
    svg.add(whole & curve([at(-1, 3.5), at(1, 3.5), at(0.75, 3.84), at(0, 3.78), at(-0.75, 3.84)]), bottom.shade)
    svg.line(curve([at(0, 3.74), at(0.01, 3.9), at(0, 4.02)], False), bottom.deep, 0.02 * h)
    for k, long in ((-1, 0.24), (1, 0.18)):
        fold(svg, [at(k * 0.03, 4.03), at(k * 0.12, 4.0), at(k * long, 3.93)], 0.022 * h, bottom.deep, whole)
    for k in (-1, 1):
        u = k * foot_u
        svg.add(bar(*at(u, 6.86), 0.22 * h * k2, *at(u, 6.935), 0.217 * h * k2, 1.5) & whole, bottom.edge)


def _front_skirt(at: At, w: float) -> Shape:
    pts = [(0.54 * w, 3.3, 0), (0.7 * w, 3.8), (0.8 * w, 4.8), (0.88 * w, 6.1, 0.3)]
    low = [(-0.4, 6.2), (0.3, 6.2)]
    return curve([(*at(-u, v), *r) for u, v, *r in pts] + [at(u, v) for u, v in low] + [(*at(u, v), *r) for u, v, *r in reversed(pts)])


def _skirt_shade(svg: Svg, skirt: Shape, at: At, w: float, h: float, cloth: Cloth) -> None:
    svg.add(skirt & curve([at(0.42 * w, 3.0), at(0.42 * w, 4.4), at(0.5 * w, 6.5), at(1.3, 6.5), at(1.3, 3.0)]), cloth.shade)
    for u in (-0.34, 0.12):
        fold(svg, [at(u, 4.3), at(u - 0.05, 5.2), at(u - 0.02, 6.12)], 0.03 * h, cloth.shade, skirt)


def _front_torso(svg: Svg, person: Person, at: At, h: float) -> None:
    b, wear = person.build, person.clothes
    tones, cloth = SKIN[person.skin], wear.top
    nw = 0.235 * (1 + (b.thick - 1) * 0.7)
    neck = curve([at(-nw, 0.72), at(-nw, 1.02), at(-nw - 0.08, 1.22), at(0, 1.75), at(nw + 0.08, 1.22), at(nw, 1.02), at(nw, 0.72)])
    svg.add(neck, tones.base)
    dark = mix(tones.shade, tones.deep, 0.25)
    svg.add(neck & curve([at(-0.4, 0.85), at(0.5, 0.85), at(0.45, 1.2), at(0.24, 1.3), at(0.06, 1.2), at(-0.12, 1.14), at(-0.3, 1.06)]), dark)
    deep = {"v": 1.62, "shirt": 1.44, "scarf": 1.2}.get(wear.collar, 1.33)
    s, w, hip = b.shoulders, b.waist, b.hips
    out = 0.3 * b.belly
    wide = 0.55 * w
    hem = 3.68
    right = [(nw + 0.02, 1.08, 0), (0.46 * s, 1.21), (0.72 * s, 1.33), (0.86 * s, 1.52), (0.72 * s, 1.9), (max(0.62 * s, wide), 2.2),
             (wide + out * 0.3, 2.62), (max(wide, 0.58 * hip) + out * 0.35, 3.1), (0.645 * hip + out * 0.1, 3.45), (0.655 * hip, hem, 0)]  # fmt: skip
    neckline = [(0.0, deep, 0.0 if wear.collar in {"v", "shirt"} else 1.0)]
    outline = [(-u, v, *r) for u, v, *r in reversed(right)] + neckline + right
    torso = curve([(*at(u, v), *r) for u, v, *r in outline])
    if wear.dress:
        torso = soft(torso | _front_skirt(at, hip), 0.03 * h)
    svg.add(torso, cloth.base)
    if wear.dress:
        _skirt_shade(svg, torso & poly([at(-2, 3.6), at(2, 3.6), at(2, 7), at(-2, 7)]), at, hip, h, cloth)
    svg.add(torso & curve([at(0.6 * s, 1.95), at(0.4 * w, 2.5), at(0.36 * w, 3.1), at(0.42 * hip, 3.7), (*at(0.42 * hip, 3.9), 0), at(1.6, 3.9), at(1.6, 1.6)]), cloth.shade)
    if b.belly > 0.2:
        round_ = ell(*at(0.02, 2.86), 0.5 * h * w**0.7, 0.56 * h)
        svg.add(torso & (round_.move(0.05 * h, 0.11 * h) - round_.move(-0.03 * h, 0)), cloth.shade)
    for pts in ([(-wide, 2.6), (-wide + 0.16, 2.7), (-wide + 0.38, 2.68)], [(-wide, 2.86), (-wide + 0.2, 2.95), (-wide + 0.44, 2.9)],
                [(wide - 0.36, 2.74), (wide - 0.18, 2.66), (wide - 0.05, 2.54)]):  # fmt: skip
        if b.belly < 0.2:
            fold(svg, [at(u, v) for u, v in pts], 0.028 * h, cloth.deep if cloth.base in {C.TEAL, C.NAVY} else cloth.shade, torso)
    _front_collar(svg, wear.collar, cloth, at, h, nw, deep, hem, torso)
    if not wear.dress:
        svg.add(torso & poly([at(-1.2, hem - 0.07), at(1.2, hem - 0.07), at(1.2, hem + 0.1), at(-1.2, hem + 0.1)]), cloth.shade)


def _front_collar(svg: Svg, kind: str, cloth: Cloth, at: At, h: float, nw: float, deep: float, hem: float, torso: Shape) -> None:
    n = nw + 0.03
    if kind == "v":
        for k, tone in ((-1, cloth.edge), (1, mix(cloth.edge, cloth.base, 0.4))):
            svg.add(poly([at(k * (n - 0.02), 1.08), at(k * (n + 0.11), 1.13), at(0, deep + 0.22), at(0, deep - 0.02)]), tone)
        svg.line(curve([at(0, deep + 0.22), at(-0.01, 2.6), at(0, hem - 0.1)], False), cloth.shade, 0.022 * h, 0.6)
        pocket = [at(0.2, 1.98), at(0.2, 2.24), at(0.27, 2.31), at(0.45, 2.31), at(0.51, 2.24), at(0.51, 1.98)]
        svg.line(curve(pocket, False, 0), cloth.edge if cloth.base == C.NAVY else cloth.shade, 0.022 * h, 0.7)
    elif kind == "shirt":
        svg.line(curve([at(0, deep), at(-0.01, 2.5), at(0, hem - 0.02)], False), cloth.deep, 0.022 * h, 0.8)
        for v in (1.78, 2.2, 2.62, 3.04):
            svg.add(ell(*at(0.05, v), 0.026 * h), cloth.deep)
        for k, tone in ((-1, cloth.edge if cloth.trim else cloth.base), (1, cloth.shade)):
            flap = poly([at(k * (n - 0.03), 1.04), at(0, deep + 0.02), at(k * 0.2, deep + 0.16), at(k * (n + 0.12), 1.22)])
            svg.add(flap, tone)
            svg.line(curve([at(0, deep + 0.02), at(k * 0.2, deep + 0.16), at(k * (n + 0.12), 1.22)], False, 0), cloth.deep, 0.016 * h, 0.7)
    elif kind == "round":
        line = curve([at(-n, 1.1), at(-0.16, 1.28), at(0, deep), at(0.16, 1.28), at(n, 1.1)], False)
        svg.add(stroke(line, 0.09 * h) & torso.grow(0.03 * h), cloth.edge)


# ---------------------------------------------------------------- from the side
def side(
    svg: Svg, person: Person, hip: XY, h: float, *, near: Leg, far: Leg, facing: str = "left", lean: float = 4, curl: float = 0,
    near_arm: Arm = Arm(), far_arm: Arm = Arm(), face: Head = Head("profile"), seat: bool = False,
    before_near_leg: Callable[[], None] | None = None,
) -> Joints:
    """A figure in profile from its hip joint. lean: degrees of the back forwards; curl: how round the back is (0 to .3).

    seat: sits, so the hips are flat below. before_near_leg: draws what stands between the legs (a stool).
    """
    b = person.build
    f = -1 if facing == "left" else 1
    squeeze = (b.heads - 1) / 6.2
    trunk = 2.4 * h * squeeze
    rad = math.radians(lean)
    up, fwd = (f * math.sin(rad), -math.cos(rad)), (f * math.cos(rad), math.sin(rad))

    def at(t: float, forward: float) -> XY:
        """t: 0 at the hip, 1 at the neck; forward in heads."""
        bow = -math.sin(math.pi * min(max(t, 0), 1)) * curl - b.stoop * max(0, t - 0.4) * max(0, 1.05 - t) * 4
        tip = b.stoop * 2.2 * max(0, t - 0.7) ** 1.2
        u = forward + bow + tip
        return hip[0] + up[0] * trunk * t + fwd[0] * u * h, hip[1] + up[1] * trunk * t + fwd[1] * u * h

    neck = at(1, 0)
    nod = face.nod + lean * 0.25 + b.stoop * 60
    frame = _side_head(neck, nod, lean, h, f, face)
    head_back(svg, person, frame, face.view)
    knees = [one.knee or joint(hip, one.ankle, THIGH * h * squeeze, SHIN * h * squeeze, 1 if f > 0 else -1) for one in (near, far)]
    knees = [_ahead(hip, one, knee, f, h, squeeze) for one, knee in zip((near, far), knees, strict=True)]
    shoulders = (at(0.85, 0.06), at(0.85, -0.02))
    size = (UPPER_ARM * h * squeeze, FOREARM * h * squeeze)
    placed = []
    for i, one in enumerate((far_arm, near_arm)):
        s = shoulders[i]
        wrist = one.wrist or (s[0] + f * (0.3 * i - 0.06) * h, s[1] + sum(size) * 0.975)
        elbow = one.elbow or joint(s, wrist, *size, one.bend * f or (1 if f < 0 else -1) * -1)
        pose = one.hand or ("loose" if i else "rest")
        flip = _side_flip(pose, f, i) if one.flip is None else one.flip
        deg = one.deg if one.deg is not None else _angle(elbow, wrist)
        placed.append((s, elbow, wrist, pose, deg, flip, one))
    hands: list[Hand] = []

    def draw_arm(i: int) -> Hand:
        s, elbow, wrist, pose, deg, flip, one = placed[i]
        return arm(svg, person, s, elbow, wrist, h, pose, deg, flip=flip, sx=one.sx, far=i == 0, wide=1.04)

    far_shown = far_arm.wrist is not None or far_arm.elbow is not None
    hands.append(draw_arm(0) if far_shown else Hand(*placed[0][2], 90, HAND * h))
    leg(svg, person, hip, far, knees[1], h, facing, far=True)
    if before_near_leg:
        before_near_leg()
    _neck(svg, person, frame, h, f, at)
    skirt = _side_hips(svg, person, hip, near, knees[0], h, facing, at, seat=seat)
    torso = _side_torso(svg, person, at, h, f, skirt)
    if skirt:
        _side_skirt_shade(svg, skirt, person.clothes.top, h, at, seat=seat)
    s, elbow, wrist = placed[1][:3]
    sweep = limb([(*s, 0.27 * h * b.thick), (*elbow, 0.2 * h * b.thick), (*wrist, 0.14 * h)]).move(0.08 * h, 0.08 * h)
    svg.add(torso & sweep, person.clothes.top.shade)
    _side_collar(svg, person, at, h)
    hands.append(draw_arm(1))
    head(svg, person, frame, face.view, face.look)
    return _joints(frame, neck, shoulders, (hip, hip), (hands[0], hands[1]))


def _ahead(hip: XY, one: Leg, knee: XY, f: int, h: float, squeeze: float) -> XY:
    """Knees bend forwards: takes the other solution where the first one bends back."""
    if one.knee:
        return one.knee
    middle = between(hip, one.ankle, 0.5)
    other = joint(hip, one.ankle, THIGH * h * squeeze, SHIN * h * squeeze, -1 if f > 0 else 1)
    along = (one.ankle[0] - hip[0], one.ankle[1] - hip[1])

    def ahead(k: XY) -> float:  # forwards or, for a thigh that lies flat, upwards
        dx, dy = k[0] - middle[0], k[1] - middle[1]
        return dx * f * abs(along[1]) - dy * abs(along[0])

    return knee if ahead(knee) >= ahead(other) else other


def _side_flip(pose: str, f: int, i: int) -> bool:
    """Where the thumb is. i: 0 far hand, 1 near hand."""
    if pose in {"flat", "press", "drape", "loose", "grip", "wave", "offer", "point", "point_back", "hold", "hold_back"}:
        return f < 0
    return (f < 0) != (pose == "rest" and i == 0)


def _side_head(neck: XY, nod: float, lean: float, h: float, f: int, face: Head) -> Frame:
    turn = math.radians(lean * 0.55 + face.nod * 0.5)
    u, up = 0.2, 0.7
    dx, dy = u * math.cos(turn) + up * math.sin(turn), u * math.sin(turn) - up * math.cos(turn)
    flip = f > 0
    deg = (nod if f > 0 else -nod) + face.tilt
    return Frame(neck[0] + f * dx * h, neck[1] + dy * h, h, deg, flip != face.flip)


def _neck(svg: Svg, person: Person, frame: Frame, h: float, f: int, at: At) -> None:
    tones = SKIN[person.skin]
    k = 1 + (person.build.thick - 1) * 0.6
    r = math.radians(frame.deg)

    def in_head(u: float, v: float) -> XY:  # u forwards, v down, in heads
        dx, dy = f * u, v
        return frame.x + (dx * math.cos(r) - dy * math.sin(r)) * h, frame.y + (dx * math.sin(r) + dy * math.cos(r)) * h

    low = at(0.9, 0.02)
    mid = between(in_head(-0.1, 0.3), low, 0.5)
    shape = limb([(*in_head(-0.1, 0.12), 0.25 * h * k), (*mid, 0.235 * h * k), (*low, 0.25 * h * k)])
    svg.add(shape, tones.base)
    under = [(-0.24, 0.05), (-0.21, 0.3), (-0.13, 0.5), (0, 0.66), (0.14, 0.76), (0.6, 0.7), (0.6, 0.2), (0, 0)]
    chin = curve([in_head(*p) for p in under])
    dark = mix(tones.shade, tones.deep, 0.22)
    svg.add(shape & chin, dark)
    if f < 0:
        svg.add(shade(shape, -0.09 * h, 0), tones.shade)


def _side_torso(svg: Svg, person: Person, at: At, h: float, f: int, skirt: Shape | None) -> Shape:
    b, cloth = person.build, person.clothes.top
    w, belly, bust = b.waist, b.belly, b.bust
    d = 0.5 + 0.5 * b.shoulders
    hem = -0.07
    front = [(0.955, 0.235), (0.88, 0.36 * d), (0.74, 0.47 * d + bust * 0.7), (0.64, 0.49 * d + bust), (0.5, 0.46 * w**0.5 + bust * 0.4 + belly * 0.35),
             (0.32, 0.44 * w**0.5 + belly * 0.95), (0.2, 0.44 * w**0.5 + belly), (0.06, 0.45 * w**0.4 + belly * 0.72)]  # fmt: skip
    back = [(0.06, -0.44 * b.hips), (0.24, -0.33 * w**0.4), (0.42, -0.38 * w**0.3), (0.64, -0.47 * d), (0.82, -0.46 * d), (0.95, -0.34), (1.03, -0.22)]
    bottom = [(*at(hem, 0.45 * w**0.4 + belly * 0.4), 0), at(hem - 0.02, 0), (*at(hem, -0.47 * b.hips), 0)]
    torso = curve([*(at(t, u) for t, u in front), *bottom, *(at(t, u) for t, u in back), (*at(0.945, 0.06), 0.6)])
    if skirt:
        torso = soft(torso | skirt, 0.06 * h)
        svg.add(torso, cloth.base)
        f = 0
    else:
        svg.add(torso, mix(cloth.base, cloth.shade, 0.35))
    if f < 0:  # light on the chest, shade on the back
        svg.add(torso & curve([at(1.1, -0.1), at(0.8, -0.16), at(0.5, -0.08), at(0.2, -0.04), at(-0.2, -0.1), at(-0.2, 1.2), at(1.1, 1.2)]), cloth.base)
    elif f > 0:
        svg.add(torso & curve([at(1.1, -0.02), at(0.8, 0.06), at(0.5, 0.1), at(0.2, 0.06), at(-0.2, 0.1), at(-0.2, -1), at(1.1, -1)]), cloth.base)
    svg.add(shade(torso, -0.13 * h, -0.02 * h), cloth.shade)
    crease = cloth.deep if cloth.base in {C.TEAL, C.NAVY} else cloth.shade
    if belly < 0.2:
        for pts in ([(0.2, 0.42), (0.24, 0.24), (0.22, 0.06)], [(0.08, 0.42), (0.12, 0.2), (0.1, 0.0)]):
            fold(svg, [at(t, u) for t, u in pts], 0.026 * h, crease, torso)
    else:
        fold(svg, [at(0.02, 0.36 + belly * 0.5), at(0.0, 0.2), at(0.05, -0.02)], 0.026 * h, crease, torso)
    if not person.clothes.dress:
        band = stroke(curve([at(hem, 0.6 + belly), at(hem - 0.02, 0), at(hem, -0.7)], False), 0.11 * h, "flat")
        svg.add(torso & band, cloth.shade if not cloth.trim else cloth.edge, 0.9)
    return torso


def _side_collar(svg: Svg, person: Person, at: At, h: float) -> None:
    cloth, kind = person.clothes.top, person.clothes.collar
    if kind == "scarf":
        return
    tone = cloth.edge if cloth.trim else cloth.shade
    ring = curve([at(0.935, 0.26), at(0.95, 0.08), at(1.02, -0.1), at(1.05, -0.25)], False)
    band = stroke(ring, (0.15 if kind == "shirt" else 0.085) * h, "flat")
    if kind == "v":
        band |= rpoly([at(0.97, 0.16), at(0.945, 0.265), at(0.785, 0.455), at(0.77, 0.4), at(0.92, 0.17)], 2)
    elif kind == "shirt":
        band |= rpoly([at(0.98, 0.1), at(0.95, 0.3), at(0.85, 0.35), at(0.88, 0.1)], 2)
    svg.add(band, tone)


def _side_hips(svg: Svg, person: Person, hip: XY, near: Leg, knee: XY, h: float, facing: str, at: At, *, seat: bool) -> Shape | None:
    """Near leg and seat; returns the skirt of a dress, which the torso becomes one with."""
    b, wear = person.build, person.clothes
    leg(svg, person, hip, near, knee, h, facing)
    if wear.skirt or wear.dress:
        skirt = _side_skirt(near, knee, h, facing, at, b, seat=seat)
        if wear.dress:
            return skirt
        svg.add(skirt, wear.bottom.base)
        _side_skirt_shade(svg, skirt, wear.bottom, h, at, seat=seat)
        return None
    cloth = wear.bottom
    pelvis = curve([at(0.14, 0.36 * b.hips), at(0.0, 0.4 * b.hips), at(-0.12, 0.2), at(-0.2, -0.1), at(-0.14, -0.4 * b.hips),
                    at(0.0, -0.44 * b.hips), at(0.14, -0.36 * b.hips)])  # fmt: skip
    svg.add(pelvis, cloth.base)
    svg.add(shade(pelvis, -0.1 * h, -0.03 * h), cloth.shade)
    if seat:
        fold(svg, [at(0.0, 0.44), at(-0.02, 0.22), at(0.04, 0.06)], 0.03 * h, cloth.deep)
    return None


def _side_skirt(near: Leg, knee: XY, h: float, facing: str, at: At, b: Build, *, seat: bool) -> Shape:
    if seat:
        f = -1 if facing == "left" else 1
        low = between(knee, near.ankle, 0.62)
        return curve([at(0.14, 0.4), (knee[0] - f * 0.3 * h, knee[1] - 0.36 * h), (knee[0] + f * 0.22 * h, knee[1] - 0.22 * h, 0.6),
                      (knee[0] + f * 0.28 * h, knee[1] + 0.1 * h), (low[0] + f * 0.3 * h, low[1], 0.2), (low[0] - f * 0.34 * h, low[1] + 0.03 * h, 0.2),
                      (knee[0] - f * 0.34 * h, knee[1] + 0.36 * h), at(-0.2, 0.1), at(-0.17, -0.4), at(0, -0.52), at(0.14, -0.44)])  # fmt: skip
    return curve([at(0.16, 0.4 + 0.9 * b.belly), at(0.0, 0.46 + 0.62 * b.belly), at(-0.16, 0.48 + 0.3 * b.belly), at(-0.36, 0.5 + 0.1 * b.belly), at(-0.7, 0.54), (*at(-1.08, 0.6), 0.2), at(-1.1, 0), (*at(-1.08, -0.66), 0.2),
                  at(-0.7, -0.58), at(-0.3, -0.52), at(0, -0.47 * b.hips), at(0.16, -0.4)])  # fmt: skip


def _side_skirt_shade(svg: Svg, skirt: Shape, cloth: Cloth, h: float, at: At, *, seat: bool) -> None:
    svg.add(shade(skirt, -0.2 * h, -0.03 * h), cloth.shade)
    if not seat:
        for u in (0.24, -0.2):
            fold(svg, [at(-0.4, u), at(-0.7, u + 0.04), at(-1.06, u + 0.02)], 0.03 * h, cloth.shade, skirt)


def upright(svg: Svg, person: Person, x: float, ground: float, h: float, facing: str = "left", **more: object) -> Joints:
    """Standing in profile; x: under the hip."""
    f = -1 if facing == "left" else 1
    squeeze = (person.build.heads - 1) / 6.2
    svg.shadow(x + f * 0.2 * h, ground, 0.95 * h, 0.13 * h, 0.24)
    hip = (x, ground - ANKLE * h - (THIGH + SHIN) * h * squeeze * 0.9985)
    near = Leg((x - f * 0.04 * h, ground - ANKLE * h))
    far = Leg((x + f * 0.2 * h, ground - ANKLE * h - 0.05 * h))
    return side(svg, person, hip, h, near=near, far=far, facing=facing, **{"lean": 2, **more})  # type: ignore[arg-type]


def walking(svg: Svg, person: Person, x: float, ground: float, h: float, facing: str = "left", stride: float = 1, **more: object) -> Joints:
    """A calm step; x: under the hip. stride 1 is usual, .7 is careful."""
    f = -1 if facing == "left" else 1
    squeeze = (person.build.heads - 1) / 6.2
    s = stride * squeeze
    svg.shadow(x, ground, 1.5 * h * s, 0.14 * h, 0.22)
    hip = (x, ground - ANKLE * h - (THIGH + SHIN) * h * squeeze * (0.985 - 0.035 * stride))
    near = Leg((x + f * 0.84 * h * s, ground - (ANKLE + 0.05) * h), foot=-14 * stride)
    far = Leg((x - f * 0.98 * h * s, ground - (ANKLE + 0.3 * stride) * h), foot=34 * stride)
    shoulder = (hip[0] + f * 0.1 * h, hip[1] - 2.04 * h * squeeze)
    swing = {
        "near_arm": Arm((shoulder[0] - f * 0.62 * h * s, shoulder[1] + 2.04 * h * squeeze)),
        "far_arm": Arm((shoulder[0] + f * 0.95 * h * s, shoulder[1] + 1.86 * h * squeeze)),
    }
    return side(svg, person, hip, h, near=near, far=far, facing=facing, **{"lean": 5, **swing, **more})  # type: ignore[arg-type]


def sitting(
    svg: Svg, person: Person, x: float, seat: float, ground: float, h: float, facing: str = "left", **more: object
) -> Joints:
    """Sits in profile; x: the hip joint, seat: the top of the seat. A seat 1.75 h above the ground fits an adult."""
    f = -1 if facing == "left" else 1
    squeeze = (person.build.heads - 1) / 6.2
    thick = person.build.thick
    hip = (x, seat - 0.4 * h * (0.5 + thick / 2))
    near = Leg((x + f * 1.55 * h * squeeze, ground - ANKLE * h))
    far = Leg((x + f * 1.78 * h * squeeze, ground - ANKLE * h - 0.06 * h))
    svg.shadow(x + f * 1.7 * h, ground, 0.95 * h, 0.12 * h, 0.22)
    knee = _ahead(hip, near, joint(hip, near.ankle, THIGH * h * squeeze, SHIN * h * squeeze, f), f, h, squeeze)
    lap = [between(hip, knee, along) for along in (0.66, 0.78)]
    point = 14 if f > 0 else 166
    rest = {
        "near_arm": Arm((lap[0][0], lap[0][1] - 0.4 * h * thick), hand="flat", deg=point),
        "far_arm": Arm((lap[1][0], lap[1][1] - 0.36 * h * thick), hand="side", deg=point),
    }
    return side(svg, person, hip, h, near=near, far=far, facing=facing, seat=True, **{"lean": 3, **rest, **more})  # type: ignore[arg-type]


def tying(svg: Svg, person: Person, x: float, ground: float, h: float, facing: str = "left", **more: object) -> Joints:
    """Down on the far knee, both hands at the near shoe; x: under the hip."""
    f = -1 if facing == "left" else 1
    squeeze = (person.build.heads - 1) / 6.2
    svg.shadow(x + f * 0.1 * h, ground, 2.3 * h, 0.15 * h, 0.24)
    hip = (x, ground - 1.95 * h * squeeze)
    near = Leg((x + f * 1.42 * h, ground - ANKLE * h))
    knee = (x + f * 0.42 * h, ground - 0.27 * h)
    far = Leg((knee[0] - f * 1.5 * h, ground - 0.84 * h), knee=knee, foot=98)
    lace = (near.ankle[0] + f * 0.2 * h, near.ankle[1] - 0.42 * h)
    hands = {
        "near_arm": Arm(lace, hand="press", deg=90 + f * 8, sx=0.8),
        "far_arm": Arm((lace[0] + f * 0.34 * h, lace[1] + 0.04 * h), hand="press", deg=90 + f * 20, sx=0.8),
    }
    face = Head("profile", Look("down", "calm"), nod=12)
    return side(svg, person, hip, h, near=near, far=far, facing=facing, **{"lean": 62, "curl": 0.16, "face": face, **hands, **more})  # type: ignore[arg-type]


# ---------------------------------------------------------------- lying
@dataclass(frozen=True)
class Night:
    """What a sleeper wears: pyjama top, its trim, trousers, socks."""

    top: Cloth
    rim: str
    trousers: Cloth
    trousers_light: str
    sock: str
    sock_shade: str


NIGHT = Night(Cloth(C.SLATE_LIGHT, C.SLATE, C.SLATE_DARK), C.SLATE_PALE, Cloth(C.NAVY_LIGHT, C.NAVY, C.NAVY_DARK), "#5F76A6", "#CBD6E5", C.SLATE_LIGHT)


def _sock(svg: Svg, wear: Night, x: float, y: float, deg: float, k: float, *, dark: bool = False) -> None:
    outline = [(-14, -19, 0), (8, -22), (20, -16), (42, -12), (64, -8), (75, 2), (72, 14), (58, 20), (30, 22), (6, 27), (-10, 24), (-16, 18, 0)]
    f = curve(outline).place(x, y, deg, k)
    svg.add(f, wear.sock_shade if dark else wear.sock)
    svg.add(shade(f, -5, -11), wear.top.shade if dark else wear.sock_shade)


def lying_side(
    svg: Svg, person: Person, look: Look, view: str = "front", wear: Night = NIGHT, between_knees: Callable[[], None] | None = None
) -> None:
    """Asleep on the side, head to the left, on a mattress whose top ends at y 668; spans x 190 to 900.

    Place it with svg.open("translate(...) scale(...)"). between_knees draws the pillow, after the lower leg.
    """
    tones = SKIN[person.skin]
    top, pants = wear.top, wear.trousers
    svg.shadow(700, 664, 170, 12, .22)
    lower = soft(limb([(560, 590, 40), (640, 632, 28)]) | limb([(640, 632, 29), (716, 622, 27), (808, 606, 21)], caps=(True, False)), 5)
    _sock(svg, wear, 812, 606, 6, 1.1, dark=True)
    svg.add(lower, pants.shade)
    svg.add(shade(lower, -2, -14), pants.deep)
    if between_knees:
        between_knees()
    svg.shadow(430, 592, 150, 13, .2)
    middle = mix(top.base, top.shade, .42)
    under = soft(limb([(420, 590, 24), (364, 574, 20)]) | limb([(364, 574, 20), (332, 560, 17), (300, 545, 14)]), 4)
    hip = curve([(556, 440), (562, 424), (580, 415), (604, 416), (630, 432), (650, 470), (640, 540), (600, 590), (548, 588)])
    torso = curve([(303, 466), (324, 434), (364, 414), (420, 422), (478, 444), (526, 437), (562, 420, 0), (575, 500), (561, 586, 0), (480, 586),
                   (400, 582), (340, 572), (308, 538)])  # fmt: skip
    thigh = soft(limb([(576, 484, 66), (620, 514, 48), (655, 550, 30)]) | limb([(655, 550, 31), (730, 526, 29), (812, 502, 22)], caps=(True, False)), 5)
    _sock(svg, wear, 816, 502, 14, 1.15)
    upper = soft(thigh | hip, 10)
    svg.add(upper, pants.base)
    svg.add(shade(thigh, -4, -17) - curve([(520, 540), (560, 560), (600, 560), (588, 620), (520, 620)]), pants.shade)
    svg.add((upper - upper.move(2, 7)) & rrect(540, 400, 330, 112), wear.trousers_light, .8)
    fold(svg, [(706, 508), (676, 522), (656, 546)], 3, pants.shade)
    fold(svg, [(600, 464), (624, 488), (640, 518)], 3, pants.shade)
    svg.add(torso, middle)
    svg.add(torso & curve([(290, 400), (420, 400), (600, 400), (600, 470), (540, 478), (470, 486), (400, 470), (330, 480)]), top.base)
    svg.add(torso & curve([(300, 556), (400, 566), (500, 552), (560, 530), (600, 540), (600, 620), (300, 620)]), top.shade)
    svg.add(torso & stroke(curve([(561, 418), (572, 500), (559, 588)], False), 9), wear.rim)
    fold(svg, [(478, 454), (500, 474), (508, 506)], 2.6, top.shade)
    fold(svg, [(552, 470), (528, 492), (520, 522)], 2.6, top.shade)
    svg.add(under, middle)
    svg.add(shade(under, -3, -10), top.shade)
    neck = curve([(276, 466), (304, 460), (330, 480), (332, 512), (312, 540), (282, 524)])
    svg.add(neck, tones.base)
    svg.add(neck & curve([(270, 460), (300, 466), (314, 490), (310, 520), (296, 548), (270, 540)]), tones.shade)
    head(svg, person, Frame(244, 492, 106, -86), view, look)
    hand(svg, Hand(296, 543, 190, 78, "side", flip=True), person.skin)
    svg.add(bar(306, 547.5, 15.5, 297, 543.5, 15, 3), wear.rim)
    svg.add((torso - torso.move(2, 6)) & rrect(318, 380, 260, 120), wear.rim, .9)
    svg.add(curve([(302, 464, 0), (318, 444), (338, 456), (346, 486), (336, 508), (326, 528), (308, 542, 0), (318, 516), (324, 496), (318, 478)]), wear.rim)
    svg.line(curve([(318, 478), (326, 496), (318, 518)], False), top.shade, 2, .6)
    over = soft(limb([(372, 454, 38), (424, 496, 31), (466, 536, 23)]) | limb([(466, 536, 23), (428, 572, 20), (392, 597, 16)], caps=(True, False)), 5)
    svg.add(torso & over.move(9, 8), top.shade)
    svg.shadow(408, 616, 66, 9, .2)
    hand(svg, Hand(384, 600, 155, 78, "flat", flip=True), person.skin)
    svg.add(over - curve([(300, 400), (380, 400), (372, 420), (352, 440), (346, 480), (300, 480)]), top.base)
    svg.add(shade(over, -8, -11), top.shade)
    svg.add(bar(397, 594, 17, 388, 599.5, 16.5, 3), wear.rim)
    fold(svg, [(450, 510), (434, 528), (428, 550)], 2.6, top.shade)
    fold(svg, [(466, 510), (458, 522), (450, 536)], 2, top.shade)
