"""x"""

from assets.drawings.kit import *


def draw() -> Svg:
    s = Svg("Better sleep", "A woman sleeps on her side with a pillow between her knees. The moon shines through the window.")
    SK = "light"; base, sh, dp, hi, bl = SKIN[SK]
    PJ, PJS, PJD, PJL = C.SLATE_LIGHT, C.SLATE, C.SLATE_DARK, "#B7C6DA"
    TR, TRS = C.NAVY_LIGHT, C.NAVY
    PIL, PILS, PILD = C.TEAL_LIGHT, C.TEAL, C.TEAL_BRIGHT

    # ------------------------------------------------------------ room at night
    G, FL = ground(s, "#BAD5D5", "#EBDABF", 618, wall_top="#8EADBD", floor_low="#DAC6A4")
    wx, wy, ww, wh = 338, 106, 206, 214
    s.add(G & ell(wx + 95, wy + 105, 300), s.rad(wx + 95, wy + 105, 300, (0, C.LIGHT_PALE, .55), (.4, C.LIGHT_PALE, .3), (1, C.LIGHT_PALE, 0)))
    s.add(rrect(wx - 14, wy - 14, ww + 28, wh + 28, 12), C.CREAM); s.add(rrect(wx - 8, wy + wh + 4, ww + 16, 6, 3), C.CREAM_DARK)
    s.add(rrect(wx - 26, wy + wh + 8, ww + 52, 18, 7), C.CREAM); s.add(rrect(wx - 26, wy + wh + 17, ww + 52, 9, 5), C.CREAM_DARK)
    sky = rrect(wx, wy, ww, wh, 5)
    s.add(sky, s.lin(0, wy, 0, wy + wh, (0, C.NAVY_DARK, 1), (1, "#3D5688", 1)))
    mx, my = wx + 54, wy + 62
    s.add(sky & ell(mx, my, 110), s.rad(mx, my, 110, (0, C.LIGHT, .5), (.4, C.LIGHT, .18), (1, C.LIGHT, 0)))
    moon = ell(mx, my, 35) - ell(mx + 19, my - 10, 30); s.add(moon, C.LIGHT)
    for x, y, r in ((30, 148, 2.3), (136, 34, 3), (172, 92, 2.2), (126, 150, 2), (16, 26, 2), (86, 132, 2.2)):
        s.add(ell(wx + x, wy + y, r), C.LIGHT_PALE)
    s.add(sky & curve([(wx - 10, wy + 196), (wx + 50, wy + 172), (wx + 110, wy + 192), (wx + 160, wy + 168), (wx + 230, wy + 190), (wx + 230, wy + 250), (wx - 10, wy + 250)]), C.NAVY_DARK, opacity=0.75)
    s.add(rrect(wx + ww / 2 - 5, wy, 10, wh), C.CREAM); s.add(rrect(wx, wy + 112, ww, 10), C.CREAM)
    s.open("translate(30,18) scale(.94)")
    # ------------------------------------------------------------ bed
    s.shadow(500, 734, 330, 22, .28)
    head = rpoly([(96, 372), (152, 340), (152, 640), (112, 700), (96, 700)], 22)
    s.add(head, C.WOOD); s.add(rpoly([(96, 384, 14), (116, 372, 14), (116, 700, 4), (96, 700, 4)], 8), C.WOOD_DARK)
    for x in (196, 816): s.add(bar(x, 700, 13, x, 738, 9), C.WOOD_DARK)
    s.add(rrect(110, 684, 780, 32, 10), C.WOOD); s.add(rrect(110, 700, 780, 16, 8), C.WOOD_DARK)
    top = rpoly([(140, 494), (868, 494), (900, 668), (108, 668)], 30)
    s.add(rrect(106, 620, 796, 76, 26), C.CREAM_DARK); s.add(top, C.CREAM)
    # moonlight on the sheet
    s.add(top & poly([(430, 480), (880, 480), (960, 680), (500, 680)]), C.LIGHT_PALE, opacity=0.35)

    for q, w in (([(452, 648), (500, 640), (540, 646)], 3), ([(250, 640), (300, 650), (352, 644)], 3), ([(470, 620), (510, 610), (536, 612)], 3)):
        fold(s, q, w, C.CREAM_DARK, top)
    s.line(curve([(112, 684), (500, 686), (896, 684)], False), C.CREAM_DEEP, 2, opacity=0.6)
    # head pillow
    pw = curve([(136, 516), (190, 488), (270, 490), (330, 510), (352, 548), (336, 588), (270, 604), (190, 602), (134, 588), (116, 552)])
    s.shadow(244, 602, 130, 12, .18)
    s.add(pw, "#FFFFFF"); s.add(shade(pw, -10, -20), C.CREAM_DARK)
    s.glow(262, 548, 78, C.SLATE, .34, 22)
    for q, w in (([(150, 540), (176, 528), (196, 526)], 3.5), ([(168, 560), (196, 556), (220, 562)], 3.5), ([(318, 556), (300, 566), (278, 572)], 3.5), ([(148, 512), (166, 508), (182, 498)], 3)):
        fold(s, q, w, C.CREAM_DARK, pw)

    # ------------------------------------------------------------ blanket, pushed back
    bk = curve([(600, 500), (660, 468), (720, 462), (790, 452), (850, 458), (892, 480), (908, 546), (914, 640), (910, 706, .3), (886, 700), (862, 712), (838, 704, .3), (836, 650), (846, 590), (820, 540), (740, 520)])
    s.add(bk, C.SAND_DARK)
    s.add(bk & curve([(600, 510), (680, 500), (760, 496), (830, 502), (872, 540), (884, 600), (884, 720), (830, 720), (830, 560), (700, 540)]), mix(C.SAND_DARK, C.SAND_DEEP, .45))
    s.add(bk & curve([(820, 666), (870, 670), (920, 660), (920, 720), (820, 720)]), C.SAND_DEEP)
    for q, w in (([(660, 482), (720, 474), (790, 470), (836, 478)], 5), ([(872, 500), (890, 540), (896, 590)], 5), ([(700, 500), (760, 490), (820, 496)], 5), ([(866, 640), (872, 610), (866, 570)], 5)):
        fold(s, q, w, C.SAND_DEEP, bk)
    for y in (620, 640): s.add(bk & stroke(curve([(826, y), (870, y + 6), (925, y - 4)], False), 7), C.CREAM, opacity=0.9)
    # ------------------------------------------------------------ lower leg
    SOCK, SOCKS = "#CBD6E5", PJ


    def foot(x, y, deg, k=1, dark=False):
        """Relaxed foot in a sock; the ankle at x, y, toes pointing at deg."""
        f = curve([(-14, -19, 0), (8, -22), (20, -16), (42, -12), (64, -8), (75, 2), (72, 14), (58, 20), (30, 22), (6, 27), (-10, 24), (-16, 18, 0)]).place(x, y, deg, k)
        s.add(f, SOCKS if dark else SOCK); s.add(shade(f, -5, -11), PJS if dark else SOCKS)


    s.shadow(700, 664, 170, 12, .22)
    ll = soft(limb([(560, 590, 40), (640, 632, 28)]) | limb([(640, 632, 29), (716, 622, 27), (808, 606, 21)], caps=(True, False)), 5)
    foot(812, 606, 6, 1.1, True)
    s.add(ll, TRS); s.add(shade(ll, -2, -14), C.NAVY_DARK)
    # ------------------------------------------------------------ pillow between the knees
    kp = curve([(546, 602, .3), (576, 566), (650, 560), (730, 546), (800, 520), (846, 522, .3), (842, 552), (838, 582, .3), (786, 602), (720, 617), (650, 627), (588, 620)])
    s.add(kp, PIL); s.add(shade(kp, 2, -15), PILS)
    s.line(curve([(554, 604), (596, 611), (656, 613), (724, 602), (790, 583), (834, 566)], False), PILD, 3, opacity=0.8)
    for x0, y0, x1, y1 in ((590, 606, 606, 594), (640, 616, 648, 600), (760, 594, 752, 580)):
        s.line(curve([(x0, y0), (x1, y1)], False), PILS, 3.5, opacity=0.7)
    # ------------------------------------------------------------ torso
    s.shadow(430, 592, 150, 13, .2)
    PJM = mix(PJ, PJS, .42); RIM = "#C9D6E6"
    lo = soft(limb([(420, 590, 24), (364, 574, 20)]) | limb([(364, 574, 20), (332, 560, 17), (300, 545, 14)]), 4)
    hip = curve([(556, 440), (562, 424), (580, 415), (604, 416), (630, 432), (650, 470), (640, 540), (600, 590), (548, 588)])
    tor = curve([(303, 466), (324, 434), (364, 414), (420, 422), (478, 444), (526, 437), (562, 420, 0), (575, 500), (561, 586, 0), (480, 586), (400, 582), (340, 572), (308, 538)])
    # upper leg
    ul = soft(limb([(576, 484, 66), (620, 514, 48), (655, 550, 30)]) | limb([(655, 550, 31), (730, 526, 29), (812, 502, 22)], caps=(True, False)), 5)
    foot(816, 502, 14, 1.15)
    UL = soft(ul | hip, 10)
    s.add(UL, TR)
    s.add(shade(ul, -4, -17) - curve([(520, 540), (560, 560), (600, 560), (588, 620), (520, 620)]), TRS)
    s.add((UL - UL.move(2, 7)) & rrect(540, 400, 330, 112), "#5F76A6", opacity=0.8)
    fold(s, [(706, 508), (676, 522), (656, 546)], 3, TRS)
    fold(s, [(600, 464), (624, 488), (640, 518)], 3, TRS)
    s.add(tor, PJM)
    s.add(tor & curve([(290, 400), (420, 400), (600, 400), (600, 470), (540, 478), (470, 486), (400, 470), (330, 480)]), PJ)
    s.add(tor & curve([(300, 556), (400, 566), (500, 552), (560, 530), (600, 540), (600, 620), (300, 620)]), PJS)
    s.add(tor & stroke(curve([(561, 418), (572, 500), (559, 588)], False), 9), RIM)
    fold(s, [(478, 454), (500, 474), (508, 506)], 2.6, PJS)
    fold(s, [(552, 470), (528, 492), (520, 522)], 2.6, PJS)
    s.add(lo, PJM); s.add(shade(lo, -3, -10), PJS)

    # neck, head
    neck = curve([(276, 466), (304, 460), (330, 480), (332, 512), (312, 540), (282, 524)])
    s.add(neck, base); s.add(neck & curve([(270, 460), (300, 466), (314, 490), (310, 520), (296, 548), (270, 540)]), sh)
    fx, fy, fr, fh = 244, 492, -86, 106
    elder_front(s, fx, fy, fr, fh)
    hand(s, Hand(296, 543, 190, 78, "side", flip=True), SK)
    s.add(bar(306, 547.5, 15.5, 297, 543.5, 15, 3), RIM)
    # moonlit edge, collar
    s.add((tor - tor.move(2, 6)) & rrect(318, 380, 260, 120), RIM, opacity=0.9)
    s.add(curve([(302, 464, 0), (318, 444), (338, 456), (346, 486), (336, 508), (326, 528), (308, 542, 0), (318, 516), (324, 496), (318, 478)]), RIM)
    s.line(curve([(318, 478), (326, 496), (318, 518)], False), PJS, 2, opacity=0.6)
    # upper arm
    ua = soft(limb([(372, 454, 38), (424, 496, 31), (466, 536, 23)]) | limb([(466, 536, 23), (428, 572, 20), (392, 597, 16)], caps=(True, False)), 5)
    s.add(tor & ua.move(9, 8), PJS)
    s.shadow(408, 616, 66, 9, .2)
    hand(s, Hand(384, 600, 155, 78, "flat", flip=True), SK)
    s.add(ua - curve([(300, 400), (380, 400), (372, 420), (352, 440), (346, 480), (300, 480)]), PJ); s.add(shade(ua, -8, -11), PJS)
    s.add(bar(397, 594, 17, 388, 599.5, 16.5, 3), RIM)
    fold(s, [(450, 510), (434, 528), (428, 550)], 2.6, PJS)
    fold(s, [(466, 510), (458, 522), (450, 536)], 2, PJS)
    s.close()
    return s
