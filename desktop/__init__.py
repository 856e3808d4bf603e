"""The window; the only home of PySide6.

``application`` starts it, ``window`` puts it together; ``reader`` shows documents, ``panels`` what stands beside them.
"""

from desktop.singletons import keep_singletons

keep_singletons()
