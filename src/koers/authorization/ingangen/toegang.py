"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:melding-nieuw": "register_melding",
    "web:eerste-notitie-nieuw": "begin_notitie",
    "web:eerste-notitie": "save_notitie",
    "web:notitie-oppakken": "pick_up_vraag",
    "web:notitie-wegleggen": "discard_notitie",
    "web:notitie-afmaken": "complete_notitie",
    "web:vraag-doorgeven": "pass_on_vraag",
    "web:triage": "read_triage",
    "web:triage-beginnen": "start_triage",
    "web:toedelen": "assign_casus",
    "web:veiligheidsstap": "register_veiligheidsstap",
    "web:verwijzing-sturen": "open_route_b",
    "web:gi-aanvraag": "open_route_c",
    "web:aanvragen": "read_aanvragen",
    "web:aanvraag": "read_aanvragen",
    "web:aanvraag-koppelen": "link_aanvraag",
    "web:aanvraag-weigeren": "refuse_aanvraag",
    "web:stilstand": "register_stilstand",
    "web:casus": "read_casus",
    "web:besluit-nieuw": "decide_besluit",
}
