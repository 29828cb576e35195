"""Columns of whole numbers that grow by batches: the working memory while the years are played."""

import numpy as np

from koers.simulation.proefregio.stroom import Getallen


class Bak:
    """Named int64 columns of one length. Rows come in batches and never move: a row number stays valid."""

    def __init__(self, *namen: str) -> None:
        self._kolommen: dict[str, Getallen] = {naam: np.zeros(0, dtype=np.int64) for naam in namen}

    def __len__(self) -> int:
        return len(next(iter(self._kolommen.values())))

    def __getitem__(self, naam: str) -> Getallen:
        return self._kolommen[naam]

    def __setitem__(self, naam: str, waarden: Getallen) -> None:
        self._kolommen[naam][:] = waarden

    def voeg_toe(self, **kolommen: Getallen | int) -> Getallen:
        """Append a batch; every column must be given. Returns the row numbers of the new rows."""
        if kolommen.keys() != self._kolommen.keys():
            raise KeyError(f"columns differ: {sorted(kolommen.keys() ^ self._kolommen.keys())}")
        aantal = max(np.size(k) if np.ndim(k) else 0 for k in kolommen.values())
        begin = len(self)
        for naam, waarden in kolommen.items():
            stuk = np.broadcast_to(np.asarray(waarden, dtype=np.int64), (aantal,))
            self._kolommen[naam] = np.concatenate([self._kolommen[naam], stuk])
        return np.arange(begin, begin + aantal, dtype=np.int64)

    def neem(self, rijen: Getallen) -> dict[str, Getallen]:
        """The given rows, as plain columns."""
        return {naam: waarden[rijen] for naam, waarden in self._kolommen.items()}
