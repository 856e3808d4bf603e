"""The version of the program, as it is released and as packages name it."""

VERSION = "0.1.0"
