"""Mixed chat posts for measuring speed: ten languages, templates of their own, invented people and places.

Nineteen posts in twenty are talk without anything to find but a name or a place at times; numbers are patterned,
hosts lie under reserved names.
"""

from __future__ import annotations

import numpy as np

TALK = {
    "tg": (
        "Салом бародарон, имрӯз дар {place} ҳаво хуб аст, пагоҳ борон мешавад мегӯянд",
        "{person} гуфт, ки мактаб аз душанбе кушода мешавад, кӯдакон хурсанд ҳастанд",
        "Ман ҳам ҳамин хел фикр мекунам, вале бояд бо ҳама маслиҳат кунем, баъд мегӯем",
        "Кӣ медонад, мағозаи нав дар куҷо кушода шуд? Нонаш бисёр хуб будааст",
        "Ташаккур, дӯстам! Худо хоҳад, ҳафтаи оянда ба меҳмонӣ меоям",
        "Барқ боз хомӯш шуд, се соат аст ки нишастаем бе чароғ",
    ),
    "ru": (
        "Всем доброе утро! Сегодня в городе {place} опять пробки, выезжайте пораньше",
        "{person} написал, что собрание перенесли, придут не все, но решать всё равно надо",
        "Подскажите, где лучше купить зимнюю обувь для ребёнка, чтобы не промокала?",
        "Не понимаю, почему так долго не отвечают, уже третий раз спрашиваю одно и то же",
        "Вчера смотрели фильм, в целом понравился, но конец совсем не ожидали",
        "Спасибо большое за помощь, очень выручили, в следующий раз приходите на чай",
        "Кот опять сидит на подоконнике и смотрит на птиц, прямо философ",
    ),
    "uz": (
        "Assalomu alaykum hammaga, bugun {place} bozorida mevalar juda arzon ekan",
        "{person} kecha kelgan edi, hamma bilan ko'rishdi, choy ichib gaplashdik",
        "Bolalar maktabdan qaytdi, endi dars qilishyapti, ertaga imtihon bor",
        "Ҳаво совиб кетди, болаларни иссиқ кийинтиринглар, касал бўлиб қолишмасин",
        "Қўшнилар тўйга айтиб кетишди, ҳаммамиз борамиз, насиб бўлса",
        "Kim biladi, yangi kutubxona qaysi ko'chada ochildi? Kitob olmoqchi edim",
    ),
    "fa": (
        "سلام دوستان، امروز هوای {place} خیلی خوب است و همه به پارک رفته‌اند",
        "{person} گفت که فردا برنامه نداریم و باید تا هفته آینده صبر کنیم",
        "کسی می‌داند نانوایی نزدیک مسجد چه وقت باز می‌شود؟ دیروز بسته بود",
        "بچه‌ها از مکتب آمدند و حالا درس می‌خوانند، شب مهمان داریم",
        "خیلی ممنون از کمک شما، انشاالله یک روز جبران می‌کنیم",
        "دیشب برق نبود و همه در تاریکی نشسته بودیم، عجب شبی بود",
    ),
    "ps": (
        "سلامونه ملګرو، نن په {place} کې هوا ډېره ښه ده او خلک بهر وتلي دي",
        "{person} وویل چې سبا به ټول سره کېنو او خبرې به وکړو",
        "زموږ د کلي ښوونځی بیا پرانیستل شو، ماشومان ډېر خوښ دي",
        "مننه وروره، کور دې ودان، بیا به سره وینو",
    ),
    "ur": (
        "السلام علیکم دوستو، آج {place} میں موسم بہت اچھا ہے، سب باہر نکلے ہوئے ہیں",
        "{person} نے کہا کہ کل کا پروگرام ملتوی ہو گیا ہے، اگلے ہفتے دیکھیں گے",
        "بچوں کے امتحان قریب ہیں، دعا کریں سب اچھے نمبروں سے پاس ہوں",
        "کل رات بجلی نہیں تھی، سارا محلہ اندھیرے میں بیٹھا رہا",
    ),
    "ar": (
        "السلام عليكم يا جماعة، الجو اليوم في {place} جميل والناس كلها طالعة",
        "{person} قال إن الموعد تأجل إلى الأسبوع القادم، بلغوا الجميع",
        "منو يعرف وين افتتح المخبز الجديد؟ يكولون الصمون مالته طيب",
        "شكرا جزيلا على المساعدة، الله يحفظكم ويبارك فيكم",
    ),
    "ckb": (
        "سڵاو هاوڕێیان، ئەمڕۆ کەشوهەوا لە {place} زۆر خۆشە و هەموو چوونەتە دەرەوە",
        "{person} وتی کۆبوونەوەکە دواخراوە بۆ هەفتەی داهاتوو",
        "منداڵەکان لە قوتابخانە گەڕانەوە و ئێستا وانە دەخوێنن",
        "زۆر سوپاس بۆ یارمەتیتان، خوا ئاگادارتان بێت",
    ),
    "en": (
        "Morning all, the weather in {place} is lovely today, even the dog wants to stay outside",
        "{person} said the meeting is moved to next week, so there is no hurry with the slides",
        "Does anybody know whether the bakery near the station is open on Sundays?",
        "Thanks a lot for your help yesterday, we would never have found the way alone",
        "The kids are back from school and doing their homework, finally some silence here",
        "I really don't understand why it takes them so long to answer a simple question",
    ),
}
OFFERS = {
    "tg": (
        "Мошин ба {place} меравад, нарх {money}, занг занед {phone}, {person}",
        "Маълумот дар {handle} ё {url}, то {date}",
        "Ҳисоб {iban}, рақами мошин {plate}",
    ),
    "ru": (
        "Еду в {place} {date}, есть два места, {money}, тел {phone}, {person}",
        "Пишите {handle} или на {email}, сайт {url}, счёт {iban}",
        "Машина {plate}, выезд {date}, оплата на {wallet}",
        "Сервер {ip}, вход через {url}",
    ),
    "uz": (
        "{place} ga mashina bor, narxi {money}, tel {phone}, {person}",
        "Батафсил {handle} ёки {email}, {date} гача, машина {plate}",
    ),
    "fa": (
        "موتر به {place} می‌رود، کرایه {money}، تماس {phone}، {person}",
        "معلومات در {handle} یا {url} تا تاریخ {date}",
    ),
    "ps": ("د {place} موټر شته، کرایه {money}، اړیکه {phone}", "معلومات: {handle} او {email}"),
    "ur": ("{place} جانے والی گاڑی، کرایہ {money}، رابطہ {phone}، {person}", "تفصیل {url} پر، یا {email}"),
    "ar": ("سيارة إلى {place} السعر {money} للاتصال {phone}", "التفاصيل على {handle} أو {url} حتى {date}"),
    "ckb": ("سەیارە بۆ {place} نرخ {money} پەیوەندی {phone}", "زانیاری لە {handle} یان {url}"),
    "en": (
        "Leaving for {place} on {date}, two seats, {money}, call {phone} or write {handle}",
        "See {url} or mail {email}, account {iban}, wallet {wallet}, plate {plate}",
        "Host {ip} serves {domain}, contact {email}",
    ),
}
_TOWNS = """
Душанбе Хуҷанд Ташкент Samarqand Кӯлоб کابل هرات مشهد پشاور بغداد هەولێر London Vienna Москва Казань Termiz
"""
PLACES = _TOWNS.split()
PEOPLE = (
    "Карим Саидов",
    "Рустам Алиев",
    "Дилноза",
    "Ольга Петрова",
    "احمد رضایی",
    "فریدون",
    "Sardor Qodirov",
    "John Miller",
)
HOSTS = ("navo", "safar", "yol", "bozor", "karvon", "rohi", "chashma")
OFFERED = 0.25
"""Share of the posts that offer something and say how to reach them."""
BASE58 = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"
EMOJI = ("", "", "", " 🙂", " 👍👍", " ‼️", " 🚗💨")


