"""Failures a person can act on; everything else that is raised is a fault of ours."""


class UserError(Exception):
    """A failure whose text is fit to show, without a traceback.

    Attributes:
        code: A stable word for programs, in kebab case.
        hint: What the user can do next; empty when there is nothing to do.
    """

    code = "failed"

    def __init__(self, message: str, *, hint: str = "", code: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        if code:
            self.code = code

    @property
    def message(self) -> str:
        return str(self)


class NotDoneError(UserError):
    """Something in the request could not be done: a quote is not there, a file would be overwritten."""

    code = "not-done"


class UnknownNameError(UserError):
    """A name means nothing here, or more than one thing, or the words of the request do not fit together."""

    code = "unknown-name"


class AmbiguousNameError(UnknownNameError):
    """A name means more than one thing."""

    code = "ambiguous-name"


class PlaceError(UserError):
    """Where the work should happen is not fit for it: no library, a newer or damaged one, no display."""

    code = "environment"


class LibraryMissingError(PlaceError):
    code = "library-missing"


class LibraryForeignError(PlaceError):
    """The file is no library of ours."""

    code = "library-foreign"


class LibraryTooNewError(PlaceError):
    """The library, or the package that is named, was saved by a later release than this one."""

    code = "library-too-new"

    def __init__(self, found: int, supported: int, what: str = "library") -> None:
        super().__init__(
            f"This {what} was saved by a newer version of Commonplace: its format is {found}, "
            f"this version reads up to {supported}. Nothing was changed.",
            hint="Update Commonplace, then try again.",
        )


class LibraryDamagedError(PlaceError):
    code = "library-damaged"


class LibraryBusyError(PlaceError):
    """Another program holds the library for longer than we wait."""

    code = "library-busy"


class StorageError(PlaceError):
    """The disk refused: full, read-only, or failing.  The action was rolled back."""

    code = "storage"
