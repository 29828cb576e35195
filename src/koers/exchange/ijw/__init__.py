"""iJw 3.2: the fourteen messages between municipality and provider.

`parse` reads bytes, `build` writes them, `rules` judges what was read, `answer` makes the return message.
A message is plain data (`Bericht`): nested mappings with the names of the standard. Nothing here knows Django
or the register.
"""
