"""Web address of a party: its host, and on a shared one the page as well.

*Source*: RFC 3986. A page on a network is not its host's: `vk.com/luch` is one party's,
`vk.com` nobody's, as is the host of an office or a book that writes of others.
*Example*: `https://www.luch.example/en/` is valid; `Vk.com` is not.
"""

import re

_SCHEME = re.compile(r"^\s*(?:[a-z]+:/*)?(?:www\d?\.)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}")
_NETWORKS = frozenset(
    (
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "twitter.com",
        "x.com",
        "t.me",
        "youtube.com",
        "tiktok.com",
        "vk.com",
        "vkontakte.ru",
        "ok.ru",
        "telegram.me",
        "wa.me",
        "rutube.ru",
        "zen.yandex.ru",
        "dzen.ru",
        "weibo.com",
        "github.com",
        "livejournal.com",
        "sites.google.com",
        "alibaba.com",
        "made-in-china.com",
    )
)
# Hosts of everybody's mail, of offices and of books.
_NOBODYS = frozenset(
    (
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "hotmail.com",
        "outlook.com",
        "live.com",
        "msn.com",
        "aol.com",
        "icloud.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "gmx.de",
        "web.de",
        "bk.ru",
        "inbox.ru",
        "list.ru",
        "rambler.ru",
        "ya.ru",
        "ukr.net",
        "tut.by",
        "qq.com",
        "163.com",
        "126.com",
        "sina.com",
        "foxmail.com",
        "aliyun.com",
        "naver.com",
        "rediffmail.com",
        "chmail.ir",
        "google.com",
        "yandex.ru",
        "mail.ru",
        "blogspot.com",
        "gov.uk",
        "wordpress.com",
        "wikipedia.org",
        "en.wikipedia.org",
        "ru.wikipedia.org",
        "interpol.int",
        "un.org",
        "scsanctions.un.org",
        "treasury.gov",
        "eur-lex.europa.eu",
    )
)


def normalise(value: str) -> str:
    """The host in small letters; on a network with the first part of the path."""
    bare = _SCHEME.sub("", value).strip().lower().rstrip(".,;")
    host, _, path = re.sub(r"[?#:].*", "", bare).partition("/")
    return f"{host}/{path.split('/')[0]}" if host in _NETWORKS else host


def is_valid(value: str) -> bool:
    """Whether it has a host that is one party's, or a page on a network."""
    host, _, page = normalise(value).partition("/")
    if host in _NOBODYS or (host in _NETWORKS and not page):
        return False
    return bool(_HOST.fullmatch(host))
