"""The forecast: individual young people through levels and time, many times over.

Arrays in, arrays out: no clock, no files, no chance but what a seed and an address give (`toeval`).
`verblijven` makes stays of spells, `blootstelling` counts events and exposure, `schatting` draws parameters,
`instroom` weighs models of who comes in, `kern` plays the years, `rekenen` puts them together.
"""
