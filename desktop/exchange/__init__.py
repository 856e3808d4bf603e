"""The exchange folder in the window: watched, told of, sent to, and set in the preferences."""
