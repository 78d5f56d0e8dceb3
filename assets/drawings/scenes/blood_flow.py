"""A warm hand on a calf; under the skin, drops move along fine vessels."""

import math

from assets.drawings.figures import fold
from assets.drawings.hands import Hand
from assets.drawings.kit import (
    SKIN,
    C,
    Points,
    Shape,
    Svg,
    curve,
    ell,
    ground,
    join,
    limb,
    mix,
    rrect,
    shade,
    soft,
)
from assets.drawings.props import window_light

# 10.5 px = 1 cm: knee to ankle 480, hand 205, forearm 290. Amara lies face down, her foot at the right; Rosa stands
# behind the table, her left arm comes from above.
_SECONDS = 7  # for a drop to reach the place of the next one


class _Flow(Svg):
    """A drawing with drops that wander along a line."""

    def drops(self, line: Points, gap: float, first: float, size: float, colour: str, light: str) -> None:
        """One drop every `gap` pixels; each moves on to where the next one was, so the end of the motion is its start."""
        way = _places(line, 3)
        step = round(gap / 3)
        for at in range(round(step * first), len(way) - step, step):
            x, y = way[at]
            deg = math.degrees(math.atan2(way[at + 3][1] - y, way[at + 3][0] - x))
            self.open("translate(0 0)")
            self.add(ell(x, y, size * 1.45, size, deg), colour)
            self.add(ell(x - size * 0.45, y - size * 0.3, size * 0.42, size * 0.3, deg), light)
            stops = [way[at + step * i // 4] for i in range(5)]
            moves = ";".join(f"{px - x:.1f} {py - y:.1f}" for px, py in stops)
            self.move("translate", moves, _SECONDS)
            self.close()


def _places(line: Points, gap: float) -> list[tuple[float, float]]:
    """Points on a curve, `gap` pixels apart."""
    q = curve(line, closed=False).q
    n = int(q.length() / gap)
    found = (q.pointAtPercent(q.percentAtLength(i * gap)) for i in range(n))
    return [(p.x(), p.y()) for p in found]


_LEG = [(130, 500), (190, 494), (240, 480), (320, 455), (405, 446), (490, 459), (570, 483), (630, 497), (676, 504, 0),
        (676, 578, 0), (640, 581), (560, 590), (450, 603), (350, 613), (270, 624), (190, 632), (130, 636)]  # fmt: skip
# vessels: a trunk and its branches (x, y, half width), then twigs that thin out
_ROUTES: tuple[Points, ...] = (
    [(140, 556, 7), (200, 556, 7), (256, 548, 6.5), (304, 521, 6), (356, 495, 5.5), (420, 482, 5), (500, 498, 5), (590, 521, 4.5), (700, 528, 4)],
    [(140, 556, 7), (200, 556, 7), (270, 549, 6.5), (350, 545, 6), (440, 543, 5.5), (530, 548, 5), (610, 549, 4.5), (700, 546, 4)],
    [(140, 556, 7), (190, 556, 7), (234, 566, 6), (292, 588, 5.5), (370, 593, 5), (470, 584, 5), (560, 574, 4.5), (700, 563, 4)],
)
_TWIGS: tuple[Points, ...] = (
    [(240, 552), (236, 534), (244, 514), (266, 496), (286, 484)], [(239, 524), (226, 512), (206, 506)], [(250, 509), (240, 500), (234, 492)],
    [(290, 528), (298, 508), (294, 490), (306, 474)], [(297, 494), (314, 488), (330, 474)], [(356, 495), (352, 478), (364, 462), (384, 454)],
    [(330, 507), (352, 520), (382, 520), (412, 540)], [(366, 521), (386, 508), (404, 506)], [(322, 512), (334, 528), (340, 544)],
    [(286, 548), (300, 562), (326, 568), (352, 592)], [(314, 565), (334, 560), (356, 562)], [(396, 544), (404, 562), (428, 572), (448, 586)],
    [(415, 567), (436, 562), (458, 566), (482, 562)], [(370, 545), (376, 562), (372, 576), (384, 592)], [(234, 566), (244, 584), (266, 598), (284, 614)],
    [(252, 590), (246, 604), (250, 618)], [(300, 589), (318, 602), (344, 606)], [(384, 593), (406, 602), (430, 600)], [(206, 556), (196, 542), (202, 524)],
    [(208, 560), (214, 580), (208, 602)], [(456, 543), (480, 560), (510, 570), (530, 578)], [(540, 548), (556, 562), (584, 570)], [(496, 580), (516, 590), (540, 588)],
    [(566, 514), (578, 530), (600, 548)], [(560, 512), (580, 500), (612, 502)], [(598, 522), (616, 513), (640, 514)], [(598, 549), (616, 559), (642, 560)],
    [(430, 483), (442, 470), (462, 462)],
)


def _twig(line: Points) -> Shape:
    n = len(line) - 1
    return limb([(x, y, 2.3 - 1.5 * i / n) for i, (x, y) in enumerate(line)], caps=(False, False))


def draw() -> Svg:
    s = _Flow("Blood flow", "A therapist's hand warms the calf of a lying leg. Under the skin, small drops move along fine vessels.")
    pb, ps, pd, pl = SKIN["deep"][:4]
    rb, rs = SKIN["olive"][:2]

    # ------------------------------------------------------------ room and table
    whole, _ = ground(s, floor_y=520, floor=C.CREAM, floor_low=C.SAND)
    window_light(s, 150, 168, 224, 262)
    side = whole & curve([(-20, 706, 0), (500, 700), (1020, 706, 0), (1020, 900, 0), (-20, 900, 0)])
    s.add(side, C.SLATE)
    s.add(side & curve([(-20, 690, 0), (1020, 690, 0), (1020, 716, 0), (500, 710), (-20, 716, 0)]), C.SLATE_LIGHT)
    s.add(side & curve([(-20, 752, 0), (500, 742), (1020, 752, 0), (1020, 900, 0), (-20, 900, 0)]), C.SLATE_DARK)
    table = whole - rrect(-20, 702, 1040, 200)

    # ------------------------------------------------------------ roll under the ankle, shadows on the sheet
    s.shadow(668, 666, 120, 15, .26)
    s.shadow(390, 632, 250, 17, .34)
    roll = ell(664, 620, 50, 48)
    s.add(roll, C.MINT)
    s.add(shade(roll, -12, -10), C.MINT_DEEP)
    spiral = [(640, 624), (652, 600), (680, 602), (688, 628), (666, 644), (648, 630), (658, 614), (674, 620), (668, 630)]
    s.line(curve(spiral, closed=False), C.MINT_DEEP, 5)

    # ------------------------------------------------------------ the leg
    leg = curve(_LEG) & whole
    s.add(leg, pb)
    s.add(leg & curve([(60, 612), (200, 604), (340, 590), (480, 582), (600, 568), (740, 556), (740, 680), (60, 690)]), ps)
    glass = leg.grow(-8)
    s.add(glass, s.rad(400, 520, 330, (0, mix(pl, C.LIGHT, .38), .95), (.5, mix(pb, C.LIGHT, .16), .8), (1, pb, 0)))

    # warm light at the skin
    s.add(leg, s.rad(420, 478, 190, (0, C.LIGHT_PALE, .85), (.35, C.LIGHT, .5), (1, C.LIGHT, 0)))

    # ------------------------------------------------------------ vessels and drops
    s.add(join(*(_twig(line) for line in _TWIGS)) & glass, C.TEAL_BRIGHT, .75)
    wall = join(*(limb(route, caps=(False, False)) for route in _ROUTES))
    s.add(wall.grow(2.2) & leg, C.NAVY_DARK, .28)
    s.add(wall, mix(C.TEAL, C.TEAL_DARK, .35))
    s.add(shade(wall, 0, 3) & wall, C.TEAL_LIGHT, .7)
    for i, route in enumerate(_ROUTES):
        s.drops([point[:2] for point in route], 66, i / 3, 5, C.LIGHT_PALE, "#FFFFFF")

    # ------------------------------------------------------------ sock
    sock = curve([(646, 497, 0), (680, 498), (716, 492), (744, 478), (776, 474), (800, 490), (806, 522), (810, 560), (832, 604), (854, 646), (858, 674),
                  (840, 686), (816, 678), (792, 648), (762, 614), (730, 592), (690, 584), (648, 586, 0), (640, 542)])  # fmt: skip
    s.shadow(830, 688, 34, 7, .3)
    s.add(sock, C.SLATE_LIGHT)
    s.add(shade(sock, -13, -11), C.SLATE)
    toes = curve([(800, 640, 0), (826, 640), (850, 622, 0), (900, 660), (880, 720), (800, 700)])
    heel = curve([(748, 440, 0), (752, 478), (772, 504), (814, 520, 0), (860, 500), (840, 440)])
    for patch in (heel, toes):
        s.add(sock & patch, mix(C.SLATE_LIGHT, C.SLATE_PALE, .55))
        s.add(shade(sock, -13, -11) & patch, mix(C.SLATE_LIGHT, C.SLATE, .3))
    s.add(sock & curve([(640, 490, 0), (668, 490, 0), (662, 542), (670, 592, 0), (640, 592, 0)]), C.SLATE_PALE)
    for y in (514, 532, 550, 568):
        s.line(curve([(646, y), (654, y + .5), (661, y)], closed=False), C.SLATE_LIGHT, 2)
    fold(s, [(712, 586), (728, 570), (732, 552)], 4, C.SLATE, sock)
    fold(s, [(734, 592), (752, 580), (762, 564)], 3.5, C.SLATE, sock)

    # ------------------------------------------------------------ drape over thigh and knee
    drape = curve([(-40, 440, 0), (60, 452), (130, 470), (186, 478, .3), (204, 540), (198, 600), (212, 652, .3), (170, 662), (100, 656), (-40, 662, 0)]) & table
    s.add(drape, C.CREAM)
    s.add(drape & curve([(-40, 600), (60, 604), (140, 596), (240, 606), (240, 700), (-40, 700)]), C.CREAM_DARK)
    fold(s, [(176, 494), (140, 506), (100, 502)], 5, C.CREAM_DARK, drape)
    fold(s, [(168, 556), (130, 552), (86, 566)], 5, C.CREAM_DARK, drape)
    fold(s, [(120, 600), (112, 630), (118, 660)], 6, C.CREAM_DEEP, drape)
    s.add(drape & curve([(166, 470, 0), (192, 474), (210, 540), (204, 600), (220, 670, 0), (186, 670, 0), (172, 600), (180, 540)]), C.MINT_DARK)

    # ------------------------------------------------------------ the arm
    wrist = (592, 462)
    elbow = (722, 208)
    palm = Hand(*wrist, 152, 200, "flat", flip=True)
    s.glow(460, 470, 220, C.LIGHT, .4, 120)
    arm = soft(limb([(660, 20, 62), (690, 116, 57), (*elbow, 47)]) | limb([(*elbow, 49), (682, 296, 45), (640, 384, 34), (614, 434, 36, 28), (586, 464, 37, 25), (556, 482, 32, 24)]), 14)
    s.add(palm.outline().move(5, 13) & leg, pd, .5)
    sleeve = curve([(560, 0, 0), (608, 80), (622, 146, 0), (690, 163), (764, 142, 0), (752, 80), (750, 0, 0)]) & whole
    cut = curve([(500, 0, 0), (500, 140, 0), (622, 143, 0), (690, 160), (764, 139, 0), (860, 130, 0), (860, 0, 0)])
    reach = ((arm | palm.outline()) & whole) - cut
    reach |= reach.grow(12).grow(-12) & ell(578, 496, 40)
    s.add(reach, rb)
    s.add(shade(reach, -8, -9), rs)
    for line in palm.lines():
        s.line(line, rs, 4.5)
    s.add(sleeve, C.TEAL)
    s.add(sleeve & curve([(724, 0, 0), (706, 60), (712, 110), (730, 170, 0), (790, 160, 0), (790, 0, 0)]), C.TEAL_DARK)
    hem = curve([(600, 130, 0), (619, 131, 0), (690, 147), (764, 126, 0), (790, 120, 0), (790, 170, 0), (690, 190), (600, 170, 0)])
    s.add(sleeve & hem, C.TEAL_LIGHT)
    s.add(sleeve & hem & rrect(722, 100, 80, 80), C.TEAL)
    fold(s, [(634, 126), (654, 112), (680, 108)], 4, C.TEAL_DARK, sleeve)
    fold(s, [(618, 92), (640, 86), (664, 90)], 4, C.TEAL_DARK, sleeve)
    return s
