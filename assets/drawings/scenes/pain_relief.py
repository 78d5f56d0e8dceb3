"""x"""

from assets.drawings.kit import *


def draw() -> Svg:
    s = Svg("Pain relief", "A therapist rests both hands on the low back of a draped woman lying on a table. Rings under the hands turn from coral to teal.")
    P, TH = "deep", "olive"
    pb, ps, pd, ph, _ = SKIN[P]
    tb, ts, td, th_, _ = SKIN[TH]

    # ------------------------------------------------------------ room
    ground(s, floor_y=612)
    window_light(s, 156, 172, 208, 262)
    # shelf with rolled towels
    SX, SY = 672, 282
    s.add(rrect(SX, SY, 176, 12, 5), C.WOOD); s.add(rrect(SX, SY + 6, 176, 6, 3), C.WOOD_DARK)
    for x in (SX + 24, SX + 144): s.add(rpoly([(x - 5, SY + 12), (x + 5, SY + 12), (x + 5, SY + 32), (x - 5, SY + 26)], 3), C.WOOD_DARK)
    for x, y, c, d in ((34, -18, C.CREAM, C.CREAM_DARK), (76, -18, C.CREAM, C.CREAM_DARK), (55, -53, C.MINT_DARK, C.MINT_DEEP)):
        x += SX; y += SY
        s.add(ell(x, y, 20, 18.5), c); s.add(shade(ell(x, y, 20, 18.5), -5, -4), d)
        s.line(curve([(x - 9, y + 2), (x - 4, y - 8), (x + 7, y - 6), (x + 9, y + 4), (x, y + 8), (x - 3, y + 1), (x + 3, y - 1)], False), d, 2.6)
    plant(s, SX + 140, SY, 66)

    # ------------------------------------------------------------ floor shadow, table legs
    s.shadow(500, 731, 262, 19, .28)
    s.open("translate(34,-30) scale(.94)")
    # the therapist's legs, seen under the table
    for k in (-1, 1):
        X = lambda v: 462 + k * v
        s.shadow(X(32), 776, 40, 8, .22)
        sh_ = curve([(X(12), 752), (X(14), 740), (X(32), 734), (X(48), 742), (X(54), 760), (X(53), 774, .5), (X(32), 778), (X(11), 774, .5)])
        s.add(sh_, C.CREAM); s.add(sh_ & curve([(440, 764), (462, 768), (530, 764), (530, 790), (400, 790), (400, 764)]), C.CREAM_DEEP)
        lg = curve([(X(2), 590, 0), (X(58), 590, 0), (X(54), 660), (X(51), 752, 0), (X(32), 756), (X(13), 752, 0), (X(8), 660)])
        s.add(lg, C.NAVY); s.add(shade(lg, -12, 0), C.NAVY_DARK)
        s.add(lg & rrect(380, 580, 160, 56), C.NAVY_DARK, opacity=0.5)

    for x0, x1 in ((300, 296), (700, 704)): s.add(bar(x0, 600, 10, x1, 786, 7), C.WOOD_DARK)
    s.add(rrect(246, 694, 508, 12, 5), C.WOOD_DARK)
    for x0, x1 in ((252, 244), (748, 756)):
        L = bar(x0, 610, 14, x1, 814, 9); s.add(L, C.WOOD); s.add(L & L.move(8, 0), mix(C.WOOD, C.WOOD_DARK, .6))

    # ------------------------------------------------------------ therapist, behind the table
    TX = 462
    neck = curve([(TX - 24, 216), (TX - 25, 250), (TX - 44, 274), (TX, 322), (TX + 44, 274), (TX + 25, 250), (TX + 24, 216)])
    torso = curve([(TX - 27, 258, 0), (TX - 58, 272), (TX - 92, 288), (TX - 106, 318), (TX - 70, 372), (TX - 64, 420), (TX - 68, 520, 0), (TX + 68, 520, 0),
                   (TX + 64, 420), (TX + 70, 372), (TX + 106, 318), (TX + 92, 288), (TX + 58, 272), (TX + 27, 258, 0), (TX, 312, 0)])
    s.add(neck, tb)
    s.add(neck & curve([(TX - 40, 232), (TX, 232), (TX + 40, 232), (TX + 60, 300), (TX + 20, 330), (TX + 6, 286), (TX - 14, 268), (TX - 27, 254)]), mix(ts, td, .3))
    s.add(torso, C.TEAL)
    s.add(torso & curve([(TX + 62, 372), (TX + 44, 420), (TX + 34, 470), (TX + 40, 540), (TX + 140, 540), (TX + 140, 300), (TX + 90, 330)]), C.TEAL_DARK)
    for k, c in ((-1, C.TEAL_LIGHT), (1, mix(C.TEAL_LIGHT, C.TEAL, .4))):
        s.add(poly([(TX + k * 24, 255), (TX + k * 37, 262), (TX, 332), (TX, 308)]), c)
    s.line(curve([(TX, 332), (TX - 1, 400), (TX, 470)], False), C.TEAL_DARK, 2.5, opacity=0.5)
    fold(s, [(TX - 62, 402), (TX - 44, 414), (TX - 20, 414)], 4, C.TEAL_DARK, torso)
    fold(s, [(TX - 64, 428), (TX - 40, 438), (TX - 14, 434)], 4, C.TEAL_DARK, torso)
    fold(s, [(TX + 14, 410), (TX + 34, 404), (TX + 50, 392)], 3.5, C.TEAL_DARK, torso)
    s.line(path("M%d 346L%d 376Q%d 384 %d 384L%d 384Q%d 384 %d 376L%d 346" % (TX + 18, TX + 18, TX + 18, TX + 26, TX + 42, TX + 50, TX + 50, TX + 50)), C.TEAL_DARK, 2.4, opacity=0.7)
    # arms: skin below the sleeve, sleeve over it
    sleeves = []
    for k in (-1, 1):
        X = lambda v: TX + k * v
        sleeves.append(curve([(X(56), 284), (X(70), 278), (X(92), 288), (X(108), 316), (X(117), 352, 0), (X(67), 366, 0), (X(60), 340), (X(53), 310)]))
    arms = []
    for k, sl in zip((-1, 1), sleeves):
        X = lambda v: TX + k * v
        arm = soft(limb([(X(80), 300, 25), (X(91), 352, 22.5), (X(94), 396, 19)]) | limb([(X(94), 396, 19.5), (X(82), 428, 18), (X(60), 456, 12.5)]), 5)
        arms.append(arm)

    # ------------------------------------------------------------ table top
    top = rpoly([(140, 512), (860, 512), (892, 596), (108, 596)], 26)
    s.add(top, C.SLATE_LIGHT); s.add(rrect(104, 584, 792, 36, 18), C.SLATE); s.add(rrect(104, 603, 792, 17, 8.5), C.SLATE_DARK)

    # pillow
    pil = curve([(128, 522), (180, 508), (270, 510), (318, 530), (324, 560), (300, 582), (200, 588), (130, 580), (112, 552)])
    s.shadow(224, 588, 118, 10, .2)
    s.add(pil, C.CREAM); s.add(shade(pil, -8, -16), C.CREAM_DARK)
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
    s.add(hem & drape, C.MINT_DARK); s.add(hem & drape & rrect(500, 588, 140, 80), C.MINT_DEEP)

    # rings
    RX, RY = 462, 494
    skin_part = body - drape
    s.add(skin_part & ell(RX, RY, 110, 52), s.rad(RX, RY, 110, (0, C.CORAL_BRIGHT, .9), (.4, C.CORAL_BRIGHT, .5), (1, C.CORAL_BRIGHT, 0)))
    for r, c1, c2, w, o in ((64, "#FF8F77", C.CORAL, 9, 1), (99, "#FFA48F", C.CORAL, 8, 1), (138, C.TEAL_BRIGHT, C.TEAL, 7.5, 1), (180, C.TEAL_BRIGHT, C.TEAL, 6.5, .9)):
        ring = stroke(ell(RX, RY, r, r * .42), w)
        s.add((ring & skin_part) - rrect(200, 400, 132, 130), c1, opacity=o); s.add(ring & drape & rrect(0, 0, 1000, 590), c2, opacity=o)

    # arm of the patient
    ua = limb([(318, 500, 26), (304, 540, 25), (286, 568, 20)])
    fa = limb([(286, 568, 20), (246, 574, 18), (206, 570, 12)])
    hand(s, Hand(208, 570, 184, 78, "side", flip=True), P, arm=soft(ua | fa, 5))
    # head
    fx, fy, fr, fh = 222, 512, -84, 98
    patient_front(s, fx, fy, fr, fh)

    # therapist's arms and hands, in front of the patient
    for k in (-1, 1):
        o, _, _ = hand_shape(TX + k * 60, 456, 90 + k * 21, 92, "press", k > 0, .9)
        s.add(o.move(5, 7) & skin_part, ps, opacity=0.4)
    for k, arm, sl in zip((-1, 1), arms, sleeves):
        X = lambda v: TX + k * v
        hand(s, Hand(X(60), 456, 90 + k * 21, 92, "press", flip=k > 0, sx=.9), TH, arm=arm, cut=sl | poly([(X(40), 260), (X(130), 260), (X(117), 352), (X(67), 366)]))
        s.add(sl, C.TEAL)
        if k > 0: s.add(sl & curve([(X(70), 262), (X(84), 300), (X(92), 370), (X(140), 370), (X(140), 262)]), C.TEAL_DARK)
        s.add(stroke(curve([(X(116), 350), (X(92), 361), (X(67), 365)], False), 8, "flat"), C.TEAL_LIGHT if k < 0 else C.TEAL)
        fold(s, [(X(64), 356), (X(57), 336), (X(57), 312)], 3, C.TEAL_DARK)
        fold(s, [(X(70), 352), (X(78), 340), (X(90), 334)], 3, C.TEAL_DARK)

    # therapist's head
    hx, hy, hh, ha = TX - 2, 200, 106, -4
    therapist_front(s, hx, hy, ha, hh)
    s.close()
    return s
