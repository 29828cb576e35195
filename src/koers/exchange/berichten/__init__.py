"""The road of messages: from a folder into the inbox, through the register, and out of the outbox again."""
