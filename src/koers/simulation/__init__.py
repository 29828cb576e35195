"""Arrays in, arrays out: the demo region and, beside it, the forecast. No Django, no files, no clock.

Chance comes from addressed streams (seed, name, step, person), never from a global generator.
`proefregio` and the forecast do not import each other and share no rates: a forecast that is tested
on a world made with its own kernel marks its own homework.
"""
