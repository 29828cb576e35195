"""Our own small drawings, on a grid of 24 by 24, drawn in lines of the text's colour."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# ruff: noqa: E501  a drawing does not break into lines
ICONEN = {
    "vandaag": '<path d="M3 18h18M7 18a5 5 0 0 1 10 0M12 4v4M4.6 9.6l2.4 2M19.4 9.6l-2.4 2M9 21.5h6"/>',
    "regio": '<path d="M9 3h5v5H9zM4 9.5h5v5H4zM10.5 9.5h5v5h-5zM17 9.5h4v5h-4zM7 16h5v5H7zM13.5 16h5v5h-5z"/>',
    "indicatoren": '<path d="M4 20h17M6.5 16v-5M11 16V5M15.5 16v-8M20 16v-3"/>',
    "netwerk": '<path d="M12 8.5a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM5.500 20.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM18.500 20.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM10.800 8.200l-4 7.500M13.200 8.200l4 7.500M8 18h8"/>',
    "vergaderingen": '<path d="M4 11.500h16M6 11.500v8M18 11.500v8M8 8.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM16 8.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z"/>',
    "agenda": '<path d="M3.500 6.500h10M7.500 12h9M11.500 17.500h9M17 3.500v5M20 9.500v5"/>',
    "rapportages": '<path d="M6 3.500h9l4 4v13H6zM15 3.500v4h4M9 17.500v-3M12.500 17.500v-6M16 17.500v-4.500"/>',
    "beleid": '<path d="M6 3.5h9l4 4v13H6zM15 3.5v4h4M9 11.5h7M9 14.5h7M9 17.5h4"/>',
    "aanleveringen": '<path d="M4 13v6.5h16V13M4 13h4.5l1.5 3h4l1.5-3H20M12 3v8M8.5 7.8 12 11.3l3.5-3.5"/>',
    "gezinnen": '<path d="M2.5 11 9 5.5l6.5 5.5M4.5 9.5V19h9V9.5M7.5 19v-5h3v5M15 7.5l2.5-2 4 3.5M17 19h3V7.8"/>',
    "medewerkers": '<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6"/>',
    "logboek": '<path d="M6 3.5h12.5v17H6a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM8.5 3.5v17M11.5 8.5h4M11.5 12h4"/>',
    "school": '<path d="M4 20.5V10l8-5.500 8 5.500v10.500zM12 4.500V2.500h4M10 20.500v-5h4v5M7.500 12.500h2M14.500 12.500h2"/>',
    "voorzieningen": '<path d="M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11zM12 12.5a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z"/>',
    "verdeelsleutel": '<path d="M12 3.5a8.5 8.5 0 1 0 8.5 8.5H12zM15.5 3.8a8.5 8.5 0 0 1 4.7 4.7h-4.7z"/>',
    "toewijzingen": '<path d="M12 20.5H5.5v-17H14l4.5 4.5v3.5M14 3.5v4.5h4.5M8.5 11h5M8.5 14.5h3M14 17.5h7.5M18.5 14.5l3 3-3 3"/>',
    "poh": '<path d="M4 5h16v11H11l-4.500 4v-4H4zM8 9h8M8 12h5"/>',
    "toekomstplannen": '<path d="M12 21V4M12 4.5h6.500l2 2.500-2 2.500H12M12 11H5.500l-2 2.500 2 2.500H12"/>',
    "notitie": '<path d="M5 3.5h14v11l-5 6H5zM14 20.5v-6h5M8.5 8h7M8.5 11.5h5"/>',
    "doorgeven": '<path d="M4 12h13M12 6.500l5.500 5.500-5.500 5.500M20.500 4v16"/>',
    "meer": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "aanmelden": '<path d="M13 4h6.5v16H13M4 12h10M10.5 8.5 14 12l-3.5 3.5"/>',
    "weergave": '<path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z"/><path fill="currentColor" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>',
    "zoeken": '<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21"/>',
    "pijl": '<path d="M5 12h14M13.5 6.5 19 12l-5.5 5.5"/>',
    "goed": '<path d="M4.5 12.5 10 18 20 6.5"/>',
    "let-op": '<path d="M12 4 2.800 20h18.400zM12 10v5M12 17.300v.4"/>',
    "fout": '<path d="M8.200 3h7.600L21 8.200v7.600L15.800 21H8.200L3 15.800V8.200zM12 7.5v6M12 16.300v.4"/>',
    "uitleg": '<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.300v.4"/>',
    "rust": '<path d="M5 12h14"/>',
}


def icoon(naam: str) -> SafeString:
    """A small drawing beside a word; it says nothing by itself, so screen readers skip it."""
    return format_html(
        '<svg class="icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(ICONEN[naam]),  # noqa: S308  our own constant
    )
