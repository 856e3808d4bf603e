"""Reading files: bytes to layers, in worker processes.

The parent's side (``pool``, ``kinds``, ``reading``, ``frames``) loads no parser; everything that touches a
foreign format is imported by the worker, and there only when a file needs it.
"""
