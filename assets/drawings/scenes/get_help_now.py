"""A man on a chair, both legs and his seat shaded coral; a woman with a hand on his shoulder telephones for help."""

import math

from assets.drawings.cast import LEILA, SAMUEL, dressed
from assets.drawings.faces import Look
from assets.drawings.figures import ANKLE, SHIN, THIGH, XY, Arm, Head, Leg, between, joint, side, standing
from assets.drawings.hands import hand
from assets.drawings.kit import C, Shape, Svg, bar, curve, ell, ground, join, limb, poly, rrect, soft, stroke
from assets.drawings.person import SLATE
from assets.drawings.props import chair, window_light

H, SEAT, FLOOR, LEAN = 83, 563, 708, 8  # 3.6 px = 1 cm; seat 1.75 h
HIP = (450, SEAT - 0.4 * H)


def _trunk(along: float, forward: float) -> XY:
    """A point of his trunk: along 0 is the hip, 1 the neck; forward in heads."""
    r = math.radians(LEAN)
    up, out = along * 2.4 * H, forward * H
    return HIP[0] - math.sin(r) * up - math.cos(r) * out, HIP[1] - math.cos(r) * up + math.sin(r) * out


def _shirt() -> Shape:
    """The outline of his shirt, as figures.py draws it, up to the chest."""
    front = [(0.64, 0.5), (0.5, 0.47), (0.32, 0.45), (0.2, 0.45), (0.06, 0.46)]
    back = [(0.06, -0.44), (0.24, -0.338), (0.42, -0.386), (0.64, -0.48)]
    hem = [(*_trunk(-0.07, 0.46), 0), _trunk(-0.09, 0), (*_trunk(-0.07, -0.47), 0)]
    return curve([*(_trunk(*p) for p in front), *hem, *(_trunk(*p) for p in back)])


def _inside(knee: XY, ankle: XY) -> Shape:
    """The leg within the trousers, from the seat to the ankle."""
    thigh = limb([(HIP[0] + 7, HIP[1] + 2, 0.36 * H), (*between(HIP, knee, 0.5), 0.295 * H), (*knee, 0.21 * H)])
    shin = limb([(*knee, 0.21 * H), (*between(knee, ankle, 0.5), 0.185 * H), (*between(knee, ankle, 0.92), 0.15 * H)], caps=(True, False))
    return soft(thigh | shin, 4)


def _pain(s: Svg, inside: Shape, knee: XY, ankle: XY, tint: float) -> None:
    """Coral within a leg, brightest along its middle."""
    s.add(inside, C.CORAL, tint)
    line = curve([(HIP[0] + 8, HIP[1] + 4), between(HIP, knee, 0.5), (knee[0] + 3, knee[1] + 4), between(knee, ankle, 0.5), between(knee, ankle, 0.86)], closed=False)
    for i in range(11):
        s.add(stroke(line, (0.45 - 0.038 * i) * H) & inside, C.CORAL_BRIGHT if i < 8 else C.CORAL_LIGHT, 0.13 * tint)


def draw() -> Svg:
    s = Svg("Get help now", "A man sits on a chair, his seat and both legs shaded red. A woman beside him telephones, one hand on his shoulder.")
    ground(s, floor_y=598)
    window_light(s, 176, 160, 172, 212)
    # ------------------------------------------------------------ he sits
    s.shadow(460, FLOOR, 100, 10, 0.2)
    s.shadow(296, FLOOR, 104, 10, 0.2)
    chair(s, 450, SEAT, FLOOR, 156, "left", back=168)
    ankles = ((HIP[0] - 1.28 * H, FLOOR - ANKLE * H), (HIP[0] - 2.06 * H, FLOOR - ANKLE * H - 6))
    knees = [joint(HIP, ankle, THIGH * H, SHIN * H, 1) for ankle in ankles]
    near = _inside(knees[0], ankles[0])
    far = _inside(knees[1], ankles[1]) & poly([(0, knees[1][1] + 4), (HIP[0] - H, knees[1][1] + 4), (HIP[0] - H, FLOOR), (0, FLOOR)])
    elbow, wrist = (534, 424), (492, 476)
    he = side(s, SAMUEL, HIP, H, near=Leg(ankles[0], knees[0]), far=Leg(ankles[1], knees[1]), seat=True, lean=LEAN,
              face=Head("profile", Look("open", "discomfort", gaze=(-0.4, 0.7)), nod=9),
              near_arm=Arm(wrist, elbow, hand="flat", deg=146),
              before_near_leg=lambda: _pain(s, far, knees[1], ankles[1], 0.72))  # fmt: skip
    shirt = _shirt()
    _pain(s, near - shirt, knees[0], ankles[0], 0.9)
    held = join(he.hands[1].outline(), limb([(*elbow, 0.24 * H), (*wrist, 0.16 * H)]))
    middle = _trunk(0.02, -0.06)
    s.add(shirt - held, s.rad(*middle, 96, (0, C.CORAL, 0.85), (0.35, C.CORAL, 0.62), (0.7, C.CORAL, 0.22), (1, C.CORAL, 0)))
    # ------------------------------------------------------------ she stands at his side
    leila = dressed(LEILA, top=SLATE)
    shoulder = _trunk(0.9, -0.22)
    bent = (754, 266)
    caller = standing(s, leila, 646, 692, H, face=Head("quarter", Look(mood="talk", gaze=(-0.8, 0.8)), nod=4),
                      left=Arm((shoulder[0] + 46, shoulder[1] - 20), hand="drape", deg=160, bend=-1),
                      right=Arm((699, 196), bent, hand="hold_back", deg=-116))  # fmt: skip
    for part, colour in ((rrect(-14, -29, 28, 58, 6), C.NAVY_DARK), (rrect(-12, -27, 23, 53, 5), C.NAVY), (ell(-6.5, -21, 3), C.SLATE_LIGHT)):
        s.add(part.place(682, 158, 16), colour)
    hand(s, caller.hands[1], leila.skin)
    s.add(bar(*between(bent, caller.wrists[1], 0.885), 0.158 * H, *between(bent, caller.wrists[1], 0.965), 0.156 * H, 2), SLATE.edge)
    return s
