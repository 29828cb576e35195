"""Tables that people deliver: CBS, lists of municipalities, figures of the region. CSV or XLSX."""
