"""Loads the synthetic Drenthe into an empty demo, as one logged act (decisions 9 and 11)."""

from koers.actions.proefregio.laden import LADING, Lading, calibrate, load_proefregio
from koers.simulation.proefregio.ijkregel import OPMERKINGEN
from koers.simulation.proefregio.regio import STANDAARD_SEED

__all__ = ["LADING", "OPMERKINGEN", "STANDAARD_SEED", "Lading", "calibrate", "load_proefregio"]
