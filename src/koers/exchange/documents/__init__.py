"""Documents that leave Koers: letters as accessible PDF."""
