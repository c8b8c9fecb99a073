"""The columns of the EU list's CSV, as places in the XML's tree."""

ENTITY = {
    "Entity_EU_ReferenceNumber": "@euReferenceNumber",
    "Entity_UnitedNationId": "@unitedNationId",
    "Entity_DesignationDate": "@designationDate",
    "Entity_DesignationDetails": "@designationDetails",
    "Entity_DelistingDate": "@delistingDate",
    "Entity_Remark": "remark",
    "Entity_SubjectType": "subjectType/@classificationCode",
    "Entity_SubjectType_ClassificationCode": "subjectType/@code",
    "Entity_Regulation_Type": "regulation/@regulationType",
    "Entity_Regulation_OrganisationType": "regulation/@organisationType",
    "Entity_Regulation_PublicationDate": "regulation/@publicationDate",
    "Entity_Regulation_EntryIntoForceDate": "regulation/@entryIntoForceDate",
    "Entity_Regulation_NumberTitle": "regulation/@numberTitle",
    "Entity_Regulation_Programme": "regulation/@programme",
    "Entity_Regulation_PublicationUrl": "regulation/publicationUrl",
}
ENTITY_1_0 = {
    "EU_ref_num": "@euReferenceNumber",
    "Subject_type": "subjectType/@classificationCode",
    "Leba_numtitle": "regulation/@numberTitle",
    "Leba_publication_date": "regulation/@publicationDate",
    "Leba_url": "regulation/publicationUrl",
    "Programme": "regulation/@programme",
    "Entity_remark": "remark",
}
_COUNTRY = {
    "CountryIso2Code": "@countryIso2Code",
    "CountryDescription": "@countryDescription",
}
_ALWAYS = {
    "Remark": "remark",
    "Regulation_PublicationDate": "regulationSummary/@publicationDate",
    "Regulation_NumberTitle": "regulationSummary/@numberTitle",
    "Regulation_PublicationUrl": "regulationSummary/@publicationUrl",
}
_BY_ELEMENT: dict[str, tuple[str, dict[str, str]]] = {
    "nameAlias": (
        "NameAlias",
        {
            "LastName": "@lastName",
            "FirstName": "@firstName",
            "MiddleName": "@middleName",
            "WholeName": "@wholeName",
            "NameLanguage": "@nameLanguage",
            "Gender": "@gender",
            "Title": "@title",
            "Function": "@function",
            "Strong": "@strong",
        },
    ),
    "address": (
        "Address",
        {
            "City": "@city",
            "Street": "@street",
            "PoBox": "@poBox",
            "ZipCode": "@zipCode",
            "Region": "@region",
            "Place": "@place",
            "AsAtListingTime": "@asAtListingTime",
            "ContactInfo": "contactInfo/@value",
            **_COUNTRY,
        },
    ),
    "birthdate": (
        "BirthDate",
        {
            "BirthDate": "@birthdate",
            "Day": "@dayOfMonth",
            "Month": "@monthOfYear",
            "Year": "@year",
            "YearRangeFrom": "@yearRangeFrom",
            "YearRangeTo": "@yearRangeTo",
            "Circa": "@circa",
            "CalendarType": "@calendarType",
            "ZipCode": "@zipCode",
            "Region": "@region",
            "Place": "@place",
            "City": "@city",
            **_COUNTRY,
        },
    ),
    "identification": (
        "Identification",
        {
            "Number": "@number",
            "LatinNumber": "@latinNumber",
            "NameOnDocument": "@nameOnDocument",
            "Diplomatic": "@diplomatic",
            "KnownExpired": "@knownExpired",
            "KnownFalse": "@knownFalse",
            "ReportedLost": "@reportedLost",
            "RevokedByIssuer": "@revokedByIssuer",
            "IssuedBy": "@issuedBy",
            "IssuedDate": "@issueDate",
            "ValidFrom": "@validFrom",
            "ValidTo": "@validTo",
            "TypeCode": "@identificationTypeCode",
            "TypeDescription": "@identificationTypeDescription",
            "Region": "@region",
            **_COUNTRY,
        },
    ),
    "citizenship": ("Citizenship", {"Region": "@region", **_COUNTRY}),
}
# Version 1.0; `Birt_plcae` is the publisher's spelling.
_LEBA = {
    "leba_numtitle": "regulationSummary/@numberTitle",
    "leba_publication_date": "regulationSummary/@publicationDate",
    "leba_url": "regulationSummary/@publicationUrl",
}
_BY_ELEMENT_1_0: dict[str, tuple[str, dict[str, str]]] = {
    "nameAlias": (
        "Naal",
        {
            "lastname": "@lastName",
            "firstname": "@firstName",
            "middlename": "@middleName",
            "wholename": "@wholeName",
            "gender": "@gender",
            "title": "@title",
            "function": "@function",
            "language": "@nameLanguage",
        },
    ),
    "address": (
        "Addr",
        {
            "number": "@poBox",
            "street": "@street",
            "zipcode": "@zipCode",
            "city": "@city",
            "country": "@countryDescription",
            "other": "@place",
        },
    ),
    "birthdate": (
        "Birt",
        {
            "date": "@birthdate",
            "place": "@place",
            "plcae": "@place",
            "country": "@countryDescription",
        },
    ),
    "identification": (
        "Iden",
        {"number": "@number", "country": "@countryDescription"},
    ),
    "citizenship": ("Citi", {"country": "@countryDescription"}),
}


def _columns(element: str) -> dict[str, str]:
    prefix, own = _BY_ELEMENT[element]
    older, own_1_0 = _BY_ELEMENT_1_0[element]
    newer = {f"{prefix}_{suffix}": place for suffix, place in (own | _ALWAYS).items()}
    return newer | {
        f"{older}_{suffix}": place for suffix, place in (own_1_0 | _LEBA).items()
    }


DETAILS = {element: _columns(element) for element in _BY_ELEMENT}
