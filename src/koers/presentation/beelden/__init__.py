"""Our own pictures as SVG: typed values in, safe text out. Form by classes only (the stylesheet knows light,
dark and paper), every picture with a title, a description and a table twin on the page.
"""
