"""A woman asleep on her side, a pillow between her knees, the moon in the window."""

from assets.drawings.cast import EDITH
from assets.drawings.faces import Look
from assets.drawings.figures import fold, lying_side
from assets.drawings.kit import C, Svg, bar, curve, ell, ground, mix, poly, rpoly, rrect, shade, stroke


def _knee_pillow(s: Svg) -> None:
    pillow = curve([(546, 602, .3), (576, 566), (650, 560), (730, 546), (800, 520), (846, 522, .3), (842, 552), (838, 582, .3), (786, 602),
                    (720, 617), (650, 627), (588, 620)])  # fmt: skip
    s.add(pillow, C.TEAL_LIGHT)
    s.add(shade(pillow, 2, -15), C.TEAL)
    s.line(curve([(554, 604), (596, 611), (656, 613), (724, 602), (790, 583), (834, 566)], False), C.TEAL_BRIGHT, 3, .8)
    for x0, y0, x1, y1 in ((590, 606, 606, 594), (640, 616, 648, 600), (760, 594, 752, 580)):
        s.line(curve([(x0, y0), (x1, y1)], False), C.TEAL, 3.5, .7)


def draw() -> Svg:
    s = Svg("Better sleep", "A woman sleeps on her side with a pillow between her knees. The moon shines through the window.")
    # ------------------------------------------------------------ room at night
    whole, _ = ground(s, "#BAD5D5", "#EBDABF", 618, wall_top="#8EADBD", floor_low="#DAC6A4")
    wx, wy, ww, wh = 338, 106, 206, 214
    s.add(whole & ell(wx + 95, wy + 105, 300), s.rad(wx + 95, wy + 105, 300, (0, C.LIGHT_PALE, .55), (.4, C.LIGHT_PALE, .3), (1, C.LIGHT_PALE, 0)))
    s.add(rrect(wx - 14, wy - 14, ww + 28, wh + 28, 12), C.CREAM)
    s.add(rrect(wx - 8, wy + wh + 4, ww + 16, 6, 3), C.CREAM_DARK)
    s.add(rrect(wx - 26, wy + wh + 8, ww + 52, 18, 7), C.CREAM)
    s.add(rrect(wx - 26, wy + wh + 17, ww + 52, 9, 5), C.CREAM_DARK)
    sky = rrect(wx, wy, ww, wh, 5)
    s.add(sky, s.lin(0, wy, 0, wy + wh, (0, C.NAVY_DARK, 1), (1, "#3D5688", 1)))
    mx, my = wx + 54, wy + 62
    s.add(sky & ell(mx, my, 110), s.rad(mx, my, 110, (0, C.LIGHT, .5), (.4, C.LIGHT, .18), (1, C.LIGHT, 0)))
    moon = ell(mx, my, 35) - ell(mx + 19, my - 10, 30)
    s.add(moon, C.LIGHT)
    for x, y, r in ((30, 148, 2.3), (136, 34, 3), (172, 92, 2.2), (126, 150, 2), (16, 26, 2), (86, 132, 2.2)):
        s.add(ell(wx + x, wy + y, r), C.LIGHT_PALE)
    s.add(sky & curve([(wx - 10, wy + 196), (wx + 50, wy + 172), (wx + 110, wy + 192), (wx + 160, wy + 168), (wx + 230, wy + 190), (wx + 230, wy + 250), (wx - 10, wy + 250)]), C.NAVY_DARK, opacity=0.75)
    s.add(rrect(wx + ww / 2 - 5, wy, 10, wh), C.CREAM)
    s.add(rrect(wx, wy + 112, ww, 10), C.CREAM)
    s.open("translate(30,18) scale(.94)")
    # ------------------------------------------------------------ bed
    s.shadow(500, 734, 330, 22, .28)
    head = rpoly([(96, 372), (152, 340), (152, 640), (112, 700), (96, 700)], 22)
    s.add(head, C.WOOD)
    s.add(rpoly([(96, 384, 14), (116, 372, 14), (116, 700, 4), (96, 700, 4)], 8), C.WOOD_DARK)
    for x in (196, 816):
        s.add(bar(x, 700, 13, x, 738, 9), C.WOOD_DARK)
    s.add(rrect(110, 684, 780, 32, 10), C.WOOD)
    s.add(rrect(110, 700, 780, 16, 8), C.WOOD_DARK)
    top = rpoly([(140, 494), (868, 494), (900, 668), (108, 668)], 30)
    s.add(rrect(106, 620, 796, 76, 26), C.CREAM_DARK)
    s.add(top, C.CREAM)
    # moonlight on the sheet
    s.add(top & poly([(430, 480), (880, 480), (960, 680), (500, 680)]), C.LIGHT_PALE, opacity=0.35)

    for crease, w in (([(452, 648), (500, 640), (540, 646)], 3.0), ([(250, 640), (300, 650), (352, 644)], 3), ([(470, 620), (510, 610), (536, 612)], 3)):
        fold(s, crease, w, C.CREAM_DARK, top)
    s.line(curve([(112, 684), (500, 686), (896, 684)], False), C.CREAM_DEEP, 2, opacity=0.6)
    # head pillow
    pw = curve([(136, 516), (190, 488), (270, 490), (330, 510), (352, 548), (336, 588), (270, 604), (190, 602), (134, 588), (116, 552)])
    s.shadow(244, 602, 130, 12, .18)
    s.add(pw, "#FFFFFF")
    s.add(shade(pw, -10, -20), C.CREAM_DARK)
    s.glow(262, 548, 78, C.SLATE, .34, 22)
    for q, w in (([(150, 540), (176, 528), (196, 526)], 3.5), ([(168, 560), (196, 556), (220, 562)], 3.5), ([(318, 556), (300, 566), (278, 572)], 3.5), ([(148, 512), (166, 508), (182, 498)], 3)):
        fold(s, q, w, C.CREAM_DARK, pw)

    # ------------------------------------------------------------ blanket, pushed back
    bk = curve([(600, 500), (660, 468), (720, 462), (790, 452), (850, 458), (892, 480), (908, 546), (914, 640), (910, 706, .3), (886, 700), (862, 712), (838, 704, .3), (836, 650), (846, 590), (820, 540), (740, 520)])
    s.add(bk, C.SAND_DARK)
    s.add(bk & curve([(600, 510), (680, 500), (760, 496), (830, 502), (872, 540), (884, 600), (884, 720), (830, 720), (830, 560), (700, 540)]), mix(C.SAND_DARK, C.SAND_DEEP, .45))
    s.add(bk & curve([(820, 666), (870, 670), (920, 660), (920, 720), (820, 720)]), C.SAND_DEEP)
    for blanket_fold, w in (([(660, 482), (720, 474), (790, 470), (836, 478)], 5), ([(872, 500), (890, 540), (896, 590)], 5), ([(700, 500), (760, 490), (820, 496)], 5), ([(866, 640), (872, 610), (866, 570)], 5)):
        fold(s, blanket_fold, w, C.SAND_DEEP, bk)
    for y in (620, 640):
        s.add(bk & stroke(curve([(826, y), (870, y + 6), (925, y - 4)], False), 7), C.CREAM, opacity=0.9)
    # ------------------------------------------------------------ the sleeper
    lying_side(s, EDITH, Look("closed"), "pillow", between_knees=lambda: _knee_pillow(s))
    s.close()
    return s