def posts(size: int, *, seed: int = 7, languages: tuple[str, ...] = tuple(TALK)) -> list[str]:
    """Posts of about so many bytes in UTF-8."""
    chance = np.random.default_rng(seed)
    made: list[str] = []
    length = 0
    while length < size:
        offer = chance.random() < OFFERED
        post = _post(chance, OFFERS if offer else TALK, languages)
        made.append(post)
        length += len(post.encode())
    return made


def _post(chance: np.random.Generator, templates: dict[str, tuple[str, ...]], languages: tuple[str, ...]) -> str:
    language = languages[chance.integers(len(languages))]
    sentences = []
    for _sentence in range(chance.integers(1, 4)):
        chosen = templates if not sentences else TALK
        template = chosen[language][chance.integers(len(chosen[language]))]
        sentences.append(template.format_map(_Slots(chance)))
    return ". ".join(sentences) + EMOJI[chance.integers(len(EMOJI))]


class _Slots(dict[str, str]):
    """What stands in the gaps of a template."""

    def __init__(self, chance: np.random.Generator) -> None:
        super().__init__()
        self.chance = chance

    def __missing__(self, name: str) -> str:
        number = int(self.chance.integers(2000))
        host = f"{HOSTS[number % len(HOSTS)]}{number}.example"
        return {
            "place": PLACES[number % len(PLACES)],
            "person": PEOPLE[number % len(PEOPLE)],
            "money": f"{(number % 40 + 1) * 50} {('USD', 'EUR', '$', 'доллар')[number % 4]}",
            "phone": f"+992 90 000 {number // 100:02} {number % 100:02}",
            "handle": f"@{HOSTS[number % len(HOSTS)]}_{number}",
            "url": f"https://{host}/p/{number}?a={number % 7}",
            "domain": host,
            "email": f"info{number}@{host}",
            "date": f"{number % 28 + 1:02}.{number % 12 + 1:02}.2031",
            "iban": f"KZ{number % 90 + 10} 125K ZT50 0410 {number:04}",
            "plate": f"{number:04} AB {number % 5 + 1:02}",
            "wallet": BASE58,
            "ip": f"198.51.100.{number % 250}",
        }[name]
