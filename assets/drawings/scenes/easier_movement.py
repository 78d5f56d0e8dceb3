"""A woman kneels and bends to tie her shoe; a teal arc shows how far. Her daughter waits beside her."""

import math

from assets.drawings.cast import AMARA, ZURI, dressed
from assets.drawings.faces import Look
from assets.drawings.figures import Arm, Head, arm, standing, tying
from assets.drawings.kit import C, Svg, curve, ell, ground, poly, rpoly, shade
from assets.drawings.person import CREAM, DARK_SLATE
from assets.drawings.props import window_light

UPRIGHT, BENT = 270, 330  # degrees on the arc: straight up, and where her head is now


def _ray(x: float, y: float, r: float, deg: float) -> tuple[float, float]:
    return x + r * math.cos(math.radians(deg)), y + r * math.sin(math.radians(deg))


def _reach(s: Svg, x: float, y: float, r: float) -> None:
    """The arc from upright to bent round the hip at x, y: a soft wedge, ticks, a dot and an arrow head."""
    steps = [UPRIGHT + (BENT - UPRIGHT) * i / 10 for i in range(11)]
    rim = [_ray(x, y, r, a) for a in steps]
    wedge = poly([(x, y), *(_ray(x, y, r, a) for a in range(UPRIGHT, BENT + 1, 2))])
    s.add(wedge, s.rad(x, y, r, (0, C.TEAL_LIGHT, 0), (0.35, C.TEAL_LIGHT, 0.06), (1, C.TEAL_LIGHT, 0.3)))
    s.line(curve([(x, y), rim[0]], False), C.TEAL, 3, 0.4)
    for i, a in enumerate(steps[:-1]):
        long = 26 if i % 5 == 0 else 14
        s.line(curve([_ray(x, y, r - 15, a), _ray(x, y, r - 15 - long, a)], False), C.TEAL, 5 if i % 5 == 0 else 3.5)
    s.line(curve(rim, False), C.TEAL, 9)
    s.add(ell(*rim[0], 12), C.TEAL)
    s.add(ell(*rim[0], 5), C.CREAM)
    (tx, ty), turn = rim[-1], math.radians(BENT + 90)
    along, out = (math.cos(turn), math.sin(turn)), (math.cos(turn - math.pi / 2), math.sin(turn - math.pi / 2))
    tip = [(tx + along[0] * 27, ty + along[1] * 27), (tx + out[0] * 19, ty + out[1] * 19), (tx - out[0] * 19, ty - out[1] * 19)]
    s.add(rpoly(tip, 5), C.TEAL)


def _ball(s: Svg, x: float, y: float, r: float) -> None:
    ball = ell(x, y, r)
    s.add(ball, C.CREAM)
    s.add(ball & curve([(x - r * 1.2, y - r * 0.5), (x - r * 0.3, y - r * 0.9), (x - r * 0.05, y - r * 0.1), (x - r * 0.5, y + r * 0.7), (x - r * 1.2, y + r * 0.6)]), C.SLATE_LIGHT)
    s.add(ball & curve([(x + r * 0.2, y - r * 1.2), (x + r * 1.2, y - r * 0.6), (x + r * 1.2, y + r * 0.3), (x + r * 0.55, y)]), C.SLATE_LIGHT)
    s.add(ball & curve([(x + r * 0.2, y + r * 0.4), (x + r * 0.9, y + r * 0.5), (x + r * 0.5, y + r * 1.2), (x - r * 0.1, y + r * 1.2)]), C.SLATE_LIGHT)
    s.add(shade(ball, -r * 0.22, -r * 0.2), C.NAVY, 0.18)


def draw() -> Svg:
    s = Svg("Easier movement", "A woman kneels and bends to tie her shoe. A teal arc shows how far. A girl waits beside her, smiling.")
    h, floor, x = 92, 716, 490  # pixels of a head; 4 px = 1 cm; x: her hip
    ground(s, floor_y=600)
    window_light(s, 140, 190, 200, 250)
    hip = (x, floor - 1.95 * h)
    _reach(s, *hip, 4.2 * h)

    # the girl holds a ball in front of her
    gx, gh = 240, h * 0.86
    elbows, wrists = [(gx - 60, 404), (gx + 62, 404)], [(gx - 35, 446), (gx + 37, 446)]
    left, right = (Arm(w, e, hand="flat", deg=deg) for w, e, deg in zip(wrists, elbows, (6, 174), strict=True))
    girl = standing(s, ZURI, gx, floor - 22, gh, left=left, right=right, face=Head("quarter", Look(mood="smile", gaze=(1, 0.5)), flip=True))
    _ball(s, gx + 1, 430, 34)
    for shoulder, elbow, wrist, at in zip(girl.shoulders, elbows, wrists, girl.hands, strict=True):  # over the ball
        arm(s, ZURI, shoulder, elbow, wrist, gh, at.pose, at.deg, flip=at.flip, sx=0.8)

    woman = dressed(AMARA, top=CREAM, shoes=DARK_SLATE)
    s.shadow(656, floor, 76, 11, 0.2)
    tying(s, woman, x, floor, h, "right", face=Head("profile", Look("down", "smile"), nod=20),
          near_arm=Arm((632, 630), hand="hold_back", deg=72), far_arm=Arm((680, 632), hand="hold", deg=76))
    # her laces, one end in each hand
    knot = (658, 689)
    for ends in ([knot, (650, 684), (643, 672)], [knot, (670, 684), (678, 672)], [knot, (648, 692), (640, 699)], [knot, (668, 693), (675, 700)]):
        s.line(curve(ends, False), C.CREAM, 3)
    s.add(ell(*knot, 3.6), C.CREAM)
    s.add(ell(680, 410.6, 1.8), CREAM.shade)  # the seam of the collar
    return s
