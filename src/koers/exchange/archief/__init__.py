"""The messages of another back office as tables of the monitor, without casework in Koers."""
