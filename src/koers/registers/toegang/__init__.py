"""Door toegang: meldingen, casussen, besluiten, light help, and what families say of it."""
