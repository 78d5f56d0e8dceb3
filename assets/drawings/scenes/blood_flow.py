"""A warm hand on a calf; under the skin, drops move along fine vessels."""

import math

from assets.drawings.figures import fold
from assets.drawings.hands import Hand, hand
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
    poly,
    rrect,
    shade,
    soft,
    stroke,
)
from assets.drawings.props import window_light

# 10.5 px = 1 cm: knee to ankle 480, hand 205, forearm 290. Amara lies face down, her foot at the right; Rosa stands
# behind the table, her left arm comes from above.
_SECONDS = 7  # for a drop to reach the place of the next one


class _Flow(Svg):
    """A drawing with drops that wander along a line."""

    def drops(self, line: Points, gap: float, size: float, colour: str, light: str) -> None:
        """One drop every `gap` pixels; each moves on to where the next one was, so the end of the motion is its start."""
        way = _places(line, 3)
        step = round(gap / 3)
        for at in range(step // 2, len(way) - step, step):
            x, y = way[at]
            deg = math.degrees(math.atan2(way[at + 3][1] - y, way[at + 3][0] - x))
            self.open("translate(0 0)")
            self.add(ell(x, y, size * 1.45, size, deg), colour)
            self.add(ell(x - size * 0.45, y - size * 0.3, size * 0.42, size * 0.3, deg), light)
            stops = [way[at + step * i // 4] for i in range(5)]
            moves = ";".join(f"{px - x:.1f} {py - y:.1f}" for px, py in stops)
            self._body.append(
                f'<animateTransform attributeName="transform" type="translate" values="{moves}" dur="{_SECONDS}s" '
                'begin="0s" repeatCount="indefinite"/>'
            )
            self.close()


def _places(line: Points, gap: float) -> list[tuple[float, float]]:
    """Points on a curve, `gap` pixels apart."""
    q = curve(line, closed=False).q
    n = int(q.length() / gap)
    found = (q.pointAtPercent(q.percentAtLength(i * gap)) for i in range(n))
    return [(p.x(), p.y()) for p in found]


_LEG = [(96, 506), (190, 494), (240, 478), (310, 455), (385, 446), (470, 456), (560, 481), (640, 499), (720, 498),
        (726, 580), (660, 579), (560, 590), (450, 603), (350, 613), (270, 624), (190, 632), (96, 636)]  # fmt: skip
_TRUNKS: tuple[tuple[Points, float], ...] = (
    ([(120, 540), (220, 528), (290, 500), (360, 482), (440, 488), (540, 514), (640, 528), (730, 530)], 6.5),
    ([(120, 566), (220, 562), (320, 556), (420, 544), (520, 548), (620, 550), (730, 548)], 8.5),
    ([(120, 600), (230, 598), (330, 588), (430, 579), (540, 571), (640, 564), (730, 562)], 6.5),
)
_FINE: tuple[Points, ...] = (
    [(176, 536), (206, 546), (232, 561)], [(262, 512), (286, 530), (320, 540), (352, 552)], [(318, 490), (352, 512), (384, 522), (416, 544)],
    [(196, 564), (224, 582), (262, 595)], [(292, 558), (318, 574), (352, 586)], [(388, 548), (410, 562), (440, 568), (470, 576)],
    [(480, 546), (506, 556), (540, 570)], [(452, 491), (478, 512), (500, 530), (530, 548)], [(556, 518), (578, 530), (596, 548)],
    [(572, 549), (600, 556), (630, 565)], [(250, 517), (232, 506), (212, 504)], [(340, 487), (320, 476), (300, 474)], [(360, 584), (380, 596), (410, 598)],
    [(250, 597), (280, 606), (310, 608)], [(600, 520), (622, 512), (650, 512)], [(520, 507), (542, 498), (566, 500)],
)


def draw() -> Svg:
    s = _Flow("Blood flow", "A therapist's hand warms the calf of a lying leg. Under the skin, small drops move along fine vessels.")
    pb, ps, pd, pl = SKIN["deep"][:4]

    # ------------------------------------------------------------ room and table
    whole, _ = ground(s, floor_y=520, floor=C.CREAM, floor_low=C.SAND)
    window_light(s, 150, 168, 224, 262)
    side = whole & curve([(-20, 706, 0), (500, 700), (1020, 706, 0), (1020, 900, 0), (-20, 900, 0)])
    s.add(side, C.SLATE)
    s.add(side & rrect(0, 690, 1000, 30), C.SLATE_LIGHT)
    table = whole - rrect(-20, 702, 1040, 200)

    # ------------------------------------------------------------ roll under the ankle, shadows on the sheet
    s.shadow(690, 664, 170, 20, .26)
    s.shadow(380, 640, 330, 20, .3)
    roll = rrect(598, 572, 132, 92, 44)
    s.add(roll, C.MINT_DARK)
    s.add(shade(roll, -10, -22), C.MINT_DEEP)
    fold(s, [(628, 590), (622, 616), (628, 644)], 3, C.MINT_DEEP, roll)

    # ------------------------------------------------------------ the leg
    leg = curve(_LEG)
    s.add(leg, pb)
    s.add(leg & curve([(60, 612), (200, 604), (340, 590), (480, 582), (600, 568), (740, 556), (740, 680), (60, 690)]), ps)
    glass = leg.grow(-8)
    s.add(glass, s.rad(400, 520, 330, (0, mix(pl, C.LIGHT, .38), .95), (.5, mix(pb, C.LIGHT, .16), .8), (1, pb, 0)))

    # warm light at the skin
    s.add(leg, s.rad(420, 478, 190, (0, C.LIGHT_PALE, .85), (.35, C.LIGHT, .5), (1, C.LIGHT, 0)))

    # ------------------------------------------------------------ vessels and drops
    wall = join(*(stroke(curve(line, closed=False), w * 2) for line, w in _TRUNKS))
    fine = join(*(stroke(curve(line, closed=False), 4) for line in _FINE))
    s.add((fine - wall) & glass, C.TEAL_BRIGHT, .75)
    s.add(wall.grow(2.5) & leg, C.NAVY_DARK, .22)
    s.add(wall & leg, mix(C.TEAL_DARK, C.NAVY_DARK, .35), .9)
    for line, w in _TRUNKS:
        s.drops(line, 45, w * .66, C.TEAL_BRIGHT, "#FFFFFF")

    # ------------------------------------------------------------ sock
    sock = curve([(648, 494, 0), (690, 494), (726, 478), (762, 470), (792, 484), (800, 520), (808, 566), (832, 612), (848, 654), (838, 682),
                  (812, 682), (790, 654), (758, 612), (722, 588), (648, 588, 0), (642, 542)])
    s.add(sock, C.SLATE_LIGHT)
    s.add(shade(sock, -14, -10), C.SLATE)
    s.add(sock & curve([(640, 490, 0), (668, 490, 0), (662, 542), (668, 592, 0), (640, 592, 0)]), C.SLATE_PALE)
    fold(s, [(706, 582), (724, 562), (728, 540)], 4, C.SLATE, sock)
    fold(s, [(724, 592), (746, 578), (756, 558)], 3.5, C.SLATE, sock)

    # ------------------------------------------------------------ drape over thigh and knee
    drape = curve([(-40, 440, 0), (60, 452), (130, 470), (186, 478, .3), (204, 540), (198, 600), (212, 652, .3), (170, 662), (100, 656), (-40, 662, 0)]) & table
    s.add(drape, C.CREAM)
    s.add(drape & curve([(-40, 600), (60, 604), (140, 596), (240, 606), (240, 700), (-40, 700)]), C.CREAM_DARK)
    s.add(drape & curve([(166, 470, 0), (192, 474), (210, 540), (204, 600), (220, 670, 0), (186, 670, 0), (172, 600), (180, 540)]), C.MINT_DARK)

    # ------------------------------------------------------------ the arm
    wrist = (548, 420)
    elbow = (706, 196)
    s.glow(440, 470, 200, C.LIGHT, .34, 120)
    arm = soft(limb([(650, 20, 60), (676, 110, 56), (*elbow, 46)]) | limb([(*elbow, 48), (650, 280, 45), (600, 354, 34), (*wrist, 26)]), 12)
    shadow = Hand(*wrist, 160, 205, "flat", flip=True)
    s.add(shadow.outline().move(8, 14) & leg, pd, .45)
    sleeve = curve([(570, 0, 0), (610, 90), (628, 148, 0), (690, 158), (744, 136, 0), (736, 80), (730, 0, 0)]) & whole
    hand(s, Hand(*wrist, 160, 205, "flat", flip=True), "olive", arm=arm & whole, cut=sleeve)
    s.add(sleeve, C.TEAL)
    return s
