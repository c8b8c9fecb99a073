"""Which scheme a number without a label is of, told by its check digits alone.

*Example*: `7707083893` is an INN, `1027700132195` an OGRN; twenty characters are an LEI
only where the last two digits agree with the rest.
"""


def by_check_digit(number: str, *, person: bool = False) -> tuple[str, str]:
    """(scheme, country) of a number; ('other', '') where no check digit proves one.

    A person has no LEI, OGRN, IMO number or USCC, so only an INN of twelve digits
    is told of one.
    """
    from stdnum import imo, lei  # takes time to load, and most parties have none
    from stdnum.cn import uscc
    from stdnum.ru import inn, ogrn

    bare = number.strip().upper()
    if bare.isdigit() and len(bare) == 12 and inn.is_valid(bare):
        return "inn", "RU"
    if person:
        return "other", ""
    if bare.isdigit():
        if len(bare) == 10 and inn.is_valid(bare):
            return "inn", "RU"
        if len(bare) in (13, 15) and ogrn.is_valid(bare):
            return "ogrn", "RU"
    elif len(bare) == 20 and lei.is_valid(bare):
        return "lei", ""
    elif bare.startswith("IMO") and imo.is_valid(bare):
        return "imo", ""
    if len(bare) == 18 and uscc.is_valid(bare):
        return "uscc", "CN"
    return "other", ""
