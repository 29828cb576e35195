"""Files that go to CBS, to the Nederlandse Zorgautoriteit or to nobody, and tables that come back."""
