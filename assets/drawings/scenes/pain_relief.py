"""A therapist's hands on the low back of a draped woman; rings turn from coral to teal."""

from collections.abc import Callable

from assets.drawings.cast import AMARA, ROSA
from assets.drawings.faces import Frame, Look
from assets.drawings.figures import fold
from assets.drawings.hands import Hand, hand
from assets.drawings.kit import (
    SKIN,
    C,
    Svg,
    curve,
    ell,
    ground,
    limb,
    mix,
    path,
    poly,
    rpoly,
    rrect,
    shade,
    soft,
    stroke,
)
from assets.drawings.person import head
from assets.drawings.props import massage_table, plant, shelf, towel_roll, window_light


def _about(middle: float, k: int) -> Callable[[float], float]:
    """Distances from the middle, to the left for k = -1."""
    return lambda v: middle + k * v


def draw() -> Svg:
    s = Svg("Pain relief", "A therapist rests both hands on the low back of a draped woman lying on a table. Rings under the hands turn from coral to teal.")
    patient, therapist = "deep", "olive"
    pb, ps = SKIN[patient][:2]
    tb, ts, td = SKIN[therapist][:3]

    # ------------------------------------------------------------ room
    ground(s, floor_y=612)
    window_light(s, 156, 172, 208, 262)
    # shelf with rolled towels
    shelf_x, shelf_y = 672, 282
    shelf(s, shelf_x, shelf_y)
    towel_roll(s, shelf_x + 34, shelf_y - 18)
    towel_roll(s, shelf_x + 76, shelf_y - 18)
    towel_roll(s, shelf_x + 55, shelf_y - 53, C.MINT_DARK, C.MINT_DEEP)
    plant(s, shelf_x + 140, shelf_y, 66)

    # ------------------------------------------------------------ floor shadow, table legs
    s.shadow(500, 731, 262, 19, .28)
    s.open("translate(34,-30) scale(.94)")
    # the therapist's legs, seen under the table
    for k in (-1, 1):
        at = _about(462, k)
        s.shadow(at(32), 776, 40, 8, .22)
        shoe = curve([(at(12), 752), (at(14), 740), (at(32), 734), (at(48), 742), (at(54), 760), (at(53), 774, .5), (at(32), 778), (at(11), 774, .5)])
        s.add(shoe, C.CREAM)
        s.add(shoe & curve([(440, 764), (462, 768), (530, 764), (530, 790), (400, 790), (400, 764)]), C.CREAM_DEEP)
        lg = curve([(at(2), 590, 0), (at(58), 590, 0), (at(54), 660), (at(51), 752, 0), (at(32), 756), (at(13), 752, 0), (at(8), 660)])
        s.add(lg, C.NAVY)
        s.add(shade(lg, -12, 0), C.NAVY_DARK)
        s.add(lg & rrect(380, 580, 160, 56), C.NAVY_DARK, opacity=0.5)

    massage_table(s)

    # ------------------------------------------------------------ therapist, behind the table
    tx = 462
    neck = curve([(tx - 24, 216), (tx - 25, 250), (tx - 44, 274), (tx, 322), (tx + 44, 274), (tx + 25, 250), (tx + 24, 216)])
    torso = curve([(tx - 27, 258, 0), (tx - 58, 272), (tx - 92, 288), (tx - 106, 318), (tx - 70, 372), (tx - 64, 420), (tx - 68, 520, 0), (tx + 68, 520, 0),
                   (tx + 64, 420), (tx + 70, 372), (tx + 106, 318), (tx + 92, 288), (tx + 58, 272), (tx + 27, 258, 0), (tx, 312, 0)])
    s.add(neck, tb)
    s.add(neck & curve([(tx - 40, 232), (tx, 232), (tx + 40, 232), (tx + 60, 300), (tx + 20, 330), (tx + 6, 286), (tx - 14, 268), (tx - 27, 254)]), mix(ts, td, .3))
    s.add(torso, C.TEAL)
    s.add(torso & curve([(tx + 62, 372), (tx + 44, 420), (tx + 34, 470), (tx + 40, 540), (tx + 140, 540), (tx + 140, 300), (tx + 90, 330)]), C.TEAL_DARK)
    for k, c in ((-1, C.TEAL_LIGHT), (1, mix(C.TEAL_LIGHT, C.TEAL, .4))):
        s.add(poly([(tx + k * 24, 255), (tx + k * 37, 262), (tx, 332), (tx, 308)]), c)
    s.line(curve([(tx, 332), (tx - 1, 400), (tx, 470)], False), C.TEAL_DARK, 2.5, opacity=0.5)
    fold(s, [(tx - 62, 402), (tx - 44, 414), (tx - 20, 414)], 4, C.TEAL_DARK, torso)
    fold(s, [(tx - 64, 428), (tx - 40, 438), (tx - 14, 434)], 4, C.TEAL_DARK, torso)
    fold(s, [(tx + 14, 410), (tx + 34, 404), (tx + 50, 392)], 3.5, C.TEAL_DARK, torso)
    pocket = f"M{tx + 18} 346L{tx + 18} 376Q{tx + 18} 384 {tx + 26} 384L{tx + 42} 384Q{tx + 50} 384 {tx + 50} 376L{tx + 50} 346"
    s.line(path(pocket), C.TEAL_DARK, 2.4, opacity=0.7)
    # arms: skin below the sleeve, sleeve over it
    sleeves = []
    for k in (-1, 1):
        at = _about(tx, k)
        sleeves.append(curve([(at(56), 284), (at(70), 278), (at(92), 288), (at(108), 316), (at(117), 352, 0), (at(67), 366, 0), (at(60), 340), (at(53), 310)]))
    arms = []
    for k in (-1, 1):
        at = _about(tx, k)
        arm = soft(limb([(at(80), 300, 25), (at(91), 352, 22.5), (at(94), 396, 19)]) | limb([(at(94), 396, 19.5), (at(82), 428, 18), (at(60), 456, 12.5)]), 5)
        arms.append(arm)

    # ------------------------------------------------------------ table top
    top = rpoly([(140, 512), (860, 512), (892, 596), (108, 596)], 26)
    s.add(top, C.SLATE_LIGHT)
    s.add(rrect(104, 584, 792, 36, 18), C.SLATE)
    s.add(rrect(104, 603, 792, 17, 8.5), C.SLATE_DARK)

    # pillow
    pil = curve([(128, 522), (180, 508), (270, 510), (318, 530), (324, 560), (300, 582), (200, 588), (130, 580), (112, 552)])
    s.shadow(224, 588, 118, 10, .2)
    s.add(pil, C.CREAM)
    s.add(shade(pil, -8, -16), C.CREAM_DARK)
    for q, w in (([(130, 540), (150, 532), (176, 532)], 3.5), ([(142, 516), (160, 518), (180, 512)], 3), ([(318, 545), (300, 552), (286, 552)], 3)):
        fold(s, q, w, C.CREAM_DARK, pil)
    s.glow(224, 556, 70, C.SLATE_DARK, .3, 16)

    # ------------------------------------------------------------ patient
    body = curve([(252, 490), (280, 468), (314, 450), (356, 443), (400, 446), (440, 454), (484, 452), (524, 438), (562, 430), (606, 456), (610, 560),
                  (540, 578), (440, 573), (360, 575), (300, 566), (262, 540)])
    s.add(body, pb)
    s.add(body & curve([(250, 534), (330, 546), (400, 551), (470, 548), (560, 556), (660, 560), (660, 640), (250, 640)]), ps)
    s.line(curve([(306, 480), (362, 474), (412, 482), (458, 490), (506, 488)], False), ps, 5, opacity=0.75)
    s.line(curve([(340, 506), (360, 494), (368, 476)], False), ps, 4, opacity=0.6)
    # drape
    drape = curve([(526, 438, 0), (546, 427), (572, 425), (616, 446), (664, 467), (724, 477), (792, 479), (824, 469), (848, 482), (862, 530), (870, 596),
                   (866, 642, .3), (822, 634), (778, 645), (716, 636), (662, 647), (602, 637), (544, 645, .3), (538, 600), (514, 520)])
    s.add(drape, C.CREAM)
    low = drape & curve([(520, 592), (600, 586), (700, 590), (790, 584), (880, 588), (880, 670), (520, 670)])
    s.add(low, C.CREAM_DARK)
    for x0, x1, x2 in ((604, 598, 606), (682, 692, 684), (768, 762, 770), (830, 840, 838)):
        s.add(drape & curve([(x0, 590, 0), (x1 + 8, 616), (x2 + 9, 660, 0), (x2 - 9, 660, 0), (x1 - 6, 614)]), C.CREAM_DEEP, opacity=0.75)
    fold(s, [(560, 466), (604, 490), (664, 502), (736, 500)], 7, C.CREAM_DARK, drape)
    fold(s, [(566, 540), (624, 530), (690, 540), (758, 530)], 6, C.CREAM_DARK, drape)
    fold(s, [(620, 460), (664, 480), (720, 488)], 4, C.CREAM_DARK, drape)
    fold(s, [(800, 488), (784, 520), (788, 560)], 5, C.CREAM_DARK, drape)
    s.add(drape & curve([(840, 474), (824, 500), (822, 540), (836, 596), (900, 600), (900, 470)]), C.CREAM_DARK)
    s.add(drape & curve([(850, 590), (848, 620), (852, 660), (900, 660), (900, 590)]), C.CREAM_DEEP)
    # folded edge
    hem = curve([(524, 435, 0), (540, 430), (552, 425, 0), (540, 480), (546, 540), (566, 600), (570, 648, 0), (540, 650, 0), (535, 600), (512, 520), (516, 470)])
    s.add(hem & drape, C.MINT_DARK)
    s.add(hem & drape & rrect(500, 588, 140, 80), C.MINT_DEEP)

    # rings
    rx, ry = 462, 494
    skin_part = body - drape
    s.add(skin_part & ell(rx, ry, 110, 52), s.rad(rx, ry, 110, (0, C.CORAL_BRIGHT, .9), (.4, C.CORAL_BRIGHT, .5), (1, C.CORAL_BRIGHT, 0)))
    for r, c1, c2, w, o in ((64, "#FF8F77", C.CORAL, 9, 1), (99, "#FFA48F", C.CORAL, 8, 1), (138, C.TEAL_BRIGHT, C.TEAL, 7.5, 1), (180, C.TEAL_BRIGHT, C.TEAL, 6.5, .9)):
        ring = stroke(ell(rx, ry, r, r * .42), w)
        s.add((ring & skin_part) - rrect(200, 400, 132, 130), c1, opacity=o)
        s.add(ring & drape & rrect(0, 0, 1000, 590), c2, opacity=o)

    # arm of the patient
    ua = limb([(318, 500, 26), (304, 540, 25), (286, 568, 20)])
    fa = limb([(286, 568, 20), (246, 574, 18), (206, 570, 12)])
    hand(s, Hand(208, 570, 184, 78, "side", flip=True), patient, arm=soft(ua | fa, 5))
    # head
    fx, fy, fr, fh = 222, 512, -84, 98
    head(s, AMARA, Frame(fx, fy, fh, fr), "pillow", Look("closed"))

    # therapist's arms and hands, in front of the patient
    for k in (-1, 1):
        cast_shadow = Hand(tx + k * 60, 456, 90 + k * 21, 92, "press", flip=k > 0, sx=.9).outline()
        s.add(cast_shadow.move(5, 7) & skin_part, ps, opacity=0.4)
    for k, arm, sl in zip((-1, 1), arms, sleeves, strict=True):
        at = _about(tx, k)
        hand(s, Hand(at(60), 456, 90 + k * 21, 92, "press", flip=k > 0, sx=.9), therapist, arm=arm, cut=sl | poly([(at(40), 260), (at(130), 260), (at(117), 352), (at(67), 366)]))
        s.add(sl, C.TEAL)
        if k > 0:
            s.add(sl & curve([(at(70), 262), (at(84), 300), (at(92), 370), (at(140), 370), (at(140), 262)]), C.TEAL_DARK)
        s.add(stroke(curve([(at(116), 350), (at(92), 361), (at(67), 365)], False), 8, "flat"), C.TEAL_LIGHT if k < 0 else C.TEAL)
        fold(s, [(at(64), 356), (at(57), 336), (at(57), 312)], 3, C.TEAL_DARK)
        fold(s, [(at(70), 352), (at(78), 340), (at(90), 334)], 3, C.TEAL_DARK)

    # therapist's head
    hx, hy, hh, ha = tx - 2, 200, 106, -4
    head(s, ROSA, Frame(hx, hy, hh, ha), "front", Look("down", dy=7))
    s.close()
    return s
