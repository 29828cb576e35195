"""The one exception with which Koers says no to a person."""


class Refused(Exception):
    """An act that may not or cannot happen now.

    `code` names the sentence in `koers.presentation.zinnen`; `params` fill it in. The surfaces
    translate it: pages answer 403 or 409, commands exit with 1 (decision 12).
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __repr__(self) -> str:
        return f"Refused({self.code!r}, {self.params!r})"
