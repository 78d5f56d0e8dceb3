"""What each language is called by who speaks it: nobody looks for "Arabic" who reads only العربية."""

from __future__ import annotations

from collections.abc import Iterable

# From CLDR, with a capital first where the script has them; a test compares the two. "zh-hans" stands before "zh".
_NAMES = dict(
    line.strip().split(" ", 1)
    for line in """
    af Afrikaans
    ak Akan
    am አማርኛ
    ar العربية
    as অসমীয়া
    ay Aymar aru
    az Azərbaycan
    be Беларуская
    bg Български
    bm Bamanakan
    bn বাংলা
    bo བོད་སྐད་
    bs Bosanski
    ca Català
    ch Chamoru
    chr ᏣᎳᎩ
    ckb کوردیی ناوەندی
    cmn 中文
    cs Čeština
    cy Cymraeg
    da Dansk
    de Deutsch
    dv ދިވެހިބަސް
    dz རྫོང་ཁ
    ee Eʋegbe
    el Ελληνικά
    en English
    eo Esperanto
    es Español
    et Eesti
    eu Euskara
    fa فارسی
    ff Pulaar
    fi Suomi
    fil Filipino
    fo Føroyskt
    fr Français
    fy Frysk
    ga Gaeilge
    gd Gàidhlig
    gl Galego
    gn Avañe’ẽ
    gu ગુજરાતી
    ha Hausa
    haw ʻŌlelo Hawaiʻi
    he עברית
    hi हिन्दी
    hmn Hmoob
    hr Hrvatski
    ht Kreyòl Ayisyen
    hu Magyar
    hy Հայերեն
    id Bahasa Indonesia
    ig Igbo
    is Íslenska
    it Italiano
    iu ᐃᓄᒃᑎᑐᑦ
    ja 日本語
    jv Basa Jawa
    ka ქართული
    kea Kabuverdianu
    kk Қазақ тілі
    kl Kalaallisut
    km ខ្មែរ
    kmr Kurdî (kurmancî)
    kn ಕನ್ನಡ
    ko 한국어
    ku Kurdî
    ky Кыргызча
    lb Lëtzebuergesch
    lg Luganda
    ln Lingála
    lo ລາວ
    lt Lietuvių
    lv Latviešu
    mg Malagasy
    mi Māori
    mk Македонски
    ml മലയാളം
    mn Монгол
    mr मराठी
    ms Bahasa Melayu
    mt Malti
    my မြန်မာ
    nan 閩南語
    nb Norsk bokmål
    ne नेपाली
    nl Nederlands
    nn Norsk nynorsk
    no Norsk
    nv Diné Bizaad
    ny Chichewa
    om Afaan Oromoo
    or ଓଡ଼ିଆ
    pa ਪੰਜਾਬੀ
    pl Polski
    prs دری
    ps پښتو
    pt Português
    qu Runasimi
    rhg Ruáingga
    rn Ikirundi
    ro Română
    ru Русский
    rw Ikinyarwanda
    sd سنڌي
    si සිංහල
    sk Slovenčina
    sl Slovenščina
    sm Gagana Sāmoa
    sn chiShona
    so Soomaali
    sq Shqip
    sr Српски
    st Sesotho
    su Basa Sunda
    sv Svenska
    sw Kiswahili
    swc Kiswahili
    ta தமிழ்
    te తెలుగు
    tg Тоҷикӣ
    th ไทย
    ti ትግርኛ
    tk Türkmen dili
    tl Tagalog
    tn Setswana
    to Lea fakatonga
    tr Türkçe
    ts Xitsonga
    tt Татар
    tw Twi
    ug ئۇيغۇرچە
    uk Українська
    ur اردو
    uz O‘zbek
    vi Tiếng Việt
    wo Wolof
    xh isiXhosa
    yi ייִדיש
    yo Èdè Yorùbá
    yue 粵語
    zh 中文
    zh-hans 简体中文
    zh-hant 繁體中文
    zu isiZulu
    """.strip().splitlines()  # noqa: RUF001 - letters of many scripts
)


def own_name(language: str, offered: Iterable[str] = ()) -> str:
    """With its tag where another of those `offered` has the same name; the tag alone where it has none here."""
    name = _name(language)
    is_shared = any(_name(other) == name for other in offered if other != language)
    return f"{name} ({language})" if is_shared and name != language else name


def _name(language: str) -> str:
    tag = language.lower()
    while tag and tag not in _NAMES:
        tag = tag.rpartition("-")[0]
    return _NAMES.get(tag, language)
