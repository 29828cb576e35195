"""Classes of duration and age. Days are whole days since 1970; a year of age is 365.25 days."""

import numpy as np

STATEN = 8  # levels 1 to 8 are states 0 to 7
JAAR = 365.25
MAAND = JAAR / 12
# First day of each class of duration; the last class has no end.
DUUR = np.array([0.0, 30.0, 91.0, 183.0, 365.0, 548.0, 730.0, 1096.0])
DUREN = len(DUUR)
# Days since the last help: classes of a pause.
PAUZE = np.array([0.0, 30.0, 91.0, 183.0])
PAUZES = len(PAUZE)
# Help that comes beside other help: shortly after the start of that help, and later.
ERNAAST = np.array([0.0, 31.0])
# Ages at which a class ends; class 4 is of whom the age is not known.
LEEFTIJD = np.array([6.0, 12.0, 18.0]) * JAAR
LEEFTIJDEN = 5
ONBEKEND = 4
GRENZEN = np.array(
    [18.0, 21.0, 23.0]
)  # Jeugdwet 1.1; foster care; help that goes on: here help may end by law
NOOIT = 1.0e9


def edges_after(starts: np.ndarray) -> np.ndarray:
    """Where each class ends."""
    return np.append(starts[1:], NOOIT)
